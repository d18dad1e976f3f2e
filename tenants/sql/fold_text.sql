-- What names are sorted by: lower case, without accents, compared byte by byte.
--
-- The letters are decomposed first, so that an accent is a character of its own (U+0300 to U+036F)
-- and can be dropped. The function is immutable: generated columns and indexes are made with it. To
-- change what it returns means to write those columns and to build those indexes anew.

CREATE OR REPLACE FUNCTION fold_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(normalize(lower(value), NFD), U&'[\0300-\036F]', '', 'g') COLLATE "C";
