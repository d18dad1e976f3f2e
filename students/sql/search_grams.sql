-- Every letter and every two letters in a row of a text, each once. A line break parts them and is
-- none.
--
-- Searches for one or two letters are counted by these ahead (students_studentcount): no index
-- finds them quickly. Pairs come from cutting the text up behind every second letter, once from its
-- first letter and once from its second; a tsvector sorts them and drops the repeated ones faster
-- than any query.

CREATE OR REPLACE FUNCTION search_grams(value text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN tsvector_to_array(array_to_tsvector(array_remove(array_remove(
    string_to_array(value, NULL)
        || string_to_array(regexp_replace(value, '(..)', E'\\1\n', 'g'), E'\n')
        || string_to_array(regexp_replace(substr(value, 2), '(..)', E'\\1\n', 'g'), E'\n'),
    ''), E'\n')));
