-- Puts students_standing and the numbers worked out from it right. ``verify_derived --repair``
-- calls it.
--
-- Rows are worked out again for the students with a wrong one. What is missing is added to the
-- counts, never set: concurrent changes add up with it, and nobody has to be locked out.

CREATE OR REPLACE FUNCTION repair_standings() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standings(ARRAY(SELECT user_id FROM standing_difference));
    PERFORM add_standing_counts(ARRAY(
        SELECT ROW(0, transcript_status, day, 0, n, tenant_id)::students_standingcount
        FROM standing_count_difference
    ));
END
$$;
