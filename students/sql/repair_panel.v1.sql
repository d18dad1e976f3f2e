-- Puts right what the list of students is made of: last_seen_at, sets of programmes and their
-- labels, search entries, numbers. ``verify_derived --repair`` calls it.
--
-- The parts are repaired in the order in which the ones follow from the others. What is missing is
-- added to the counts, never set: concurrent changes add up with it, and nobody has to be locked
-- out. Setting command_center.repair opens the guard of derived_user_columns for this transaction.

CREATE OR REPLACE FUNCTION repair_panel() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- Two at once would both add what is missing.
    PERFORM pg_advisory_xact_lock(hashtextextended('repair of the panel', 0));
    PERFORM set_config('command_center.repair', 'on', true);
    DELETE FROM accounts_programmeset AS known
    WHERE id IS DISTINCT FROM programme_set_id(programmes) OR EXISTS (
        SELECT FROM programmes_programme AS programme
        WHERE programme.id = ANY (known.programmes) AND programme.tenant_id <> known.tenant_id
    );
    PERFORM refresh_last_seen(ARRAY(SELECT user_id FROM last_seen_difference));
    PERFORM refresh_programme_sets(ARRAY(SELECT user_id FROM programme_set_difference));
    UPDATE accounts_programmeset SET label = programme_label(programmes)
    WHERE id IN (SELECT programme_set_id FROM programme_label_difference);
    PERFORM refresh_search_entries(ARRAY(SELECT user_id FROM search_entry_difference));
    PERFORM add_student_counts(ARRAY(
        SELECT ROW(0, programme, gram, status, dated, day, 0, n, tenant_id)::students_studentcount
        FROM student_count_difference
    ));
    PERFORM set_config('command_center.repair', 'off', true);
END
$$;
