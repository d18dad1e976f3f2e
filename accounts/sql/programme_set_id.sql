-- The id of a set of programmes follows from the programmes, ascending: two transactions that both
-- need a new set do not make two of it.

CREATE OR REPLACE FUNCTION programme_set_id(programmes text[]) RETURNS uuid
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN md5(array_to_string(programmes, ','))::uuid;
