-- What a set of programmes is called in lists: the programmes' names in the order of their codes.

CREATE OR REPLACE FUNCTION programme_label(programmes text[]) RETURNS text LANGUAGE sql STABLE
RETURN (
    SELECT string_agg(name, ', ' ORDER BY code)
    FROM programmes_programme WHERE id = ANY (programmes)
);
