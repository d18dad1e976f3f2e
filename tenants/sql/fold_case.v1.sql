-- What searches compare: every letter in one case, accents as they were written.
--
-- Upper case comes first, since several small letters may share one capital: ς, σ and Σ are one
-- letter. The text is composed, however the keyboard of the person who typed it makes accents. The
-- function is immutable: generated columns and indexes are made with it. To change what it returns
-- means to write those columns and to build those indexes anew.

CREATE OR REPLACE FUNCTION fold_case(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(upper(normalize(value, NFC)));
