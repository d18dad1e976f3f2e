-- A point in time as the API writes it (contract §1.6): in UTC, to the second.
--
-- Exports of lists write their cells with it, so that rows go to the file as PostgreSQL made them.

CREATE OR REPLACE FUNCTION instant_cell(value timestamptz) RETURNS text
LANGUAGE sql STABLE STRICT PARALLEL SAFE
RETURN to_char(value AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"');
