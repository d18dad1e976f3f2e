-- What searches compare: every letter in one case and without its accents, each kind of apostrophe
-- and of hyphen as the one on keyboards, and blanks and commas as one blank.
--
-- Accents are those of fold_text (U+0300 to U+036F): what belongs to a letter itself, such as the
-- stroke of ø, stays. Upper case comes first, since several small letters may share one capital:
-- ς, σ and Σ are one letter. A comma counts as a blank, so that "Obi, Ada" is "Obi Ada". Line breaks
-- stay: they keep a match inside one part.
--
-- The function is immutable: generated columns are made with it. To change what it returns means to
-- write those columns anew (students.0005_refold).

CREATE OR REPLACE FUNCTION fold_case(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(
    translate(
        lower(upper(normalize(
            regexp_replace(normalize(value, NFD), U&'[\0300-\036F]', '', 'g'), NFC
        ))),
        U&'\2019\02BC\2018\02BB\201B\00B4\0060\2032\FF07\2010\2011\2012\2013\2014\2212\FE63\FF0D',
        '''''''''''''''''''--------'
    ),
    U&'[ ,\0009\00A0\1680\2000-\200A\202F\205F\3000]+', ' ', 'g'
);
