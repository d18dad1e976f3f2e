-- A cell of a workbook's sheet, as XML (ECMA-376): text stays text whatever it looks like, a number
-- is a number, and nothing is an empty cell (contract §8).
--
-- Exports of lists write their rows with it, so that they go to the sheet as PostgreSQL made them:
-- on one line, without a line break.
--
-- What XML cannot hold, and the carriage return, which it would change, is written _xHHHH_ as the
-- standard has it. A text that has this form already keeps it by an escaped first character, also
-- where only the next character's escape would give it that form. A cell holds 32,767 characters,
-- of which those beyond U+FFFF count twice: of a longer text the beginning is kept.
--
-- Most texts are cells as they are, and one look at the pattern says so.

CREATE OR REPLACE FUNCTION sheet_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    WITH kept AS (
        SELECT CASE WHEN length(value) <= 16383 THEN value ELSE (
            SELECT left(value, max(place)::int)
            FROM (
                SELECT place, sum(1 + (ascii(character) > 65535)::int) OVER (ORDER BY place) AS length
                FROM string_to_table(left(value, 32767), NULL) WITH ORDINALITY AS split (character, place)
            ) AS beginning
            WHERE length <= 32767
        ) END AS text
    ),
    escaped AS (
        SELECT regexp_replace(
            text,
            '_(?=x[0-9A-Fa-f]{4}[_\x01-\x08\x0b-\x1f\ufffe\uffff])', '_x005F_', 'g'
        ) AS text
        FROM kept
    )
    SELECT string_agg(
        CASE
            WHEN character = '&' THEN '&amp;'
            WHEN character = '<' THEN '&lt;'
            WHEN character = '>' THEN '&gt;'
            WHEN character = E'\n' THEN '&#10;'
            WHEN character ~ '[\x01-\x08\x0b-\x1f\ufffe\uffff]'
                THEN '_x' || lpad(upper(to_hex(ascii(character))), 4, '0') || '_'
            ELSE character
        END,
        '' ORDER BY place
    )
    FROM escaped, string_to_table(text, NULL) WITH ORDINALITY AS split (character, place)
);

CREATE OR REPLACE FUNCTION sheet_cell(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN value <> '' THEN
        '<c t="inlineStr"><is><t xml:space="preserve">'
        || CASE
            WHEN value ~ '[&<>\x01-\x08\x0a-\x1f\ufffe\uffff]|_x' OR length(value) > 16383
            THEN sheet_text(value)
            ELSE value
        END
        || '</t></is></c>'
    ELSE '<c/>'
END;

CREATE OR REPLACE FUNCTION sheet_cell(value numeric) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce('<c><v>' || value || '</v></c>', '<c/>');
