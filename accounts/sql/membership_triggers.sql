-- programme_set_id of a user follows every change of the memberships.
--
-- Each statement is looked at once, at its end, with all the rows it touched: bulk loads and plain
-- SQL keep the column true as well, and cheaply.

CREATE OR REPLACE FUNCTION membership_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_programme_sets(ARRAY(SELECT DISTINCT user_id FROM new_rows));
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION membership_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_programme_sets(ARRAY(
        SELECT user_id FROM old_rows UNION SELECT user_id FROM new_rows
    ));
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION membership_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_programme_sets(ARRAY(SELECT DISTINCT user_id FROM old_rows));
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION memberships_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE accounts_user SET programme_set_id = NULL WHERE programme_set_id IS NOT NULL;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER programme_set_after_insert AFTER INSERT ON accounts_programmemembership
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION membership_inserted();

CREATE OR REPLACE TRIGGER programme_set_after_update AFTER UPDATE ON accounts_programmemembership
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION membership_updated();

CREATE OR REPLACE TRIGGER programme_set_after_delete AFTER DELETE ON accounts_programmemembership
REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION membership_deleted();

CREATE OR REPLACE TRIGGER programme_set_after_truncate
AFTER TRUNCATE ON accounts_programmemembership
FOR EACH STATEMENT EXECUTE FUNCTION memberships_truncated();
