-- The refusal of append-only tables: their triggers named append_only call it on UPDATE and DELETE,
-- those named never_emptied on TRUNCATE.
--
-- What was recorded stays as it was, whoever asks: the API, the admin or somebody at psql. Django
-- sees the error as an IntegrityError.

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: rows are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;
