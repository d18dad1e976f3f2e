-- Text as a cell of a spreadsheet holds it: without what XML cannot hold, and never a formula,
-- whoever chose its first character (contract §8).
--
-- An apostrophe goes before what a spreadsheet might take for a formula: signs such as = and +,
-- signs that only look like them, and both after characters of which nothing is seen.
-- config/formulas.py explains the two lists and has the same pattern; a test holds the two against
-- each other.
--
-- Most texts are cells as they are, and one look at the pattern says so. The function is not called
-- STRICT, though it is: PostgreSQL would not unfold it into the query then, which is slower.

CREATE OR REPLACE FUNCTION text_cell(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN value ~
        '[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|'
        '^['
        '''\x01-\x08\x0b\x0c\x0e-\x20\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891'
        '\u08e2\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f'
        '\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd'
        '\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]*'
        '[=+@\t\n\r\u207a-\u207c\u208a-\u208c\u2212\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6b'
        '\uff0b\uff0d\uff1d\uff20-]'
    THEN regexp_replace(
        regexp_replace(value, '[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]', '', 'g'),
        '^(['
        '''\x01-\x08\x0b\x0c\x0e-\x20\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891'
        '\u08e2\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f'
        '\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd'
        '\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]*'
        '[=+@\t\n\r\u207a-\u207c\u208a-\u208c\u2212\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6b'
        '\uff0b\uff0d\uff1d\uff20-])',
        E'''\\1'
    )
    ELSE value
END;
