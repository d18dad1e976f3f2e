--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: btree_gin; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;


--
-- Name: EXTENSION btree_gin; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION btree_gin IS 'support for indexing common datatypes in GIN';


--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: students_standingcount; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.students_standingcount (
    id bigint NOT NULL,
    transcript_status character varying(10) NOT NULL,
    day date NOT NULL,
    ticket bigint NOT NULL,
    n bigint NOT NULL,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C"
)
WITH (fillfactor='50');


--
-- Name: add_standing_counts(public.students_standingcount[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.add_standing_counts(changes public.students_standingcount[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    tenant text;
    alone boolean;
    own_ticket bigint;
BEGIN
    FOR tenant IN SELECT DISTINCT tenant_id FROM unnest(changes) ORDER BY tenant_id LOOP
        alone := current_setting('transaction_isolation') = 'read committed'
            AND pg_try_advisory_xact_lock(hashtextextended('standing counts of ' || tenant, 0));
        own_ticket := CASE WHEN alone THEN 0 ELSE nextval('standing_count_tickets') END;
        WITH earlier AS (
            DELETE FROM students_standingcount WHERE alone AND tenant_id = tenant AND ticket <> 0
            RETURNING transcript_status, day, n
        )
        INSERT INTO students_standingcount AS counted
            (tenant_id, transcript_status, day, ticket, n)
        SELECT tenant, transcript_status, day, own_ticket, sum(n)
        FROM (
            SELECT transcript_status, day, n FROM unnest(changes) WHERE tenant_id = tenant
            UNION ALL
            SELECT * FROM earlier
        ) AS added
        GROUP BY transcript_status, day HAVING sum(n) <> 0
        ON CONFLICT (tenant_id, transcript_status, day, ticket)
        DO UPDATE SET n = counted.n + excluded.n;
    END LOOP;
END
$$;


--
-- Name: students_studentcount; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.students_studentcount (
    id bigint NOT NULL,
    programme character varying(24) NOT NULL COLLATE pg_catalog."C",
    gram character varying(2) NOT NULL COLLATE pg_catalog."C",
    status character varying(10) NOT NULL,
    dated boolean NOT NULL,
    day date,
    ticket bigint NOT NULL,
    n bigint NOT NULL,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C"
)
WITH (fillfactor='50');


--
-- Name: add_student_counts(public.students_studentcount[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.add_student_counts(changes public.students_studentcount[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    tenant text;
    alone boolean;
    own_ticket bigint;
BEGIN
    FOR tenant IN SELECT DISTINCT tenant_id FROM unnest(changes) ORDER BY tenant_id LOOP
        alone := current_setting('transaction_isolation') = 'read committed'
            AND pg_try_advisory_xact_lock(hashtextextended('student counts of ' || tenant, 0));
        own_ticket := CASE WHEN alone THEN 0 ELSE nextval('student_count_tickets') END;
        WITH earlier AS (
            DELETE FROM students_studentcount WHERE alone AND tenant_id = tenant AND ticket <> 0
            RETURNING programme, gram, status, dated, day, n
        )
        INSERT INTO students_studentcount AS counted
            (tenant_id, programme, gram, status, dated, day, ticket, n)
        SELECT tenant, programme, gram, status, dated, day, own_ticket, sum(n)
        FROM (
            SELECT programme, gram, status, dated, day, n FROM unnest(changes)
            WHERE tenant_id = tenant
            UNION ALL
            SELECT * FROM earlier
        ) AS added
        GROUP BY programme, gram, status, dated, day HAVING sum(n) <> 0
        ON CONFLICT (tenant_id, programme, gram, status, dated, day, ticket)
        DO UPDATE SET n = counted.n + excluded.n;
    END LOOP;
END
$$;


--
-- Name: count_standing_deleted(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.count_standing_deleted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM add_standing_counts(ARRAY(
        SELECT ROW(0, transcript_status, day, 0, n, tenant_id)::students_standingcount
        FROM (
            SELECT tenant_id, transcript_status, day, sum(n)::bigint AS n
            FROM (
                SELECT tenant_id, transcript_status,
                    (latest_graded_at AT TIME ZONE 'UTC')::date AS day, -1 AS n
                FROM old_rows WHERE graded_sessions > 0
            ) AS counted
            GROUP BY tenant_id, transcript_status, day HAVING sum(n) <> 0
        ) AS change
    ));
    RETURN NULL;
END
$$;


--
-- Name: count_standing_inserted(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.count_standing_inserted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM add_standing_counts(ARRAY(
        SELECT ROW(0, transcript_status, day, 0, n, tenant_id)::students_standingcount
        FROM (
            SELECT tenant_id, transcript_status, day, sum(n)::bigint AS n
            FROM (
                SELECT tenant_id, transcript_status,
                    (latest_graded_at AT TIME ZONE 'UTC')::date AS day, 1 AS n
                FROM new_rows WHERE graded_sessions > 0
            ) AS counted
            GROUP BY tenant_id, transcript_status, day HAVING sum(n) <> 0
        ) AS change
    ));
    RETURN NULL;
END
$$;


--
-- Name: count_standing_updated(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.count_standing_updated() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM add_standing_counts(ARRAY(
        SELECT ROW(0, transcript_status, day, 0, n, tenant_id)::students_standingcount
        FROM (
            SELECT tenant_id, transcript_status, day, sum(n)::bigint AS n
            FROM (
                SELECT tenant_id, transcript_status,
                    (latest_graded_at AT TIME ZONE 'UTC')::date AS day, 1 AS n
                FROM new_rows WHERE graded_sessions > 0
                UNION ALL
                SELECT tenant_id, transcript_status,
                    (latest_graded_at AT TIME ZONE 'UTC')::date AS day, -1 AS n
                FROM old_rows WHERE graded_sessions > 0
            ) AS counted
            GROUP BY tenant_id, transcript_status, day HAVING sum(n) <> 0
        ) AS change
    ));
    RETURN NULL;
END
$$;


--
-- Name: count_standings_truncated(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.count_standings_truncated() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM students_standingcount;
    RETURN NULL;
END
$$;


--
-- Name: count_tenant_epoch(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.count_tenant_epoch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.access_epoch := OLD.access_epoch + (OLD.is_active AND NOT NEW.is_active)::int;
    RETURN NEW;
END
$$;


--
-- Name: fold_case(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fold_case(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(upper(NORMALIZE(value, NFC)));


--
-- Name: fold_text(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fold_text(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (regexp_replace(NORMALIZE(lower(value), NFD), '[̀-ͯ]'::text, ''::text, 'g'::text) COLLATE "C");


--
-- Name: guard_derived_user_columns(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.guard_derived_user_columns() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.last_seen_at := NULL;
        NEW.programme_set_id := NULL;
    ELSE
        IF pg_trigger_depth() = 1
            AND current_setting('command_center.repair', true) IS DISTINCT FROM 'on'
        THEN
            NEW.last_seen_at := OLD.last_seen_at;
            NEW.programme_set_id := OLD.programme_set_id;
        END IF;
        NEW.access_epoch := OLD.access_epoch
            + (OLD.status = 'ACTIVE' AND NEW.status <> 'ACTIVE')::int;
    END IF;
    IF TG_OP = 'INSERT' OR NEW.role_id IS DISTINCT FROM OLD.role_id
        OR NEW.legacy_role IS DISTINCT FROM OLD.legacy_role
    THEN
        SELECT legacy_role INTO NEW.legacy_role FROM accounts_role WHERE id = NEW.role_id;
    END IF;
    RETURN NEW;
END
$$;


--
-- Name: instant_cell(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.instant_cell(value timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN to_char((value AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'::text);


--
-- Name: membership_deleted(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.membership_deleted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refresh_programme_sets(ARRAY(SELECT DISTINCT user_id FROM old_rows));
    RETURN NULL;
END
$$;


--
-- Name: membership_inserted(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.membership_inserted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refresh_programme_sets(ARRAY(SELECT DISTINCT user_id FROM new_rows));
    RETURN NULL;
END
$$;


--
-- Name: membership_updated(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.membership_updated() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refresh_programme_sets(ARRAY(
        SELECT user_id FROM old_rows UNION SELECT user_id FROM new_rows
    ));
    RETURN NULL;
END
$$;


--
-- Name: memberships_truncated(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.memberships_truncated() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE accounts_user SET programme_set_id = NULL WHERE programme_set_id IS NOT NULL;
    RETURN NULL;
END
$$;


--
-- Name: panel_user_deleted(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.panel_user_deleted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refresh_search_entries(ARRAY(
        SELECT id FROM old_rows WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
    ));
    PERFORM add_student_counts(ARRAY(
        SELECT ROW(0, programme, gram, status, dated, day, 0, n, tenant_id)::students_studentcount
        FROM (
            WITH changed AS MATERIALIZED (
                SELECT tenant_id, programme_set_id, status,
                    (last_seen_at AT TIME ZONE 'UTC')::date AS day, search_text, -1 AS n
                FROM old_rows WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
            ),
            moved AS (
                SELECT tenant_id, programme_set_id, status, dated, kind.day, sum(n) AS n
                FROM changed, LATERAL (VALUES (false, NULL), (true, changed.day)) AS kind (dated, day)
                GROUP BY tenant_id, programme_set_id, status, dated, kind.day HAVING sum(n) <> 0
            ),
            renamed AS (
                SELECT tenant_id, status, search_text, sum(n) AS n FROM changed
                GROUP BY tenant_id, status, search_text HAVING sum(n) <> 0
            ),
            counted AS (
                SELECT tenant_id, '' AS programme, '' AS gram, status, dated, day, n FROM moved
                UNION ALL
                SELECT moved.tenant_id, programme, '', status, dated, day, n
                FROM moved JOIN accounts_programmeset AS known ON known.id = programme_set_id,
                    unnest(known.programmes) AS programme
                UNION ALL
                SELECT tenant_id, '', gram, status, false, NULL, n
                FROM renamed, unnest(search_grams(search_text)) AS gram
            )
            SELECT tenant_id, programme, gram, status, dated, day, sum(n)::bigint AS n FROM counted
            GROUP BY tenant_id, programme, gram, status, dated, day HAVING sum(n) <> 0
        ) AS change
    ));
    RETURN NULL;
END
$$;


--
-- Name: panel_user_inserted(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.panel_user_inserted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refresh_search_entries(ARRAY(
        SELECT id FROM new_rows WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
    ));
    PERFORM add_student_counts(ARRAY(
        SELECT ROW(0, programme, gram, status, dated, day, 0, n, tenant_id)::students_studentcount
        FROM (
            WITH changed AS MATERIALIZED (
                SELECT tenant_id, programme_set_id, status,
                    (last_seen_at AT TIME ZONE 'UTC')::date AS day, search_text, 1 AS n
                FROM new_rows WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
            ),
            moved AS (
                SELECT tenant_id, programme_set_id, status, dated, kind.day, sum(n) AS n
                FROM changed, LATERAL (VALUES (false, NULL), (true, changed.day)) AS kind (dated, day)
                GROUP BY tenant_id, programme_set_id, status, dated, kind.day HAVING sum(n) <> 0
            ),
            renamed AS (
                SELECT tenant_id, status, search_text, sum(n) AS n FROM changed
                GROUP BY tenant_id, status, search_text HAVING sum(n) <> 0
            ),
            counted AS (
                SELECT tenant_id, '' AS programme, '' AS gram, status, dated, day, n FROM moved
                UNION ALL
                SELECT moved.tenant_id, programme, '', status, dated, day, n
                FROM moved JOIN accounts_programmeset AS known ON known.id = programme_set_id,
                    unnest(known.programmes) AS programme
                UNION ALL
                SELECT tenant_id, '', gram, status, false, NULL, n
                FROM renamed, unnest(search_grams(search_text)) AS gram
            )
            SELECT tenant_id, programme, gram, status, dated, day, sum(n)::bigint AS n FROM counted
            GROUP BY tenant_id, programme, gram, status, dated, day HAVING sum(n) <> 0
        ) AS change
    ));
    RETURN NULL;
END
$$;


--
-- Name: panel_user_updated(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.panel_user_updated() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    touched text[] := ARRAY(
        SELECT id FROM (
            (
                SELECT legacy_role, id, tenant_id, status, programme_set_id, last_seen_at, sort_name,
                    search_text
                FROM old_rows
                EXCEPT
                SELECT legacy_role, id, tenant_id, status, programme_set_id, last_seen_at, sort_name,
                    search_text
                FROM new_rows
            )
            UNION ALL
            (
                SELECT legacy_role, id, tenant_id, status, programme_set_id, last_seen_at, sort_name,
                    search_text
                FROM new_rows
                EXCEPT
                SELECT legacy_role, id, tenant_id, status, programme_set_id, last_seen_at, sort_name,
                    search_text
                FROM old_rows
            )
        ) AS changed GROUP BY id
    );
BEGIN
    IF touched <> '{}' THEN
        PERFORM refresh_search_entries(touched);
        PERFORM add_student_counts(ARRAY(
            SELECT ROW(0, programme, gram, status, dated, day, 0, n, tenant_id)::students_studentcount
            FROM (
                WITH changed AS MATERIALIZED (
                    SELECT tenant_id, programme_set_id, status,
                        (last_seen_at AT TIME ZONE 'UTC')::date AS day, search_text, 1 AS n
                    FROM new_rows WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
                    UNION ALL
                    SELECT tenant_id, programme_set_id, status,
                        (last_seen_at AT TIME ZONE 'UTC')::date AS day, search_text, -1 AS n
                    FROM old_rows WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
                ),
                moved AS (
                    SELECT tenant_id, programme_set_id, status, dated, kind.day, sum(n) AS n
                    FROM changed, LATERAL (VALUES (false, NULL), (true, changed.day)) AS kind (dated, day)
                    GROUP BY tenant_id, programme_set_id, status, dated, kind.day HAVING sum(n) <> 0
                ),
                renamed AS (
                    SELECT tenant_id, status, search_text, sum(n) AS n FROM changed
                    GROUP BY tenant_id, status, search_text HAVING sum(n) <> 0
                ),
                counted AS (
                    SELECT tenant_id, '' AS programme, '' AS gram, status, dated, day, n FROM moved
                    UNION ALL
                    SELECT moved.tenant_id, programme, '', status, dated, day, n
                    FROM moved JOIN accounts_programmeset AS known ON known.id = programme_set_id,
                        unnest(known.programmes) AS programme
                    UNION ALL
                    SELECT tenant_id, '', gram, status, false, NULL, n
                    FROM renamed, unnest(search_grams(search_text)) AS gram
                )
                SELECT tenant_id, programme, gram, status, dated, day, sum(n)::bigint AS n FROM counted
                GROUP BY tenant_id, programme, gram, status, dated, day HAVING sum(n) <> 0
            ) AS change
        ));
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: panel_users_truncated(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.panel_users_truncated() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM students_searchentry;
    DELETE FROM students_studentcount;
    RETURN NULL;
END
$$;


--
-- Name: programme_deleted(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.programme_deleted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM accounts_programmeset
    WHERE tenant_id IN (SELECT tenant_id FROM old_rows)
        AND programmes::text[] && ARRAY(SELECT id::text FROM old_rows);
    RETURN NULL;
END
$$;


--
-- Name: programmes_programme; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.programmes_programme (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    code character varying(32) NOT NULL COLLATE pg_catalog."C",
    name character varying(255) NOT NULL,
    description character varying(2000),
    is_active boolean NOT NULL,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT programme_code_format CHECK (((code)::text ~ '\A[A-Z0-9_-]+\Z'::text)),
    CONSTRAINT programme_name_not_empty CHECK ((NOT ((name)::text = ''::text)))
);


--
-- Name: programme_label(text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.programme_label(programmes text[]) RETURNS text
    LANGUAGE sql STABLE
    RETURN (SELECT string_agg((programmes_programme.name)::text, ', '::text ORDER BY programmes_programme.code) AS string_agg FROM public.programmes_programme WHERE ((programmes_programme.id)::text = ANY (programme_label.programmes)));


--
-- Name: programme_renamed(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.programme_renamed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    renamed text[] := ARRAY(
        SELECT new_rows.id FROM new_rows JOIN old_rows USING (id)
        WHERE (new_rows.name, new_rows.code) IS DISTINCT FROM (old_rows.name, old_rows.code)
    );
BEGIN
    IF renamed <> '{}' THEN
        PERFORM 1 FROM accounts_programmeset
        WHERE tenant_id IN (SELECT tenant_id FROM new_rows) AND programmes::text[] && renamed
        ORDER BY id FOR NO KEY UPDATE;
        UPDATE accounts_programmeset SET label = programme_label(programmes)
        WHERE tenant_id IN (SELECT tenant_id FROM new_rows) AND programmes::text[] && renamed;
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: programme_set_id(text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.programme_set_id(programmes text[]) RETURNS uuid
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (md5(array_to_string(programmes, ','::text)))::uuid;


--
-- Name: refresh_last_seen(text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refresh_last_seen(user_ids text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM 1 FROM accounts_user WHERE id = ANY (user_ids) ORDER BY id FOR NO KEY UPDATE;
    UPDATE accounts_user AS student
    SET last_seen_at = latest.seen_at
    FROM (
        SELECT listed.id, (
            SELECT max(session.seen_at)
            FROM students_session AS session
            WHERE session.tenant_id = listed.tenant_id AND session.user_id = listed.id
        ) AS seen_at
        FROM accounts_user AS listed
        WHERE listed.id = ANY (user_ids)
    ) AS latest
    WHERE student.id = latest.id AND student.last_seen_at IS DISTINCT FROM latest.seen_at;
END
$$;


--
-- Name: refresh_programme_sets(text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refresh_programme_sets(user_ids text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    named text[];
BEGIN
    PERFORM 1 FROM accounts_user WHERE id = ANY (user_ids) ORDER BY id FOR NO KEY UPDATE;
    named := ARRAY(
        SELECT DISTINCT unnest(programmes) FROM expected_programme_set AS expected
        WHERE user_id = ANY (user_ids)
            AND NOT EXISTS (SELECT FROM accounts_programmeset AS known WHERE known.id = expected.id)
    );
    IF named <> '{}' THEN
        PERFORM 1 FROM programmes_programme WHERE id = ANY (named) ORDER BY id FOR SHARE;
        INSERT INTO accounts_programmeset (id, tenant_id, programmes, label)
        SELECT DISTINCT id, tenant_id, programmes, programme_label(programmes)
        FROM expected_programme_set AS expected
        WHERE user_id = ANY (user_ids) AND programmes <> '{}'
            AND NOT EXISTS (SELECT FROM accounts_programmeset AS known WHERE known.id = expected.id)
        ORDER BY id
        ON CONFLICT (id) DO NOTHING;
    END IF;
    UPDATE accounts_user AS member
    SET programme_set_id = expected.id
    FROM expected_programme_set AS expected
    WHERE expected.user_id = member.id AND member.id = ANY (user_ids)
        AND member.programme_set_id IS DISTINCT FROM expected.id;
END
$$;


--
-- Name: refresh_search_entries(text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refresh_search_entries(user_ids text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM 1 FROM accounts_user WHERE id = ANY (user_ids) ORDER BY id FOR NO KEY UPDATE;
    DELETE FROM students_searchentry AS entry
    WHERE user_id = ANY (user_ids) AND NOT EXISTS (
        SELECT FROM expected_search_entry AS expected WHERE expected.user_id = entry.user_id
    );
    INSERT INTO students_searchentry AS entry
        (user_id, tenant_id, status, programme_set_id, last_seen_at, sort_name, text)
    SELECT user_id, tenant_id, status, programme_set_id, last_seen_at, sort_name, text
    FROM expected_search_entry WHERE user_id = ANY (user_ids)
    -- Who is called the same lies on the same page, of a bulk load: a search reads fewer pages.
    ORDER BY sort_name
    ON CONFLICT (user_id) DO UPDATE SET
        tenant_id = excluded.tenant_id,
        status = excluded.status,
        programme_set_id = excluded.programme_set_id,
        last_seen_at = excluded.last_seen_at,
        sort_name = excluded.sort_name,
        text = excluded.text;
END
$$;


--
-- Name: refresh_standings(text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refresh_standings(user_ids text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM 1 FROM accounts_user WHERE id = ANY (user_ids) ORDER BY id FOR NO KEY UPDATE;
    WITH expected AS MATERIALIZED (
        SELECT tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger,
            counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id,
            latest_graded_at, transcript_status
        FROM expected_standing WHERE user_id = ANY (user_ids)
    ),
    gone AS (
        DELETE FROM students_standing AS standing
        WHERE user_id = ANY (user_ids) AND NOT EXISTS (
            SELECT FROM expected
            WHERE expected.user_id = standing.user_id
                AND expected.case_study_id = standing.case_study_id
        )
    )
    INSERT INTO students_standing (
        tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger,
        counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id,
        latest_graded_at, transcript_status
    )
    SELECT tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger,
        counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id,
        latest_graded_at, transcript_status
    FROM expected
    EXCEPT
    SELECT tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger,
        counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id,
        latest_graded_at, transcript_status
    FROM students_standing WHERE user_id = ANY (user_ids)
    ON CONFLICT (user_id, case_study_id) DO UPDATE SET
        tenant_id = excluded.tenant_id,
        sort_name = excluded.sort_name,
        programme_set_id = excluded.programme_set_id,
        in_ledger = excluded.in_ledger,
        counted_sessions = excluded.counted_sessions,
        latest_counted_at = excluded.latest_counted_at,
        graded_sessions = excluded.graded_sessions,
        best_score = excluded.best_score,
        best_session_id = excluded.best_session_id,
        latest_graded_at = excluded.latest_graded_at,
        transcript_status = excluded.transcript_status;
END
$$;


--
-- Name: refuse_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: rows are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;


--
-- Name: refuse_role_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_role_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'The legacy name of a role never changes.'
        USING ERRCODE = 'restrict_violation';
END
$$;


--
-- Name: repair_panel(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.repair_panel() RETURNS void
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: repair_standings(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.repair_standings() RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refresh_standings(ARRAY(SELECT user_id FROM standing_difference));
    PERFORM add_standing_counts(ARRAY(
        SELECT ROW(0, transcript_status, day, 0, n, tenant_id)::students_standingcount
        FROM standing_count_difference
    ));
END
$$;


--
-- Name: search_grams(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.search_grams(value text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN tsvector_to_array(array_to_tsvector(array_remove(array_remove(((string_to_array(value, NULL::text) || string_to_array(regexp_replace(value, '(..)'::text, '\1
'::text, 'g'::text), '
'::text)) || string_to_array(regexp_replace(substr(value, 2), '(..)'::text, '\1
'::text, 'g'::text), '
'::text)), ''::text), '
'::text)));


--
-- Name: session_deleted(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.session_deleted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refresh_last_seen(ARRAY(
        SELECT DISTINCT user_id FROM old_rows WHERE seen_at IS NOT NULL
    ));
    RETURN NULL;
END
$$;


--
-- Name: session_inserted(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.session_inserted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refresh_last_seen(ARRAY(
        SELECT DISTINCT user_id FROM new_rows WHERE seen_at IS NOT NULL
    ));
    RETURN NULL;
END
$$;


--
-- Name: session_updated(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.session_updated() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refresh_last_seen(ARRAY(
        SELECT user_id FROM (
            (SELECT user_id, seen_at FROM old_rows EXCEPT ALL SELECT user_id, seen_at FROM new_rows)
            UNION ALL
            (SELECT user_id, seen_at FROM new_rows EXCEPT ALL SELECT user_id, seen_at FROM old_rows)
        ) AS changed GROUP BY user_id
    ));
    RETURN NULL;
END
$$;


--
-- Name: sessions_truncated(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.sessions_truncated() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE accounts_user SET last_seen_at = NULL WHERE last_seen_at IS NOT NULL;
    RETURN NULL;
END
$$;


--
-- Name: standing_grade_deleted(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.standing_grade_deleted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refresh_standings(ARRAY(
        SELECT DISTINCT user_id FROM students_session
        WHERE id IN (SELECT session_id FROM old_rows)
    ));
    RETURN NULL;
END
$$;


--
-- Name: standing_grade_inserted(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.standing_grade_inserted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refresh_standings(ARRAY(
        SELECT DISTINCT user_id FROM students_session
        WHERE id IN (SELECT session_id FROM new_rows)
    ));
    RETURN NULL;
END
$$;


--
-- Name: standing_grade_updated(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.standing_grade_updated() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    touched text[] := ARRAY(
        SELECT DISTINCT user_id FROM students_session WHERE id IN (
            SELECT session_id FROM (
                (
                    SELECT session_id, final_score FROM old_rows
                    EXCEPT
                    SELECT session_id, final_score FROM new_rows
                )
                UNION ALL
                (
                    SELECT session_id, final_score FROM new_rows
                    EXCEPT
                    SELECT session_id, final_score FROM old_rows
                )
            ) AS changed
        )
    );
BEGIN
    IF touched <> '{}' THEN
        PERFORM refresh_standings(touched);
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: standing_ledger_inserted(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.standing_ledger_inserted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    touched text[] := ARRAY(
        SELECT DISTINCT user_id FROM new_rows AS line WHERE NOT EXISTS (
            SELECT FROM students_standing AS known
            WHERE known.user_id = line.user_id AND known.case_study_id = line.case_study_id
                AND known.in_ledger
        )
    );
BEGIN
    IF touched <> '{}' THEN
        PERFORM refresh_standings(touched);
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: standing_session_deleted(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.standing_session_deleted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refresh_standings(ARRAY(
        SELECT DISTINCT user_id FROM old_rows WHERE start_time IS NOT NULL
    ));
    RETURN NULL;
END
$$;


--
-- Name: standing_session_inserted(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.standing_session_inserted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refresh_standings(ARRAY(
        SELECT DISTINCT user_id FROM new_rows WHERE start_time IS NOT NULL
    ));
    RETURN NULL;
END
$$;


--
-- Name: standing_session_updated(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.standing_session_updated() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    touched text[] := ARRAY(
        SELECT user_id FROM (
            (
                SELECT id, user_id, case_study_id, start_time, counted_as_attempt, grading_status,
                    transcript_status
                FROM old_rows
                EXCEPT
                SELECT id, user_id, case_study_id, start_time, counted_as_attempt, grading_status,
                    transcript_status
                FROM new_rows
            )
            UNION ALL
            (
                SELECT id, user_id, case_study_id, start_time, counted_as_attempt, grading_status,
                    transcript_status
                FROM new_rows
                EXCEPT
                SELECT id, user_id, case_study_id, start_time, counted_as_attempt, grading_status,
                    transcript_status
                FROM old_rows
            )
        ) AS changed GROUP BY user_id
    );
BEGIN
    IF touched <> '{}' THEN
        PERFORM 1 FROM accounts_user WHERE id IN (
            SELECT unnest(touched)
            UNION
            SELECT user_id FROM (
                (
                    SELECT id, user_id, seen_at FROM old_rows
                    EXCEPT
                    SELECT id, user_id, seen_at FROM new_rows
                )
                UNION ALL
                (
                    SELECT id, user_id, seen_at FROM new_rows
                    EXCEPT
                    SELECT id, user_id, seen_at FROM old_rows
                )
            ) AS seen
        ) ORDER BY id FOR NO KEY UPDATE;
        PERFORM refresh_standings(touched);
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: standing_user_updated(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.standing_user_updated() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    touched text[] := ARRAY(
        SELECT id FROM (
            (
                SELECT id, tenant_id, sort_name, programme_set_id,
                    legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
                FROM old_rows
                EXCEPT
                SELECT id, tenant_id, sort_name, programme_set_id,
                    legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
                FROM new_rows
            )
            UNION ALL
            (
                SELECT id, tenant_id, sort_name, programme_set_id,
                    legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
                FROM new_rows
                EXCEPT
                SELECT id, tenant_id, sort_name, programme_set_id,
                    legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
                FROM old_rows
            )
        ) AS changed GROUP BY id
    );
BEGIN
    IF touched <> '{}' THEN
        PERFORM refresh_standings(touched);
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: standings_truncated(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.standings_truncated() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refresh_standings(ARRAY(SELECT DISTINCT user_id FROM students_standing));
    RETURN NULL;
END
$$;


--
-- Name: text_cell(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.text_cell(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (value ~ '[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|^[''\x01-\x08\x0b\x0c\x0e-\x20\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]*[=+@\t\n\r\u207a-\u207c\u208a-\u208c\u2212\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20-]'::text) THEN regexp_replace(regexp_replace(value, '[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]'::text, ''::text, 'g'::text), '^([''\x01-\x08\x0b\x0c\x0e-\x20\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]*[=+@\t\n\r\u207a-\u207c\u208a-\u208c\u2212\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20-])'::text, '''\1'::text) ELSE value END;


--
-- Name: accounts_browsersession; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_browsersession (
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL,
    key_digest character varying(64) NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: accounts_invitation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_invitation (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    invited_by_id character varying(24) COLLATE pg_catalog."C",
    invited_by_name character varying(511),
    token_hash character varying(64) COLLATE pg_catalog."C",
    expires_at timestamp with time zone NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    claimed_at timestamp with time zone,
    sent_at timestamp with time zone,
    failed_at timestamp with time zone,
    failure character varying(500),
    accepted_at timestamp with time zone,
    replaced_at timestamp with time zone,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    user_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT accounts_invitation_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT invitation_sent_or_failed CHECK (((sent_at IS NULL) OR (failed_at IS NULL))),
    CONSTRAINT invitation_sent_with_token CHECK (((sent_at IS NULL) OR (token_hash IS NOT NULL)))
);


--
-- Name: accounts_programmemembership; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_programmemembership (
    id bigint NOT NULL,
    programme_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    user_id character varying(24) NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: accounts_programmemembership_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_programmemembership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_programmemembership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_programmeset; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_programmeset (
    id uuid NOT NULL,
    programmes character varying(24)[] NOT NULL COLLATE pg_catalog."C",
    label text NOT NULL,
    sort_label text GENERATED ALWAYS AS (public.fold_text(label)) STORED COLLATE pg_catalog."C",
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: accounts_ratecounter; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.accounts_ratecounter (
    key character varying(200) NOT NULL COLLATE pg_catalog."C",
    hits integer NOT NULL,
    window_ends_at timestamp with time zone NOT NULL,
    CONSTRAINT accounts_ratecounter_hits_check CHECK ((hits >= 0))
);


--
-- Name: accounts_role; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_role (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    name character varying(100) NOT NULL,
    description character varying(500),
    legacy_role character varying(20),
    permissions character varying(60)[] NOT NULL,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT role_legacy_role CHECK ((((legacy_role)::text = ANY ((ARRAY['SUPER_ADMIN'::character varying, 'ADMIN'::character varying, 'FACULTY'::character varying, 'STUDENT'::character varying])::text[])) OR (legacy_role IS NULL))),
    CONSTRAINT role_name_not_empty CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT role_permissions_known CHECK ((permissions <@ ARRAY['USER_MANAGEMENT.can_view'::character varying(60), 'USER_MANAGEMENT.can_create'::character varying(60), 'USER_MANAGEMENT.can_edit'::character varying(60), 'USER_MANAGEMENT.can_delete'::character varying(60), 'USER_MANAGEMENT.can_export'::character varying(60), 'ROLE_MANAGEMENT.can_view'::character varying(60), 'ROLE_MANAGEMENT.can_create'::character varying(60), 'ROLE_MANAGEMENT.can_edit'::character varying(60), 'ROLE_MANAGEMENT.can_delete'::character varying(60), 'ROLE_MANAGEMENT.can_export'::character varying(60), 'TENANT_MANAGEMENT.can_view'::character varying(60), 'TENANT_MANAGEMENT.can_create'::character varying(60), 'TENANT_MANAGEMENT.can_edit'::character varying(60), 'TENANT_MANAGEMENT.can_delete'::character varying(60), 'TENANT_MANAGEMENT.can_export'::character varying(60), 'CASE_STUDIES.can_view'::character varying(60), 'CASE_STUDIES.can_create'::character varying(60), 'CASE_STUDIES.can_edit'::character varying(60), 'CASE_STUDIES.can_delete'::character varying(60), 'CASE_STUDIES.can_export'::character varying(60), 'KNOWLEDGE_BASES.can_view'::character varying(60), 'KNOWLEDGE_BASES.can_create'::character varying(60), 'KNOWLEDGE_BASES.can_edit'::character varying(60), 'KNOWLEDGE_BASES.can_delete'::character varying(60), 'KNOWLEDGE_BASES.can_export'::character varying(60), 'FEEDBACK.can_view'::character varying(60), 'FEEDBACK.can_create'::character varying(60), 'FEEDBACK.can_edit'::character varying(60), 'FEEDBACK.can_delete'::character varying(60), 'FEEDBACK.can_export'::character varying(60), 'PROGRAMMES.can_view'::character varying(60), 'PROGRAMMES.can_create'::character varying(60), 'PROGRAMMES.can_edit'::character varying(60), 'PROGRAMMES.can_delete'::character varying(60), 'PROGRAMMES.can_export'::character varying(60), 'ATTEMPT_MANAGEMENT.can_view'::character varying(60), 'ATTEMPT_MANAGEMENT.can_create'::character varying(60), 'ATTEMPT_MANAGEMENT.can_edit'::character varying(60), 'ATTEMPT_MANAGEMENT.can_delete'::character varying(60), 'ATTEMPT_MANAGEMENT.can_export'::character varying(60), 'STUDENT_PERFORMANCE.can_view'::character varying(60), 'STUDENT_PERFORMANCE.can_create'::character varying(60), 'STUDENT_PERFORMANCE.can_edit'::character varying(60), 'STUDENT_PERFORMANCE.can_delete'::character varying(60), 'STUDENT_PERFORMANCE.can_export'::character varying(60)])),
    CONSTRAINT role_student_without_permissions CHECK (((NOT (((legacy_role)::text = 'STUDENT'::text) AND (legacy_role IS NOT NULL) AND (legacy_role IS NOT NULL))) OR (permissions = '{}'::character varying(60)[]))),
    CONSTRAINT role_tenant_management CHECK (((((legacy_role)::text = 'SUPER_ADMIN'::text) AND (legacy_role IS NOT NULL)) OR (NOT (permissions && ARRAY['TENANT_MANAGEMENT.can_view'::character varying(60), 'TENANT_MANAGEMENT.can_create'::character varying(60), 'TENANT_MANAGEMENT.can_edit'::character varying(60), 'TENANT_MANAGEMENT.can_delete'::character varying(60), 'TENANT_MANAGEMENT.can_export'::character varying(60)]))))
);


--
-- Name: accounts_servicekey; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_servicekey (
    id character varying(150) NOT NULL,
    prefix character varying(8) NOT NULL,
    hashed_key character varying(150) NOT NULL,
    created timestamp with time zone NOT NULL,
    name character varying(50) NOT NULL,
    revoked boolean NOT NULL,
    expiry_date timestamp with time zone,
    last_used_at timestamp with time zone,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: accounts_signin; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_signin (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    user_epoch integer DEFAULT 0 NOT NULL,
    tenant_epoch integer DEFAULT 0 NOT NULL,
    refresh_jti character varying(32) NOT NULL COLLATE pg_catalog."C",
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    user_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    sso_login_id character varying(24) COLLATE pg_catalog."C",
    CONSTRAINT accounts_signin_tenant_epoch_check CHECK ((tenant_epoch >= 0)),
    CONSTRAINT accounts_signin_user_epoch_check CHECK ((user_epoch >= 0))
);


--
-- Name: accounts_ssocode; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_ssocode (
    digest character varying(64) NOT NULL COLLATE pg_catalog."C",
    challenge character varying(43) NOT NULL COLLATE pg_catalog."C",
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    login_id character varying(24) NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: accounts_ssoidentity; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_ssoidentity (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    server_url character varying(500) NOT NULL,
    subject character varying(255) NOT NULL,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    user_id character varying(24) NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: accounts_ssologin; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_ssologin (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    user_epoch integer DEFAULT 0 NOT NULL,
    tenant_epoch integer DEFAULT 0 NOT NULL,
    ticket_digest character varying(64) NOT NULL COLLATE pg_catalog."C",
    session_digest character varying(64) COLLATE pg_catalog."C",
    ended_at timestamp with time zone,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    user_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT accounts_ssologin_tenant_epoch_check CHECK ((tenant_epoch >= 0)),
    CONSTRAINT accounts_ssologin_user_epoch_check CHECK ((user_epoch >= 0))
);


--
-- Name: accounts_user; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_user (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    password character varying(128) NOT NULL,
    email character varying(254) NOT NULL,
    legacy_role character varying(20),
    status character varying(10) NOT NULL,
    first_name character varying(255) NOT NULL,
    middle_name character varying(255),
    last_name character varying(255) NOT NULL,
    title character varying(100),
    department character varying(255),
    unlimited_sessions boolean NOT NULL,
    access_epoch integer DEFAULT 0 NOT NULL,
    last_activity_at timestamp with time zone,
    last_seen_at timestamp with time zone,
    sort_name text GENERATED ALWAYS AS (public.fold_text(((COALESCE(first_name, ''::character varying))::text || COALESCE((COALESCE(' '::text, ''::text) || (COALESCE(last_name, ''::character varying))::text), ''::text)))) STORED COLLATE pg_catalog."C",
    search_text text GENERATED ALWAYS AS (public.fold_case((COALESCE(((COALESCE(first_name, ''::character varying))::text || COALESCE((COALESCE(' '::text, ''::text) || (COALESCE(last_name, ''::character varying))::text), ''::text)), ''::text) || COALESCE((COALESCE('
'::text, ''::text) || COALESCE((COALESCE(((COALESCE(first_name, ''::character varying))::text || COALESCE((COALESCE(' '::text, ''::text) || COALESCE((COALESCE(
CASE
    WHEN ((middle_name)::text > ''::text) THEN ((COALESCE(middle_name, ''::character varying))::text || COALESCE(' '::text, ''::text))
    ELSE ''::text
END, ''::text) || (COALESCE(last_name, ''::character varying))::text), ''::text)), ''::text)), ''::text) || COALESCE((COALESCE('
'::text, ''::text) || (COALESCE(email, ''::character varying))::text), ''::text)), ''::text)), ''::text)))) STORED,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    programme_set_id uuid,
    role_id character varying(24) COLLATE pg_catalog."C",
    CONSTRAINT accounts_user_access_epoch_check CHECK ((access_epoch >= 0)),
    CONSTRAINT user_email_and_name_not_empty CHECK (((NOT ((email)::text = ''::text)) AND (NOT ((first_name)::text = ''::text)))),
    CONSTRAINT user_status CHECK (((status)::text = ANY ((ARRAY['ACTIVE'::character varying, 'INACTIVE'::character varying, 'DELETED'::character varying])::text[])))
);


--
-- Name: auth_group; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


--
-- Name: auth_group_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_permission; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_admin_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_cas_ng_proxygrantingticket; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_cas_ng_proxygrantingticket (
    id integer NOT NULL,
    session_key character varying(736),
    pgtiou character varying(255),
    pgt character varying(255),
    date timestamp with time zone NOT NULL,
    user_id character varying(24) COLLATE pg_catalog."C"
);


--
-- Name: django_cas_ng_proxygrantingticket_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_cas_ng_proxygrantingticket ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_cas_ng_proxygrantingticket_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_cas_ng_sessionticket; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_cas_ng_sessionticket (
    id integer NOT NULL,
    session_key character varying(736) NOT NULL,
    ticket character varying(1024) NOT NULL
);


--
-- Name: django_cas_ng_sessionticket_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_cas_ng_sessionticket ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_cas_ng_sessionticket_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_content_type; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


--
-- Name: django_tasks_database_dbtaskresult; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_tasks_database_dbtaskresult (
    id uuid NOT NULL,
    status character varying(10) NOT NULL,
    args_kwargs jsonb NOT NULL,
    priority integer NOT NULL,
    task_path text NOT NULL,
    queue_name character varying(32) NOT NULL,
    backend_name character varying(32) NOT NULL,
    run_after timestamp with time zone NOT NULL,
    enqueued_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    started_at timestamp with time zone,
    return_value jsonb,
    exception_class_path text CONSTRAINT django_tasks_database_dbtaskresul_exception_class_path_not_null NOT NULL,
    traceback text NOT NULL,
    worker_ids jsonb NOT NULL,
    CONSTRAINT priority_range CHECK (((priority >= '-100'::integer) AND (priority <= 100)))
);


--
-- Name: students_session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.students_session (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    conversation_id character varying(100),
    status character varying(10) NOT NULL,
    start_time timestamp with time zone,
    end_time timestamp with time zone,
    last_activity timestamp with time zone,
    elapsed_active_time double precision NOT NULL,
    reconnect_count smallint NOT NULL,
    end_reason character varying(30),
    duration_limit integer NOT NULL,
    transcript_status character varying(10) NOT NULL,
    grading_status character varying(10) NOT NULL,
    counted_as_attempt boolean GENERATED ALWAYS AS ((elapsed_active_time >= (60.0)::double precision)) STORED,
    seen_at timestamp with time zone GENERATED ALWAYS AS (
CASE
    WHEN (start_time IS NOT NULL) THEN COALESCE(last_activity, end_time, start_time)
    ELSE NULL::timestamp with time zone
END) STORED,
    case_study_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    user_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT session_elapsed_range CHECK (((elapsed_active_time >= (0.0)::double precision) AND (elapsed_active_time <= (1000000.0)::double precision))),
    CONSTRAINT session_ends_after_start CHECK ((end_time >= start_time)),
    CONSTRAINT session_known_states CHECK ((((status)::text = ANY ((ARRAY['pending'::character varying, 'active'::character varying, 'ended'::character varying])::text[])) AND (((end_reason)::text = ANY ((ARRAY['user_ended'::character varying, 'timer_expired'::character varying, 'reconnect_window_expired'::character varying, 'reconnect_limit'::character varying])::text[])) OR (end_reason IS NULL)) AND ((transcript_status)::text = ANY ((ARRAY['available'::character varying, 'partial'::character varying, 'processing'::character varying, 'missing'::character varying, 'failed'::character varying])::text[])) AND ((grading_status)::text = ANY ((ARRAY['pending'::character varying, 'complete'::character varying, 'failed'::character varying])::text[])))),
    CONSTRAINT students_session_duration_limit_check CHECK ((duration_limit >= 0)),
    CONSTRAINT students_session_reconnect_count_check CHECK ((reconnect_count >= 0))
);


--
-- Name: expected_last_seen; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.expected_last_seen AS
 SELECT member.id AS user_id,
    member.tenant_id,
    latest.seen_at AS last_seen_at
   FROM (public.accounts_user member
     LEFT JOIN ( SELECT students_session.user_id,
            max(students_session.seen_at) AS seen_at
           FROM public.students_session
          GROUP BY students_session.user_id) latest ON (((latest.user_id)::text = (member.id)::text)));


--
-- Name: expected_programme_set; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.expected_programme_set AS
 SELECT member.id AS user_id,
    member.tenant_id,
    enrolled.programmes,
    public.programme_set_id(enrolled.programmes) AS id
   FROM public.accounts_user member,
    LATERAL ( SELECT array_agg((accounts_programmemembership.programme_id)::text ORDER BY accounts_programmemembership.programme_id) AS programmes
           FROM public.accounts_programmemembership
          WHERE ((accounts_programmemembership.user_id)::text = (member.id)::text)) enrolled;


--
-- Name: expected_search_entry; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.expected_search_entry AS
 SELECT id AS user_id,
    tenant_id,
    status,
    programme_set_id,
    last_seen_at,
    sort_name,
    search_text AS text
   FROM public.accounts_user
  WHERE (((legacy_role)::text = 'STUDENT'::text) AND (NOT ((status)::text = 'DELETED'::text)));


--
-- Name: students_attempttransaction; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.students_attempttransaction (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    type character varying(10) NOT NULL,
    amount integer NOT NULL,
    reason character varying(1000) NOT NULL,
    expires_at timestamp with time zone,
    actor_user_id character varying(24) COLLATE pg_catalog."C",
    actor_name character varying(511),
    case_study_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    grant_id character varying(24) COLLATE pg_catalog."C",
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    user_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT attempt_transaction_amount CHECK ((amount > 0)),
    CONSTRAINT attempt_transaction_expiry_of_a_grant CHECK (((NOT ((type)::text = 'expiry'::text)) OR (grant_id IS NOT NULL))),
    CONSTRAINT attempt_transaction_expiry_of_grants CHECK ((((type)::text = 'grant'::text) OR (expires_at IS NULL))),
    CONSTRAINT attempt_transaction_grant_of_charges CHECK (((NOT ((type)::text = 'grant'::text)) OR (grant_id IS NULL))),
    CONSTRAINT attempt_transaction_type CHECK (((type)::text = ANY ((ARRAY['grant'::character varying, 'revoke'::character varying, 'expiry'::character varying])::text[]))),
    CONSTRAINT students_attempttransaction_amount_check CHECK ((amount >= 0))
);


--
-- Name: students_grade; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.students_grade (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    rubric_id character varying(100),
    final_score numeric(4,1) NOT NULL,
    overall_summary text NOT NULL,
    criteria jsonb NOT NULL,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    session_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT grade_score_range CHECK (((final_score >= (0)::numeric) AND (final_score <= (100)::numeric)))
);


--
-- Name: expected_standing; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.expected_standing AS
 SELECT student.tenant_id,
    student.id AS user_id,
    pair.case_study_id,
    student.sort_name,
    student.programme_set_id,
    pair.in_ledger,
    pair.counted_sessions,
    pair.latest_counted_at,
    pair.graded_sessions,
    pair.best_score,
    pair.best_session_id,
    pair.latest_graded_at,
    pair.transcript_status
   FROM public.accounts_user student,
    LATERAL ( SELECT fact.case_study_id,
            bool_or((fact.session_id IS NULL)) AS in_ledger,
            count(*) FILTER (WHERE fact.counted) AS counted_sessions,
            max(fact.start_time) FILTER (WHERE fact.counted) AS latest_counted_at,
            count(fact.score) AS graded_sessions,
            max(fact.score) AS best_score,
            (array_agg(fact.session_id ORDER BY fact.score DESC, fact.start_time DESC, fact.session_id DESC) FILTER (WHERE (fact.score IS NOT NULL)))[1] AS best_session_id,
            max(fact.start_time) FILTER (WHERE (fact.score IS NOT NULL)) AS latest_graded_at,
            (ARRAY['failed'::text, 'missing'::text, 'processing'::text, 'partial'::text, 'available'::text])[min(array_position(ARRAY['failed'::text, 'missing'::text, 'processing'::text, 'partial'::text, 'available'::text], (fact.transcript_status)::text)) FILTER (WHERE (fact.score IS NOT NULL))] AS transcript_status
           FROM ( SELECT session.case_study_id,
                    session.id AS session_id,
                    session.start_time,
                    session.transcript_status,
                    session.counted_as_attempt AS counted,
                        CASE
                            WHEN (session.counted_as_attempt AND ((session.grading_status)::text = 'complete'::text)) THEN grade.final_score
                            ELSE NULL::numeric
                        END AS score
                   FROM (public.students_session session
                     LEFT JOIN public.students_grade grade ON (((grade.session_id)::text = (session.id)::text)))
                  WHERE (((session.tenant_id)::text = (student.tenant_id)::text) AND ((session.user_id)::text = (student.id)::text) AND (session.seen_at IS NOT NULL))
                UNION ALL
                 SELECT line.case_study_id,
                    NULL::character varying,
                    NULL::timestamp with time zone,
                    NULL::character varying,
                    false,
                    NULL::numeric
                   FROM public.students_attempttransaction line
                  WHERE (((line.tenant_id)::text = (student.tenant_id)::text) AND ((line.user_id)::text = (student.id)::text))) fact
          GROUP BY fact.case_study_id) pair
  WHERE (((student.legacy_role)::text = 'STUDENT'::text) AND (NOT ((student.status)::text = 'DELETED'::text)));


--
-- Name: expected_student_count; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.expected_student_count AS
 WITH changed AS MATERIALIZED (
         SELECT accounts_user.tenant_id,
            accounts_user.programme_set_id,
            accounts_user.status,
            ((accounts_user.last_seen_at AT TIME ZONE 'UTC'::text))::date AS day,
            accounts_user.search_text,
            1 AS n
           FROM public.accounts_user
          WHERE (((accounts_user.legacy_role)::text = 'STUDENT'::text) AND (NOT ((accounts_user.status)::text = 'DELETED'::text)))
        ), moved AS (
         SELECT changed.tenant_id,
            changed.programme_set_id,
            changed.status,
            kind.dated,
            kind.day,
            sum(changed.n) AS n
           FROM changed,
            LATERAL ( VALUES (false,NULL::date), (true,changed.day)) kind(dated, day)
          GROUP BY changed.tenant_id, changed.programme_set_id, changed.status, kind.dated, kind.day
         HAVING (sum(changed.n) <> 0)
        ), renamed AS (
         SELECT changed.tenant_id,
            changed.status,
            changed.search_text,
            sum(changed.n) AS n
           FROM changed
          GROUP BY changed.tenant_id, changed.status, changed.search_text
         HAVING (sum(changed.n) <> 0)
        ), counted AS (
         SELECT moved.tenant_id,
            ''::character varying AS programme,
            ''::text AS gram,
            moved.status,
            moved.dated,
            moved.day,
            moved.n
           FROM moved
        UNION ALL
         SELECT moved.tenant_id,
            programme.programme,
            ''::text,
            moved.status,
            moved.dated,
            moved.day,
            moved.n
           FROM (moved
             JOIN public.accounts_programmeset known ON ((known.id = moved.programme_set_id))),
            LATERAL unnest(known.programmes) programme(programme)
        UNION ALL
         SELECT renamed.tenant_id,
            ''::character varying,
            gram.gram,
            renamed.status,
            false,
            NULL::date,
            renamed.n
           FROM renamed,
            LATERAL unnest(public.search_grams(renamed.search_text)) gram(gram)
        )
 SELECT tenant_id,
    programme,
    gram,
    status,
    dated,
    day,
    (sum(n))::bigint AS n
   FROM counted
  GROUP BY tenant_id, programme, gram, status, dated, day
 HAVING (sum(n) <> (0)::numeric);


--
-- Name: last_seen_difference; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.last_seen_difference AS
 SELECT expected.user_id
   FROM (public.expected_last_seen expected
     JOIN public.accounts_user member ON (((member.id)::text = (expected.user_id)::text)))
  WHERE (member.last_seen_at IS DISTINCT FROM expected.last_seen_at);


--
-- Name: programme_label_difference; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.programme_label_difference AS
 SELECT id AS programme_set_id
   FROM public.accounts_programmeset
  WHERE ((label IS DISTINCT FROM public.programme_label((programmes)::text[])) OR (id IS DISTINCT FROM public.programme_set_id((programmes)::text[])));


--
-- Name: programme_set_difference; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.programme_set_difference AS
 SELECT expected.user_id
   FROM (public.expected_programme_set expected
     JOIN public.accounts_user member ON (((member.id)::text = (expected.user_id)::text)))
  WHERE ((member.programme_set_id IS DISTINCT FROM expected.id) OR ((expected.id IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM public.accounts_programmeset known
          WHERE (((known.id = expected.id) AND ((known.tenant_id)::text = (expected.tenant_id)::text)) AND ((known.programmes)::text[] = expected.programmes)))))));


--
-- Name: programmes_casestudy; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.programmes_casestudy (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    title character varying(255) NOT NULL,
    slug character varying(255) NOT NULL COLLATE pg_catalog."C",
    description character varying(5000),
    instructions jsonb NOT NULL,
    time_limit_minutes integer,
    document_url character varying(1000),
    first_message character varying(2000),
    is_active boolean NOT NULL,
    sort_title text GENERATED ALWAYS AS (public.fold_text((title)::text)) STORED COLLATE pg_catalog."C",
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT case_study_slug_format CHECK (((slug)::text ~ '\A[a-z0-9-]+\Z'::text)),
    CONSTRAINT case_study_time_limit_positive CHECK (((time_limit_minutes > 0) OR (time_limit_minutes IS NULL))),
    CONSTRAINT case_study_title_not_empty CHECK ((NOT ((title)::text = ''::text))),
    CONSTRAINT programmes_casestudy_time_limit_minutes_check CHECK ((time_limit_minutes >= 0))
);


--
-- Name: programmes_casestudyprogramme; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.programmes_casestudyprogramme (
    id bigint NOT NULL,
    case_study_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    programme_id character varying(24) NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: programmes_casestudyprogramme_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.programmes_casestudyprogramme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_casestudyprogramme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rest_framework_api_key_apikey; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rest_framework_api_key_apikey (
    id character varying(150) NOT NULL,
    created timestamp with time zone NOT NULL,
    name character varying(50) NOT NULL,
    revoked boolean NOT NULL,
    expiry_date timestamp with time zone,
    hashed_key character varying(150) NOT NULL,
    prefix character varying(8) NOT NULL
);


--
-- Name: students_searchentry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.students_searchentry (
    user_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    status character varying(10) NOT NULL,
    last_seen_at timestamp with time zone,
    sort_name text NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL,
    programme_set_id uuid,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C"
)
WITH (fillfactor='85');


--
-- Name: search_entry_difference; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.search_entry_difference AS
 SELECT user_id
   FROM ((
                 SELECT expected_search_entry.user_id,
                    expected_search_entry.tenant_id,
                    expected_search_entry.status,
                    expected_search_entry.programme_set_id,
                    expected_search_entry.last_seen_at,
                    expected_search_entry.sort_name,
                    expected_search_entry.text
                   FROM public.expected_search_entry
                EXCEPT
                 SELECT students_searchentry.user_id,
                    students_searchentry.tenant_id,
                    students_searchentry.status,
                    students_searchentry.programme_set_id,
                    students_searchentry.last_seen_at,
                    students_searchentry.sort_name,
                    students_searchentry.text
                   FROM public.students_searchentry
        ) UNION ALL (
                 SELECT students_searchentry.user_id,
                    students_searchentry.tenant_id,
                    students_searchentry.status,
                    students_searchentry.programme_set_id,
                    students_searchentry.last_seen_at,
                    students_searchentry.sort_name,
                    students_searchentry.text
                   FROM public.students_searchentry
                EXCEPT
                 SELECT expected_search_entry.user_id,
                    expected_search_entry.tenant_id,
                    expected_search_entry.status,
                    expected_search_entry.programme_set_id,
                    expected_search_entry.last_seen_at,
                    expected_search_entry.sort_name,
                    expected_search_entry.text
                   FROM public.expected_search_entry
        )) differing
  GROUP BY user_id;


--
-- Name: students_standing; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.students_standing (
    sort_name text NOT NULL COLLATE pg_catalog."C",
    in_ledger boolean NOT NULL,
    counted_sessions integer NOT NULL,
    latest_counted_at timestamp with time zone,
    graded_sessions integer NOT NULL,
    best_score numeric(4,1),
    best_session_id character varying(24) COLLATE pg_catalog."C",
    latest_graded_at timestamp with time zone,
    transcript_status character varying(10),
    case_study_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    programme_set_id uuid,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    user_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT students_standing_counted_sessions_check CHECK ((counted_sessions >= 0)),
    CONSTRAINT students_standing_graded_sessions_check CHECK ((graded_sessions >= 0))
);


--
-- Name: standing_count_difference; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.standing_count_difference AS
 SELECT tenant_id,
    transcript_status,
    day,
    (sum(n))::bigint AS n
   FROM ( SELECT counted_1.tenant_id,
            counted_1.transcript_status,
            counted_1.day,
            sum(counted_1.n) AS n
           FROM ( SELECT students_standing.tenant_id,
                    students_standing.transcript_status,
                    ((students_standing.latest_graded_at AT TIME ZONE 'UTC'::text))::date AS day,
                    1 AS n
                   FROM public.students_standing
                  WHERE (students_standing.graded_sessions > 0)) counted_1
          GROUP BY counted_1.tenant_id, counted_1.transcript_status, counted_1.day
         HAVING (sum(counted_1.n) <> 0)
        UNION ALL
         SELECT students_standingcount.tenant_id,
            students_standingcount.transcript_status,
            students_standingcount.day,
            (- students_standingcount.n)
           FROM public.students_standingcount) counted
  GROUP BY tenant_id, transcript_status, day
 HAVING (sum(n) <> (0)::numeric);


--
-- Name: standing_count_tickets; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.standing_count_tickets
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: standing_difference; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.standing_difference AS
 SELECT user_id
   FROM ((
                 SELECT expected_standing.tenant_id,
                    expected_standing.user_id,
                    expected_standing.case_study_id,
                    expected_standing.sort_name,
                    expected_standing.programme_set_id,
                    expected_standing.in_ledger,
                    expected_standing.counted_sessions,
                    expected_standing.latest_counted_at,
                    expected_standing.graded_sessions,
                    expected_standing.best_score,
                    expected_standing.best_session_id,
                    expected_standing.latest_graded_at,
                    expected_standing.transcript_status
                   FROM public.expected_standing
                EXCEPT
                 SELECT students_standing.tenant_id,
                    students_standing.user_id,
                    students_standing.case_study_id,
                    students_standing.sort_name,
                    students_standing.programme_set_id,
                    students_standing.in_ledger,
                    students_standing.counted_sessions,
                    students_standing.latest_counted_at,
                    students_standing.graded_sessions,
                    students_standing.best_score,
                    students_standing.best_session_id,
                    students_standing.latest_graded_at,
                    students_standing.transcript_status
                   FROM public.students_standing
        ) UNION ALL (
                 SELECT students_standing.tenant_id,
                    students_standing.user_id,
                    students_standing.case_study_id,
                    students_standing.sort_name,
                    students_standing.programme_set_id,
                    students_standing.in_ledger,
                    students_standing.counted_sessions,
                    students_standing.latest_counted_at,
                    students_standing.graded_sessions,
                    students_standing.best_score,
                    students_standing.best_session_id,
                    students_standing.latest_graded_at,
                    students_standing.transcript_status
                   FROM public.students_standing
                EXCEPT
                 SELECT expected_standing.tenant_id,
                    expected_standing.user_id,
                    expected_standing.case_study_id,
                    expected_standing.sort_name,
                    expected_standing.programme_set_id,
                    expected_standing.in_ledger,
                    expected_standing.counted_sessions,
                    expected_standing.latest_counted_at,
                    expected_standing.graded_sessions,
                    expected_standing.best_score,
                    expected_standing.best_session_id,
                    expected_standing.latest_graded_at,
                    expected_standing.transcript_status
                   FROM public.expected_standing
        )) differing
  GROUP BY user_id;


--
-- Name: student_count_difference; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.student_count_difference AS
 SELECT tenant_id,
    programme,
    gram,
    status,
    dated,
    day,
    (sum(n))::bigint AS n
   FROM ( SELECT expected_student_count.tenant_id,
            expected_student_count.programme,
            expected_student_count.gram,
            expected_student_count.status,
            expected_student_count.dated,
            expected_student_count.day,
            expected_student_count.n
           FROM public.expected_student_count
        UNION ALL
         SELECT students_studentcount.tenant_id,
            students_studentcount.programme,
            students_studentcount.gram,
            students_studentcount.status,
            students_studentcount.dated,
            students_studentcount.day,
            (- students_studentcount.n)
           FROM public.students_studentcount) counted
  GROUP BY tenant_id, programme, gram, status, dated, day
 HAVING (sum(n) <> (0)::numeric);


--
-- Name: student_count_tickets; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.student_count_tickets
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: students_bulkjob; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.students_bulkjob (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    job_type character varying(20) NOT NULL,
    status character varying(10) NOT NULL,
    amount integer NOT NULL,
    reason character varying(1000) NOT NULL,
    expires_at timestamp with time zone,
    dry_run boolean NOT NULL,
    total_rows integer NOT NULL,
    processed_rows integer NOT NULL,
    succeeded_rows integer NOT NULL,
    failed_rows integer NOT NULL,
    results jsonb NOT NULL,
    actor_user_id character varying(24) COLLATE pg_catalog."C",
    started_at timestamp with time zone,
    completed_at timestamp with time zone,
    case_study_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT bulk_job_known_states CHECK ((((job_type)::text = ANY ((ARRAY['attempt_grant'::character varying, 'attempt_revoke'::character varying])::text[])) AND ((status)::text = ANY ((ARRAY['pending'::character varying, 'running'::character varying, 'completed'::character varying, 'failed'::character varying])::text[])))),
    CONSTRAINT students_bulkjob_amount_check CHECK ((amount >= 0)),
    CONSTRAINT students_bulkjob_failed_rows_check CHECK ((failed_rows >= 0)),
    CONSTRAINT students_bulkjob_processed_rows_check CHECK ((processed_rows >= 0)),
    CONSTRAINT students_bulkjob_succeeded_rows_check CHECK ((succeeded_rows >= 0)),
    CONSTRAINT students_bulkjob_total_rows_check CHECK ((total_rows >= 0))
);


--
-- Name: students_idempotencyrecord; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.students_idempotencyrecord (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    operation character varying(50) NOT NULL,
    key character varying(128) NOT NULL COLLATE pg_catalog."C",
    request_hash character varying(64) NOT NULL,
    response jsonb,
    created_at timestamp with time zone NOT NULL,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: students_rosterimport; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.students_rosterimport (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    state character varying(10) NOT NULL,
    file_name character varying(255) NOT NULL,
    people_content bytea,
    companion_name character varying(255) NOT NULL,
    companion_content bytea,
    programme character varying(32) NOT NULL,
    max_change character varying(20) NOT NULL,
    deactivate_missing boolean NOT NULL,
    skip_bad_rows boolean NOT NULL,
    report jsonb NOT NULL,
    refusal character varying(1000) NOT NULL,
    stage character varying(50) NOT NULL,
    steps integer NOT NULL,
    steps_done integer NOT NULL,
    heard_of_at timestamp with time zone,
    finished_at timestamp with time zone,
    created_by_id character varying(24) COLLATE pg_catalog."C",
    created_by_name character varying(511),
    confirmed_by_id character varying(24) COLLATE pg_catalog."C",
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT roster_import_state CHECK (((state)::text = ANY ((ARRAY['checking'::character varying, 'refused'::character varying, 'checked'::character varying, 'importing'::character varying, 'imported'::character varying, 'discarded'::character varying])::text[]))),
    CONSTRAINT students_rosterimport_steps_check CHECK ((steps >= 0)),
    CONSTRAINT students_rosterimport_steps_done_check CHECK ((steps_done >= 0))
);


--
-- Name: students_standingcount_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.students_standingcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.students_standingcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: students_studentcount_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.students_studentcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.students_studentcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: students_transcript; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.students_transcript (
    session_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    status character varying(10) DEFAULT 'available'::character varying NOT NULL,
    messages jsonb NOT NULL,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT transcript_status CHECK (((status)::text = ANY ((ARRAY['available'::character varying, 'partial'::character varying, 'missing'::character varying, 'failed'::character varying])::text[])))
);


--
-- Name: tenants_allowedorigin; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tenants_allowedorigin (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    origin character varying(255) NOT NULL COLLATE pg_catalog."C",
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT origin_lower_case CHECK (((origin)::text = lower((origin)::text)))
);


--
-- Name: tenants_auditevent; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tenants_auditevent (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    actor_user_id character varying(24) COLLATE pg_catalog."C",
    actor_email character varying(254),
    actor_name character varying(511),
    target_type character varying(30) NOT NULL,
    target_id character varying(100),
    event_type character varying(50) NOT NULL,
    event_time timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL,
    request_id character varying(128),
    address inet,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C"
)
WITH (autovacuum_vacuum_insert_scale_factor='0.02');


--
-- Name: tenants_tenant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tenants_tenant (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    name character varying(255) NOT NULL,
    slug character varying(100) NOT NULL COLLATE pg_catalog."C",
    domain character varying(255),
    lms_type character varying(50),
    is_active boolean NOT NULL,
    access_epoch integer DEFAULT 0 NOT NULL,
    CONSTRAINT tenant_domain_format CHECK (((domain)::text ~ '\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?\Z'::text)),
    CONSTRAINT tenant_name_not_empty CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT tenant_slug_format CHECK (((slug)::text ~ '\A[a-z0-9-]+\Z'::text)),
    CONSTRAINT tenants_tenant_access_epoch_check CHECK ((access_epoch >= 0))
);


--
-- Name: tenants_tenantaiconfig; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tenants_tenantaiconfig (
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    default_llm_model character varying(100),
    default_tts_voice character varying(100),
    default_stt_language character varying(10),
    max_sessions_per_student smallint,
    default_language character varying(10),
    admin_email character varying(254),
    support_email character varying(254),
    updated_at timestamp with time zone,
    CONSTRAINT ai_max_sessions_range CHECK (((max_sessions_per_student >= 1) AND (max_sessions_per_student <= 100))),
    CONSTRAINT tenants_tenantaiconfig_max_sessions_per_student_check CHECK ((max_sessions_per_student >= 0))
);


--
-- Name: tenants_tenantbranding; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tenants_tenantbranding (
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    logo_url character varying(500),
    primary_color character varying(7),
    secondary_color character varying(7),
    widget_position character varying(20) NOT NULL,
    updated_at timestamp with time zone,
    CONSTRAINT branding_colour_format CHECK ((((primary_color)::text ~ '\A#[0-9A-Fa-f]{6}\Z'::text) AND ((secondary_color)::text ~ '\A#[0-9A-Fa-f]{6}\Z'::text))),
    CONSTRAINT branding_widget_position CHECK (((widget_position)::text = ANY ((ARRAY['bottom-right'::character varying, 'bottom-left'::character varying, 'top-right'::character varying, 'top-left'::character varying])::text[])))
);


--
-- Name: tenants_tenantssoconfig; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tenants_tenantssoconfig (
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    provider character varying(20) NOT NULL,
    server_url character varying(500),
    callback_url character varying(500),
    is_enabled boolean NOT NULL,
    updated_at timestamp with time zone,
    CONSTRAINT sso_enabled_needs_urls CHECK (((NOT is_enabled) OR (((callback_url)::text > ''::text) AND (callback_url IS NOT NULL) AND ((server_url)::text > ''::text) AND (server_url IS NOT NULL)))),
    CONSTRAINT sso_provider CHECK (((provider)::text = 'cas'::text))
);


--
-- Data for Name: accounts_browsersession; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_browsersession (session_data, expire_date, key_digest) FROM stdin;
data	2025-10-15 09:00:00+00	ccf75207048cc330840ba42e53e9c3b6c2f4ca0ab55a8ff2555c09222b6d9439
\.


--
-- Data for Name: accounts_invitation; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_invitation (id, created_at, invited_by_id, invited_by_name, token_hash, expires_at, attempts, claimed_at, sent_at, failed_at, failure, accepted_at, replaced_at, tenant_id, user_id) FROM stdin;
683c5ce25000000000000000	2025-06-01 14:00:02+00	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	0000000000000000000000000000000000000000683c5ce25000000000000000	2025-06-08 14:00:02+00	0	\N	2025-06-01 14:00:02+00	\N	\N	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	6650b2c3d4e5f6a7b8c9d0e1
67a07b07ee3779b97f4a7c15	2025-02-03 08:15:03+00	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	000000000000000000000000000000000000000067a07b07ee3779b97f4a7c15	2025-02-10 08:15:03+00	0	\N	2025-02-03 08:15:03+00	\N	\N	2025-02-04 07:02:11+00	\N	6650a1b2c3d4e5f6a7b8c9d0	67a07b04c8dde6e5fd29f054
67d7f2a28c6ef372fe94f82a	2025-03-17 10:00:02+00	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	000000000000000000000000000000000000000067d7f2a28c6ef372fe94f82a	2025-03-24 10:00:02+00	0	\N	2025-03-17 10:00:02+00	\N	\N	\N	2025-03-28 09:40:00+00	6650a1b2c3d4e5f6a7b8c9d0	67d7f2a06715609f7c746c69
67e66e702aa66d2c7ddf743f	2025-03-28 09:40:00+00	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	000000000000000000000000000000000000000067e66e702aa66d2c7ddf743f	2025-04-04 09:40:00+00	0	\N	2025-03-28 09:40:00+00	\N	\N	2025-03-28 11:05:30+00	\N	6650a1b2c3d4e5f6a7b8c9d0	67d7f2a06715609f7c746c69
6a1d4a14c8dde6e5fd29f054	2026-06-01 09:00:04+00	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	00000000000000000000000000000000000000006a1d4a14c8dde6e5fd29f054	2026-06-08 09:00:04+00	0	\N	2026-06-01 09:00:04+00	\N	\N	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	6a1d4a1041bbcdcbfa53e0a8
684fcf01a000000000000000	2025-06-16 08:00:01+00	683d5a00a000000000000000	Begoña Quiñones-Ampofo	0000000000000000000000000000000000000000684fcf01a000000000000000	2025-06-23 08:00:01+00	0	\N	2025-06-16 08:00:01+00	\N	\N	\N	\N	6650c3d4e5f6a7b8c9d0e1f2	684fcf00dc6ef372fe94f82a
\.


--
-- Data for Name: accounts_programmemembership; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_programmemembership (id, programme_id, tenant_id, user_id) FROM stdin;
1	67763bc8ee3779b97f4a7c15	6650a1b2c3d4e5f6a7b8c9d0	677ba2988c6ef372fe94f82a
2	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	677ba2988c6ef372fe94f82a
3	6651a1b2c3d4e5f6a7b8c9d0	6650a1b2c3d4e5f6a7b8c9d0	6650b2c3d4e5f6a7b8c9d0e1
4	67763bc8ee3779b97f4a7c15	6650a1b2c3d4e5f6a7b8c9d0	6650b2c3d4e5f6a7b8c9d0e1
5	67776a20c8dde6e5fd29f054	6650a1b2c3d4e5f6a7b8c9d0	67a07b04c8dde6e5fd29f054
6	6651a1b2c3d4e5f6a7b8c9d0	6650a1b2c3d4e5f6a7b8c9d0	67a07b04c8dde6e5fd29f054
7	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	67d7f2a06715609f7c746c69
8	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	680784c0054cda58fbbee87e
9	677705582aa66d2c7ddf743f	6650a1b2c3d4e5f6a7b8c9d0	6a1d4a1041bbcdcbfa53e0a8
10	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	6650a1b2c3d4e5f6a7b8c9d0
38	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	67e33767774fefaa6fb125e3
39	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	6802d11815876963eefba1f8
102	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	67a2eb014fe183b1469142a5
104	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	67e21e638c50772445263acf
164	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	67a1d1fd64e20b2b1c065791
171	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	683fd2727bf76bca987ac3fa
190	6651a1b2c3d4e5f6a7b8c9d0	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
237	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	68b6dc406b9e6070ebcf4d25
238	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	68b6ea5009d5da2a6b19c93a
239	677705582aa66d2c7ddf743f	6650a1b2c3d4e5f6a7b8c9d0	68b6f860a80d53e3ea64454f
240	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	68b6f860a80d53e3ea64454f
241	67763bc8ee3779b97f4a7c15	6650a1b2c3d4e5f6a7b8c9d0	68b706704644cd9d69aec164
242	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	68b706704644cd9d69aec164
243	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	68b706704644cd9d69aec164
253	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	67a05b4dd6381522e34d1e21
254	677833b0054cda58fbbee87e	6650a1b2c3d4e5f6a7b8c9d0	67a05b4dd6381522e34d1e21
298	67776a20c8dde6e5fd29f054	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
299	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
300	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
365	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	679e86f1a3e3a1989c659655
385	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	679e2945003924168e3747f9
408	67776a20c8dde6e5fd29f054	6650a1b2c3d4e5f6a7b8c9d0	679dcb995c8ea6948008f99d
409	67763bc8ee3779b97f4a7c15	6650a1b2c3d4e5f6a7b8c9d0	679dcb995c8ea6948008f99d
471	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	67bc4c460fc6a7c7d4c88a9e
478	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	685a4cbb26dc0867513cf707
499	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
581	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	6898096dd4a105d21718b5c1
597	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	67f9ab4c19e127b08c75fafc
619	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
620	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
621	67776a20c8dde6e5fd29f054	6650a1b2c3d4e5f6a7b8c9d0	67ba1a3e39c7b6bb7fb2b476
669	6775d7005000000000000000	6650a1b2c3d4e5f6a7b8c9d0	67b95ee6f272bbb7635617be
690	67763bc8ee3779b97f4a7c15	6650a1b2c3d4e5f6a7b8c9d0	67b9013a4ec83e355527c962
691	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	67d89aebecffb7eed4724577
714	6651a1b2c3d4e5f6a7b8c9d0	6650a1b2c3d4e5f6a7b8c9d0	67b8a38eab1dc0b346f97b06
736	683edcb87aa66d2c7ddf743f	6650c3d4e5f6a7b8c9d0e1f2	684694803e3779b97f4a7c15
737	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	684c9f609054000000000000
796	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	68b6dc40b398b9addb213444
797	683f418018dde6e5fd29f054	6650c3d4e5f6a7b8c9d0e1f2	68b6dc40b398b9addb213444
798	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	68b6ea5051d033675a6bb059
799	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	68b6f860f007ad20d9b62c6e
800	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	68b706708e3f26da5900a883
801	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	68b714802c76a093d84b2498
928	683edcb87aa66d2c7ddf743f	6650c3d4e5f6a7b8c9d0e1f2	68662b158a15748f0b01f989
929	683e77f0dc6ef372fe94f82a	6650c3d4e5f6a7b8c9d0e1f2	68662b158a15748f0b01f989
946	683edcb87aa66d2c7ddf743f	6650c3d4e5f6a7b8c9d0e1f2	6865b6e3311e1cb40114c2af
958	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
961	683fa648b715609f7c746c69	6650c3d4e5f6a7b8c9d0e1f2	686542b1d826c4d8f7278bd5
975	683e13283e3779b97f4a7c15	6650c3d4e5f6a7b8c9d0e1f2	6864ce7f7f2f6cfded3a54fb
985	683f418018dde6e5fd29f054	6650c3d4e5f6a7b8c9d0e1f2	68a2566770eb3ac9e78e35a3
986	683e77f0dc6ef372fe94f82a	6650c3d4e5f6a7b8c9d0e1f2	68a2566770eb3ac9e78e35a3
994	683e77f0dc6ef372fe94f82a	6650c3d4e5f6a7b8c9d0e1f2	68645a4d26381522e34d1e21
1011	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	6863e61bcd40bd47d95fe747
1027	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	686371e97449656ccf72b06d
\.


--
-- Data for Name: accounts_programmeset; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_programmeset (id, programmes, label, tenant_id) FROM stdin;
0b3edac5-3b53-aba1-9a0f-65b37ffacf4c	{6651a1b2c3d4e5f6a7b8c9d0,67776a20c8dde6e5fd29f054}	BSc Nursing Science, Master of Public Health	6650a1b2c3d4e5f6a7b8c9d0
42429191-73b9-e626-fdcc-8582dd7cad32	{6776a0908c6ef372fe94f82a}	Master of Information Technology	6650a1b2c3d4e5f6a7b8c9d0
7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	{6775d7005000000000000000}	Masters in Business Administration	6650a1b2c3d4e5f6a7b8c9d0
a183853f-4a10-99b2-3617-ec2ff60cdeb8	{6651a1b2c3d4e5f6a7b8c9d0,67763bc8ee3779b97f4a7c15}	Executive Master of Business Administration, Master of Public Health	6650a1b2c3d4e5f6a7b8c9d0
c55949a0-c8ef-d3c1-1754-a0aaf1bbd74c	{677705582aa66d2c7ddf743f}	BSc Economics	6650a1b2c3d4e5f6a7b8c9d0
f4186d03-ff3d-73d0-ce34-5cf7fa2609d5	{6775d7005000000000000000,67763bc8ee3779b97f4a7c15}	Executive Master of Business Administration, Masters in Business Administration	6650a1b2c3d4e5f6a7b8c9d0
2a0ba878-3067-52a5-e58e-80a6e1e7fab1	{67763bc8ee3779b97f4a7c15}	Executive Master of Business Administration	6650a1b2c3d4e5f6a7b8c9d0
709de7ec-b5a5-7478-9cff-dfc7009f5924	{6775d7005000000000000000,677833b0054cda58fbbee87e}	Masters in Business Administration, Postgraduate Diploma in Education	6650a1b2c3d4e5f6a7b8c9d0
8b9166d6-8cd8-d29d-80de-eec918f04b80	{6775d7005000000000000000,67763bc8ee3779b97f4a7c15,6776a0908c6ef372fe94f82a}	Executive Master of Business Administration, Masters in Business Administration, Master of Information Technology	6650a1b2c3d4e5f6a7b8c9d0
8baa40f4-5d18-e32c-dfef-904d60e11cbe	{67776a20c8dde6e5fd29f054}	BSc Nursing Science	6650a1b2c3d4e5f6a7b8c9d0
9ad8e215-88ac-101a-876b-214f04a50f1e	{6775d7005000000000000000,677705582aa66d2c7ddf743f}	BSc Economics, Masters in Business Administration	6650a1b2c3d4e5f6a7b8c9d0
a73b0121-f36c-3a1c-42af-93713e0c8176	{6776a0908c6ef372fe94f82a,67776a20c8dde6e5fd29f054,6777cee86715609f7c746c69}	BSc Nursing Science, Master of Information Technology, Master of Public Administration	6650a1b2c3d4e5f6a7b8c9d0
ad52cb5a-b07c-d714-0694-ee0574c195ef	{6775d7005000000000000000,6777cee86715609f7c746c69}	Masters in Business Administration, Master of Public Administration	6650a1b2c3d4e5f6a7b8c9d0
b5909a3e-74d9-7eb1-8d4d-f09c7cf30e3f	{6651a1b2c3d4e5f6a7b8c9d0}	Master of Public Health	6650a1b2c3d4e5f6a7b8c9d0
f320441a-3c7c-a681-0708-606fef28d520	{6777cee86715609f7c746c69}	Master of Public Administration	6650a1b2c3d4e5f6a7b8c9d0
f9054477-1a9d-b98d-ca0e-02f5264d69a7	{67763bc8ee3779b97f4a7c15,67776a20c8dde6e5fd29f054}	BSc Nursing Science, Executive Master of Business Administration	6650a1b2c3d4e5f6a7b8c9d0
f39a3375-2b11-a3ac-fdf3-a1b60303eb3f	{683edcb87aa66d2c7ddf743f}	Master of Laws	6650c3d4e5f6a7b8c9d0e1f2
12406b46-eb23-253d-62a3-22702bb54264	{683e77f0dc6ef372fe94f82a}	Master of Public Health	6650c3d4e5f6a7b8c9d0e1f2
27664e29-0bcb-aa11-6887-d27ffecbc530	{683dae60a000000000000000,683f418018dde6e5fd29f054}	Master of Business Administration (Weekend), Master of Engineering	6650c3d4e5f6a7b8c9d0e1f2
37c5ac56-0e8f-4854-b1b8-43c40b0552bf	{683e13283e3779b97f4a7c15}	Master of Business Administration	6650c3d4e5f6a7b8c9d0e1f2
64a85057-cf36-e85c-af40-2c24258794e3	{683e77f0dc6ef372fe94f82a,683edcb87aa66d2c7ddf743f}	Master of Laws, Master of Public Health	6650c3d4e5f6a7b8c9d0e1f2
6e9080e0-c733-3ee3-5559-870994465ffa	{683fa648b715609f7c746c69}	Diploma in Office Technology	6650c3d4e5f6a7b8c9d0e1f2
d5514369-8306-050c-974f-e9e755738f37	{683dae60a000000000000000}	Master of Business Administration (Weekend)	6650c3d4e5f6a7b8c9d0e1f2
f9cce4ed-f391-a6bc-5361-8a542928e2fd	{683e77f0dc6ef372fe94f82a,683f418018dde6e5fd29f054}	Master of Engineering, Master of Public Health	6650c3d4e5f6a7b8c9d0e1f2
\.


--
-- Data for Name: accounts_ratecounter; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_ratecounter (key, hits, window_ends_at) FROM stdin;
\.


--
-- Data for Name: accounts_role; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_role (id, created_at, updated_at, name, description, legacy_role, permissions, tenant_id) FROM stdin;
677485805000000000000000	2025-01-01 00:00:00+00	\N	Super Admin	\N	SUPER_ADMIN	{USER_MANAGEMENT.can_view,USER_MANAGEMENT.can_create,USER_MANAGEMENT.can_edit,USER_MANAGEMENT.can_delete,USER_MANAGEMENT.can_export,ROLE_MANAGEMENT.can_view,ROLE_MANAGEMENT.can_create,ROLE_MANAGEMENT.can_edit,ROLE_MANAGEMENT.can_delete,ROLE_MANAGEMENT.can_export,TENANT_MANAGEMENT.can_view,TENANT_MANAGEMENT.can_create,TENANT_MANAGEMENT.can_edit,TENANT_MANAGEMENT.can_delete,TENANT_MANAGEMENT.can_export,CASE_STUDIES.can_view,CASE_STUDIES.can_create,CASE_STUDIES.can_edit,CASE_STUDIES.can_delete,CASE_STUDIES.can_export,KNOWLEDGE_BASES.can_view,KNOWLEDGE_BASES.can_create,KNOWLEDGE_BASES.can_edit,KNOWLEDGE_BASES.can_delete,KNOWLEDGE_BASES.can_export,FEEDBACK.can_view,FEEDBACK.can_create,FEEDBACK.can_edit,FEEDBACK.can_delete,FEEDBACK.can_export,PROGRAMMES.can_view,PROGRAMMES.can_create,PROGRAMMES.can_edit,PROGRAMMES.can_delete,PROGRAMMES.can_export,ATTEMPT_MANAGEMENT.can_view,ATTEMPT_MANAGEMENT.can_create,ATTEMPT_MANAGEMENT.can_edit,ATTEMPT_MANAGEMENT.can_delete,ATTEMPT_MANAGEMENT.can_export,STUDENT_PERFORMANCE.can_view,STUDENT_PERFORMANCE.can_create,STUDENT_PERFORMANCE.can_edit,STUDENT_PERFORMANCE.can_delete,STUDENT_PERFORMANCE.can_export}	6650a1b2c3d4e5f6a7b8c9d0
67748580ee3779b97f4a7c15	2025-01-01 00:00:00+00	\N	Admin	\N	ADMIN	{USER_MANAGEMENT.can_view,USER_MANAGEMENT.can_create,USER_MANAGEMENT.can_edit,USER_MANAGEMENT.can_delete,USER_MANAGEMENT.can_export,ROLE_MANAGEMENT.can_view,ROLE_MANAGEMENT.can_create,ROLE_MANAGEMENT.can_edit,ROLE_MANAGEMENT.can_delete,CASE_STUDIES.can_view,CASE_STUDIES.can_create,CASE_STUDIES.can_edit,CASE_STUDIES.can_delete,CASE_STUDIES.can_export,KNOWLEDGE_BASES.can_view,KNOWLEDGE_BASES.can_create,KNOWLEDGE_BASES.can_edit,KNOWLEDGE_BASES.can_delete,FEEDBACK.can_view,FEEDBACK.can_export,PROGRAMMES.can_view,PROGRAMMES.can_create,PROGRAMMES.can_edit,PROGRAMMES.can_delete,ATTEMPT_MANAGEMENT.can_view,ATTEMPT_MANAGEMENT.can_create,ATTEMPT_MANAGEMENT.can_edit,ATTEMPT_MANAGEMENT.can_delete,STUDENT_PERFORMANCE.can_view,STUDENT_PERFORMANCE.can_export}	6650a1b2c3d4e5f6a7b8c9d0
6650a0b1c2d3e4f5a6b7c8da	2025-01-01 00:00:00+00	\N	Faculty	\N	FACULTY	{USER_MANAGEMENT.can_view,CASE_STUDIES.can_view,CASE_STUDIES.can_create,CASE_STUDIES.can_edit,KNOWLEDGE_BASES.can_view,KNOWLEDGE_BASES.can_create,KNOWLEDGE_BASES.can_edit,FEEDBACK.can_view,PROGRAMMES.can_view,ATTEMPT_MANAGEMENT.can_view,ATTEMPT_MANAGEMENT.can_create,STUDENT_PERFORMANCE.can_view}	6650a1b2c3d4e5f6a7b8c9d0
677485802aa66d2c7ddf743f	2025-01-01 00:00:00+00	\N	Student	\N	STUDENT	{}	6650a1b2c3d4e5f6a7b8c9d0
67748580c8dde6e5fd29f054	2025-01-01 00:00:00+00	\N	Programme Coordinator	Looks after students and their attempts, not after colleagues.	\N	{USER_MANAGEMENT.can_view,PROGRAMMES.can_view,CASE_STUDIES.can_view,ATTEMPT_MANAGEMENT.can_view,ATTEMPT_MANAGEMENT.can_create,STUDENT_PERFORMANCE.can_view,STUDENT_PERFORMANCE.can_export}	6650a1b2c3d4e5f6a7b8c9d0
677485806715609f7c746c69	2025-01-01 00:00:00+00	\N	Alumnus	\N	\N	{}	6650a1b2c3d4e5f6a7b8c9d0
683c5ce0a000000000000000	2025-06-01 14:00:00+00	\N	Super Admin	\N	SUPER_ADMIN	{USER_MANAGEMENT.can_view,USER_MANAGEMENT.can_create,USER_MANAGEMENT.can_edit,USER_MANAGEMENT.can_delete,USER_MANAGEMENT.can_export,ROLE_MANAGEMENT.can_view,ROLE_MANAGEMENT.can_create,ROLE_MANAGEMENT.can_edit,ROLE_MANAGEMENT.can_delete,ROLE_MANAGEMENT.can_export,TENANT_MANAGEMENT.can_view,TENANT_MANAGEMENT.can_create,TENANT_MANAGEMENT.can_edit,TENANT_MANAGEMENT.can_delete,TENANT_MANAGEMENT.can_export,CASE_STUDIES.can_view,CASE_STUDIES.can_create,CASE_STUDIES.can_edit,CASE_STUDIES.can_delete,CASE_STUDIES.can_export,KNOWLEDGE_BASES.can_view,KNOWLEDGE_BASES.can_create,KNOWLEDGE_BASES.can_edit,KNOWLEDGE_BASES.can_delete,KNOWLEDGE_BASES.can_export,FEEDBACK.can_view,FEEDBACK.can_create,FEEDBACK.can_edit,FEEDBACK.can_delete,FEEDBACK.can_export,PROGRAMMES.can_view,PROGRAMMES.can_create,PROGRAMMES.can_edit,PROGRAMMES.can_delete,PROGRAMMES.can_export,ATTEMPT_MANAGEMENT.can_view,ATTEMPT_MANAGEMENT.can_create,ATTEMPT_MANAGEMENT.can_edit,ATTEMPT_MANAGEMENT.can_delete,ATTEMPT_MANAGEMENT.can_export,STUDENT_PERFORMANCE.can_view,STUDENT_PERFORMANCE.can_create,STUDENT_PERFORMANCE.can_edit,STUDENT_PERFORMANCE.can_delete,STUDENT_PERFORMANCE.can_export}	6650c3d4e5f6a7b8c9d0e1f2
683c5ce03e3779b97f4a7c15	2025-06-01 14:00:00+00	\N	Admin	\N	ADMIN	{USER_MANAGEMENT.can_view,USER_MANAGEMENT.can_create,USER_MANAGEMENT.can_edit,USER_MANAGEMENT.can_delete,USER_MANAGEMENT.can_export,ROLE_MANAGEMENT.can_view,ROLE_MANAGEMENT.can_create,ROLE_MANAGEMENT.can_edit,ROLE_MANAGEMENT.can_delete,CASE_STUDIES.can_view,CASE_STUDIES.can_create,CASE_STUDIES.can_edit,CASE_STUDIES.can_delete,CASE_STUDIES.can_export,KNOWLEDGE_BASES.can_view,KNOWLEDGE_BASES.can_create,KNOWLEDGE_BASES.can_edit,KNOWLEDGE_BASES.can_delete,FEEDBACK.can_view,FEEDBACK.can_export,PROGRAMMES.can_view,PROGRAMMES.can_create,PROGRAMMES.can_edit,PROGRAMMES.can_delete,ATTEMPT_MANAGEMENT.can_view,ATTEMPT_MANAGEMENT.can_create,ATTEMPT_MANAGEMENT.can_edit,ATTEMPT_MANAGEMENT.can_delete,STUDENT_PERFORMANCE.can_view,STUDENT_PERFORMANCE.can_export}	6650c3d4e5f6a7b8c9d0e1f2
683c5ce0dc6ef372fe94f82a	2025-06-01 14:00:00+00	\N	Faculty	\N	FACULTY	{USER_MANAGEMENT.can_view,CASE_STUDIES.can_view,CASE_STUDIES.can_create,CASE_STUDIES.can_edit,KNOWLEDGE_BASES.can_view,KNOWLEDGE_BASES.can_create,KNOWLEDGE_BASES.can_edit,FEEDBACK.can_view,PROGRAMMES.can_view,ATTEMPT_MANAGEMENT.can_view,ATTEMPT_MANAGEMENT.can_create,STUDENT_PERFORMANCE.can_view}	6650c3d4e5f6a7b8c9d0e1f2
683c5ce07aa66d2c7ddf743f	2025-06-01 14:00:00+00	\N	Student	\N	STUDENT	{}	6650c3d4e5f6a7b8c9d0e1f2
683c5ce018dde6e5fd29f054	2025-06-01 14:00:00+00	\N	Registrar	Keeps programmes and case studies.	\N	{PROGRAMMES.can_view,PROGRAMMES.can_edit,CASE_STUDIES.can_view}	6650c3d4e5f6a7b8c9d0e1f2
\.


--
-- Data for Name: accounts_servicekey; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_servicekey (id, prefix, hashed_key, created, name, revoked, expiry_date, last_used_at, tenant_id) FROM stdin;
\.


--
-- Data for Name: accounts_signin; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_signin (id, created_at, user_epoch, tenant_epoch, refresh_jti, expires_at, ended_at, tenant_id, user_id, sso_login_id) FROM stdin;
68dce0000000000000000003	2025-10-01 09:00:00+00	0	0	00000000000000000000000000000000	2025-10-15 09:00:00+00	2025-10-01 10:00:00+00	6650a1b2c3d4e5f6a7b8c9d0	677ba2988c6ef372fe94f82a	68dce0000000000000000002
\.


--
-- Data for Name: accounts_ssocode; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_ssocode (digest, challenge, expires_at, used_at, tenant_id, login_id) FROM stdin;
3749cb48ee6e8dd6738012fc45cdabda219ccc1a1c46b6525d0f2072a65d90e4	ccccccccccccccccccccccccccccccccccccccccccc	2025-10-01 09:01:00+00	2025-10-01 09:00:00+00	6650a1b2c3d4e5f6a7b8c9d0	68dce0000000000000000002
\.


--
-- Data for Name: accounts_ssoidentity; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_ssoidentity (id, created_at, updated_at, server_url, subject, tenant_id, user_id) FROM stdin;
68dce0000000000000000001	2025-10-01 09:00:00+00	\N	https://cas.demo.example/	faculty	6650a1b2c3d4e5f6a7b8c9d0	677ba2988c6ef372fe94f82a
\.


--
-- Data for Name: accounts_ssologin; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_ssologin (id, created_at, user_epoch, tenant_epoch, ticket_digest, session_digest, ended_at, tenant_id, user_id) FROM stdin;
68dce0000000000000000002	2025-10-01 09:00:00+00	0	0	cc17bef09b291e933a8adef2fa0ec6485b25e733203df9522ae654729f000d3a	ccf75207048cc330840ba42e53e9c3b6c2f4ca0ab55a8ff2555c09222b6d9439	\N	6650a1b2c3d4e5f6a7b8c9d0	677ba2988c6ef372fe94f82a
\.


--
-- Data for Name: accounts_user; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_user (id, created_at, updated_at, password, email, legacy_role, status, first_name, middle_name, last_name, title, department, unlimited_sessions, access_epoch, last_activity_at, last_seen_at, tenant_id, programme_set_id, role_id) FROM stdin;
677486ac5000000000000000	2025-01-01 00:05:00+00	\N	argon2$argon2id$v=19$m=102400,t=2,p=8$THZpbHNBRjdXN1RWc093NUVZNWZ5eg$0EYFYtSIhWZRrk7TX1BKrlx+M5gzBvU9+riUN45ysCE	superadmin@demo.example	SUPER_ADMIN	ACTIVE	Solveig	\N	Anyanwu-Lund	Platform Lead	Digital Campus	f	0	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	\N	677485805000000000000000
67765590ee3779b97f4a7c15	2025-01-02 09:00:00+00	\N	argon2$argon2id$v=19$m=102400,t=2,p=8$b1VKQ3pQbXlFbXJ6ODhQdm16QjFCdw$NvWdP4f6KjW6ejecpG34BKXXJvrwII5dl/GKKw64Mhc	admin@demo.example	ADMIN	ACTIVE	Adaora	\N	Nwachukwu-Bell	Head of Student Services	Registry	f	0	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	\N	67748580ee3779b97f4a7c15
678e1090a38454127b096493	2025-01-20 09:00:00+00	2025-09-30 16:55:00+00	!demo	philippa.darcy@demo.example	ADMIN	DELETED	Philippa	\N	D'Arcy	Registrar	Registry	f	0	2025-09-30 12:00:00+00	\N	6650a1b2c3d4e5f6a7b8c9d0	\N	67748580ee3779b97f4a7c15
6874e330dff34785799e5cbd	2025-07-14 11:00:00+00	\N	!demo	jorg.weisshaupt@demo.example	\N	ACTIVE	Jörg	\N	Weißhaupt	\N	\N	f	0	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	\N	677485806715609f7c746c69
677ba2988c6ef372fe94f82a	2025-01-06 09:30:00+00	\N	argon2$argon2id$v=19$m=102400,t=2,p=8$SzhpZkI5WlZBNXBWelI4dlhNdU9ybA$ZismBtCLYzIO5SxW26Q326sEnEh+0SW2cGcBiKvSUwE	faculty@demo.example	FACULTY	ACTIVE	Kwabena	Selorm	Lartey	Senior Lecturer	Business School	f	0	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	f4186d03-ff3d-73d0-ce34-5cf7fa2609d5	6650a0b1c2d3e4f5a6b7c8da
6650b2c3d4e5f6a7b8c9d0e1	2025-06-01 14:00:00+00	\N	!demo	faculty@example.com	FACULTY	ACTIVE	John	\N	Doe	\N	\N	f	0	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	a183853f-4a10-99b2-3617-ec2ff60cdeb8	6650a0b1c2d3e4f5a6b7c8da
67a07b04c8dde6e5fd29f054	2025-02-03 08:15:00+00	\N	!demo	olawale.fagbemi@demo.example	FACULTY	ACTIVE	Ọláwálé	\N	Fágbẹ́mi	Professor	Public Health	f	0	2026-05-29 15:41:07+00	\N	6650a1b2c3d4e5f6a7b8c9d0	0b3edac5-3b53-aba1-9a0f-65b37ffacf4c	6650a0b1c2d3e4f5a6b7c8da
67d7f2a06715609f7c746c69	2025-03-17 10:00:00+00	\N	!demo	m.slazakiewicz@demo.example	\N	ACTIVE	Małgorzata	\N	Ślązakiewicz	Coordinator	Business School	f	0	2026-06-02 08:12:55+00	\N	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	67748580c8dde6e5fd29f054
680784c0054cda58fbbee87e	2025-04-22 12:00:00+00	2026-01-31 17:00:00+00	!demo	taras.hrytsenko@demo.example	FACULTY	INACTIVE	Тарас	\N	Гриценко	\N	Computing	f	0	2026-01-30 16:20:00+00	\N	6650a1b2c3d4e5f6a7b8c9d0	42429191-73b9-e626-fdcc-8582dd7cad32	6650a0b1c2d3e4f5a6b7c8da
6a1d4a1041bbcdcbfa53e0a8	2026-06-01 09:00:00+00	\N	!demo	meenakshi.nambiar@demo.example	FACULTY	ACTIVE	Meenakshi	\N	Nambiar	Visiting Lecturer	\N	f	0	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	c55949a0-c8ef-d3c1-1754-a0aaf1bbd74c	6650a0b1c2d3e4f5a6b7c8da
67a2eb014fe183b1469142a5	2025-02-05 04:37:21+00	\N	!demo	abdulateef.mahmoudi@students.demo.example	STUDENT	ACTIVE	Abdulateef	\N	Mahmoudi	\N	\N	f	0	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
67a1d1fd64e20b2b1c065791	2025-02-04 08:38:21+00	2026-06-09 12:30:47+00	!demo	abdulhakeemkwaru25@students.demo.example	STUDENT	INACTIVE	Abdulhakeem	\N	Kwaru	\N	\N	f	0	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
67a05b4dd6381522e34d1e21	2025-02-03 05:59:41+00	\N	!demo	mojisolayamkovyi@students.demo.example	STUDENT	ACTIVE	Mojísọ́lá	\N	Ямковий	\N	\N	f	0	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	709de7ec-b5a5-7478-9cff-dfc7009f5924	677485802aa66d2c7ddf743f
67b95ee6f272bbb7635617be	2025-02-22 05:21:42+00	\N	!demo	tsehay_woldemariam@students.demo.example	STUDENT	ACTIVE	Tsehay	\N	Woldemariam	\N	\N	f	0	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
67b9bc92961d39397184661a	2025-02-22 12:01:22+00	2026-04-15 23:37:05+00	!demo	thao_bui25@students.demo.example	STUDENT	INACTIVE	Thảo	Phượng	Bùi	\N	\N	f	0	\N	2026-04-14 23:37:05+00	6650a1b2c3d4e5f6a7b8c9d0	\N	677485802aa66d2c7ddf743f
67d956433454b2f2f0cee22f	2025-03-18 11:17:23+00	\N	!demo	meenakshi_chattopadhyaya@students.demo.example	STUDENT	ACTIVE	Meenakshi	\N	Chattopadhyaya	\N	\N	f	0	\N	2026-02-24 22:14:59+00	6650a1b2c3d4e5f6a7b8c9d0	\N	677485802aa66d2c7ddf743f
6650a1b2c3d4e5f6a7b8c9d0	2026-01-15 08:00:00+00	\N	!demo	abdulwahabumar@miva.university	STUDENT	ACTIVE	Abdulwahab	\N	Umar	\N	\N	f	0	\N	2026-06-04 09:00:00+00	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
67e33767774fefaa6fb125e3	2025-03-25 23:08:23+00	\N	!demo	abdulfataiwakilu@students.demo.example	STUDENT	ACTIVE	Abdulfatai	\N	Wakilu	\N	\N	f	0	\N	2025-11-27 02:44:03+00	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
6802d11815876963eefba1f8	2025-04-18 22:24:24+00	\N	!demo	tsvetana_yamkovyi@students.demo.example	STUDENT	ACTIVE	Цветана	Abdulsabur	Ямковий	\N	\N	f	0	\N	2025-11-27 23:56:52+00	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
67e21e638c50772445263acf	2025-03-25 03:09:23+00	\N	!demo	abduljalil_bukar@students.demo.example	STUDENT	ACTIVE	Abduljalil	\N	Bukar	\N	\N	f	0	\N	2025-11-24 14:35:41+00	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
683fd2727bf76bca987ac3fa	2025-06-04 04:58:26+00	2025-12-13 21:39:08+00	!demo	abdulmumin.karimova@students.demo.example	STUDENT	INACTIVE	ABDULMUMIN	\N	Karimova	\N	\N	f	0	\N	2025-12-12 21:39:08+00	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
67a17451c1378da90dd80935	2025-02-04 01:58:41+00	\N	!demo	abdulbasitshagaya@students.demo.example	STUDENT	ACTIVE	Abdulbasit	\N	Shagaya	\N	\N	f	0	\N	2026-04-18 08:31:52+00	6650a1b2c3d4e5f6a7b8c9d0	b5909a3e-74d9-7eb1-8d4d-f09c7cf30e3f	677485802aa66d2c7ddf743f
68b6dc406b9e6070ebcf4d25	2025-09-02 12:00:00+00	\N	!demo	meenakshivenkataraman@students.demo.example	STUDENT	ACTIVE	Meenakshi	Vikram	Venkataraman	\N	\N	f	0	\N	2026-03-03 09:30:00+00	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
68b6ea5009d5da2a6b19c93a	2025-09-02 13:00:00+00	\N	!demo	nwachukwu.ebere@students.demo.example	STUDENT	ACTIVE	Ebere	Somtọ	Nwachukwu	\N	\N	f	0	\N	2026-04-27 13:42:51+00	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
68b6f860a80d53e3ea64454f	2025-09-02 14:00:00+00	\N	!demo	maduka.somto@students.demo.example	STUDENT	ACTIVE	Somtọ	Chidị	Madụka	\N	\N	f	0	\N	2026-03-03 09:30:00+00	6650a1b2c3d4e5f6a7b8c9d0	9ad8e215-88ac-101a-876b-214f04a50f1e	677485802aa66d2c7ddf743f
68b706704644cd9d69aec164	2025-09-02 15:00:00+00	\N	!demo	adwoa.owusu-darko@students.demo.example	STUDENT	ACTIVE	Adwoa	\N	Owusu-Darko	\N	\N	f	0	\N	2026-05-05 18:55:28+00	6650a1b2c3d4e5f6a7b8c9d0	8b9166d6-8cd8-d29d-80de-eec918f04b80	677485802aa66d2c7ddf743f
67fe6d086989874b44cff5a8	2025-04-15 14:28:24+00	\N	!demo	thorunngrunewald-bar@students.demo.example	STUDENT	ACTIVE	Þórunn	\N	Grünewald-Bär	\N	\N	f	0	\N	2026-06-28 08:50:29+00	6650a1b2c3d4e5f6a7b8c9d0	a73b0121-f36c-3a1c-42af-93713e0c8176	677485802aa66d2c7ddf743f
679e86f1a3e3a1989c659655	2025-02-01 20:41:21+00	2025-07-20 21:50:27+00	!demo	danladizhuge@students.demo.example	STUDENT	DELETED	Danladi	\N	诸葛	\N	\N	f	0	\N	2025-07-19 21:50:27+00	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
679e2945003924168e3747f9	2025-02-01 14:01:41+00	2025-12-06 22:09:12+00	!demo	tarashrytsenko@students.demo.example	STUDENT	INACTIVE	Тарас	Йордан	Гриценко	\N	\N	f	0	\N	2025-12-05 22:09:12+00	6650a1b2c3d4e5f6a7b8c9d0	f320441a-3c7c-a681-0708-606fef28d520	677485802aa66d2c7ddf743f
679dcb995c8ea6948008f99d	2025-02-01 07:22:01+00	\N	!demo	dogarai.yordan@students.demo.example	STUDENT	ACTIVE	Йордан	Ганна	Dogarai	\N	\N	f	0	\N	2026-06-05 03:23:01+00	6650a1b2c3d4e5f6a7b8c9d0	f9054477-1a9d-b98d-ca0e-02f5264d69a7	677485802aa66d2c7ddf743f
67bc4c460fc6a7c7d4c88a9e	2025-02-24 10:39:02+00	2026-06-29 08:38:52+00	!demo	yetunde_oyedipo@students.demo.example	STUDENT	DELETED	Yétúndé	\N	Òyèdípọ̀	\N	\N	f	0	\N	2026-06-28 08:38:52+00	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
685a4cbb26dc0867513cf707	2025-06-24 06:59:07+00	\N	!demo	nkechi_lartey@students.demo.example	STUDENT	ACTIVE	Nkẹchi	Nkẹchi	Lartey	\N	\N	f	0	\N	2026-02-10 08:20:26+00	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
67db884b0a53a3ff45e4b857	2025-03-20 03:15:23+00	\N	!demo	arjunkulkarnikar@students.demo.example	STUDENT	ACTIVE	Arjun	\N	Kulkarnikar	\N	\N	f	0	\N	2026-03-21 06:02:38+00	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
6898096dd4a105d21718b5c1	2025-08-10 02:52:29+00	\N	!demo	folake.fagbemi@students.demo.example	STUDENT	ACTIVE	Fọláké	\N	Fágbẹ́mi	\N	\N	f	0	\N	2026-05-19 12:23:56+00	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
67f9ab4c19e127b08c75fafc	2025-04-11 23:52:44+00	\N	!demo	nkechiigbokwe@students.demo.example	STUDENT	ACTIVE	Nkẹchi	\N	Igbokwe	\N	\N	f	0	\N	2026-04-10 13:35:41+00	6650a1b2c3d4e5f6a7b8c9d0	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	677485802aa66d2c7ddf743f
684fcf00dc6ef372fe94f82a	2025-06-16 08:00:00+00	\N	!demo	haiyan.ouyang@state.example	\N	ACTIVE	海燕	\N	欧阳	\N	\N	f	0	\N	\N	6650c3d4e5f6a7b8c9d0e1f2	\N	683c5ce018dde6e5fd29f054
679a808d9b903d0200683861	2025-01-29 19:25:01+00	2026-03-25 00:07:02+00	!demo	gebreyes.meseret@students.demo.example	STUDENT	INACTIVE	Meseret	\N	Gebreyes	\N	\N	f	0	\N	2026-03-24 00:07:02+00	6650a1b2c3d4e5f6a7b8c9d0	ad52cb5a-b07c-d714-0694-ee0574c195ef	677485802aa66d2c7ddf743f
67ba1a3e39c7b6bb7fb2b476	2025-02-22 18:41:02+00	2026-06-28 20:01:11+00	!demo	gwenllian_odwyer@students.demo.example	STUDENT	INACTIVE	Gwenllian	\N	O'Dwyer	\N	\N	f	0	\N	2026-06-27 20:01:11+00	6650a1b2c3d4e5f6a7b8c9d0	8baa40f4-5d18-e32c-dfef-904d60e11cbe	677485802aa66d2c7ddf743f
684694803e3779b97f4a7c15	2025-06-09 08:00:00+00	\N	!demo	emeka.umeh@state.example	FACULTY	ACTIVE	Emeka	\N	Ụmeh	\N	Law	f	0	2026-05-11 10:00:00+00	\N	6650c3d4e5f6a7b8c9d0e1f2	f39a3375-2b11-a3ac-fdf3-a1b60303eb3f	683c5ce0dc6ef372fe94f82a
67b9013a4ec83e355527c962	2025-02-21 22:42:02+00	\N	!demo	sadeadeyinka@students.demo.example	STUDENT	ACTIVE	Ṣadé	\N	Adéyínká	\N	\N	f	0	\N	2026-06-23 21:05:24+00	6650a1b2c3d4e5f6a7b8c9d0	2a0ba878-3067-52a5-e58e-80a6e1e7fab1	677485802aa66d2c7ddf743f
67d89aebecffb7eed4724577	2025-03-17 21:58:03+00	\N	!demo	garba_kwaru@students.demo.example	STUDENT	ACTIVE	Garba	\N	Kwaru	\N	\N	f	0	\N	2026-02-24 19:52:29+00	6650a1b2c3d4e5f6a7b8c9d0	42429191-73b9-e626-fdcc-8582dd7cad32	677485802aa66d2c7ddf743f
67b8a38eab1dc0b346f97b06	2025-02-21 16:02:22+00	2025-06-23 09:40:54+00	!demo	dogarai.jamilu@students.demo.example	STUDENT	INACTIVE	Jamilu	\N	Dogarai	\N	\N	f	0	\N	2025-06-22 09:40:54+00	6650a1b2c3d4e5f6a7b8c9d0	b5909a3e-74d9-7eb1-8d4d-f09c7cf30e3f	677485802aa66d2c7ddf743f
683d5a00a000000000000000	2025-06-02 08:00:00+00	\N	argon2$argon2id$v=19$m=102400,t=2,p=8$MFRmOE9DWUtDN2I5cURMblFud0tSOQ$qTe+cJv/lzFGTTxjBbERtzjq0y7co5S4Co7SLAqbhL8	admin@state.example	ADMIN	ACTIVE	Begoña	\N	Quiñones-Ampofo	IT Director	\N	f	0	\N	\N	6650c3d4e5f6a7b8c9d0e1f2	\N	683c5ce03e3779b97f4a7c15
68662b158a15748f0b01f989	2025-07-03 07:02:45+00	\N	!demo	bjornaeroskov@students.state.example	STUDENT	ACTIVE	Björn	\N	Ærøskov	\N	\N	f	0	\N	\N	6650c3d4e5f6a7b8c9d0e1f2	64a85057-cf36-e85c-af40-2c24258794e3	683c5ce07aa66d2c7ddf743f
686542b1d826c4d8f7278bd5	2025-07-02 14:31:13+00	2026-03-14 05:35:39+00	!demo	baraka.odhiambo@students.state.example	STUDENT	INACTIVE	Baraka	\N	Odhiambo	\N	\N	f	0	\N	\N	6650c3d4e5f6a7b8c9d0e1f2	6e9080e0-c733-3ee3-5559-870994465ffa	683c5ce07aa66d2c7ddf743f
684c9f609054000000000000	2025-06-13 22:00:00+00	\N	!demo	abdulmalikgambo@students.state.example	STUDENT	ACTIVE	Abdulmalik	\N	Gambo	\N	\N	f	0	\N	2026-05-20 10:00:00+00	6650c3d4e5f6a7b8c9d0e1f2	d5514369-8306-050c-974f-e9e755738f37	683c5ce07aa66d2c7ddf743f
68b6dc40b398b9addb213444	2025-09-02 12:00:00+00	\N	!demo	dawit_zhao@students.state.example	STUDENT	ACTIVE	Dawit	\N	赵	\N	\N	f	0	\N	2026-03-03 09:30:00+00	6650c3d4e5f6a7b8c9d0e1f2	27664e29-0bcb-aa11-6887-d27ffecbc530	683c5ce07aa66d2c7ddf743f
68b6ea5051d033675a6bb059	2025-09-02 13:00:00+00	\N	!demo	mojisola_oyedipo@students.state.example	STUDENT	ACTIVE	Mojísọ́lá	\N	Òyèdípọ̀	\N	\N	f	0	\N	2026-03-03 10:32:22+00	6650c3d4e5f6a7b8c9d0e1f2	d5514369-8306-050c-974f-e9e755738f37	683c5ce07aa66d2c7ddf743f
68b6f860f007ad20d9b62c6e	2025-09-02 14:00:00+00	\N	!demo	hanh_nguyen@students.state.example	STUDENT	ACTIVE	Hạnh	\N	Nguyễn	\N	\N	f	0	\N	2026-03-03 09:30:00+00	6650c3d4e5f6a7b8c9d0e1f2	d5514369-8306-050c-974f-e9e755738f37	683c5ce07aa66d2c7ddf743f
68b706708e3f26da5900a883	2025-09-02 15:00:00+00	\N	!demo	vlachidi.nikos@students.state.example	STUDENT	ACTIVE	Νίκος	\N	Βλαχίδη	\N	\N	f	0	\N	2025-12-10 12:49:54+00	6650c3d4e5f6a7b8c9d0e1f2	d5514369-8306-050c-974f-e9e755738f37	683c5ce07aa66d2c7ddf743f
68b714802c76a093d84b2498	2025-09-02 16:00:00+00	\N	!demo	karabetsos.mariadelcarmen@students.state.example	STUDENT	ACTIVE	María del Carmen	Joaquín	Καραμπέτσος	\N	\N	f	0	\N	2026-06-14 02:26:16+00	6650c3d4e5f6a7b8c9d0e1f2	d5514369-8306-050c-974f-e9e755738f37	683c5ce07aa66d2c7ddf743f
6865b6e3311e1cb40114c2af	2025-07-02 22:46:59+00	\N	!demo	taras.hrytsenko@students.state.example	STUDENT	ACTIVE	Тарас	\N	Гриценко	\N	\N	f	0	\N	2025-12-26 20:33:54+00	6650c3d4e5f6a7b8c9d0e1f2	f39a3375-2b11-a3ac-fdf3-a1b60303eb3f	683c5ce07aa66d2c7ddf743f
688440befd8057ac79481796	2025-07-26 02:43:10+00	\N	!demo	uzoma_shepitko@students.state.example	STUDENT	ACTIVE	Ụzọma	Adaọra	Шепітько	\N	\N	f	0	\N	2026-01-18 05:16:12+00	6650c3d4e5f6a7b8c9d0e1f2	d5514369-8306-050c-974f-e9e755738f37	683c5ce07aa66d2c7ddf743f
6864ce7f7f2f6cfded3a54fb	2025-07-02 06:15:27+00	2026-04-20 04:58:46+00	!demo	meenakshi.iyer-menon@students.state.example	STUDENT	INACTIVE	Meenakshi	Arjun	Iyer-Menon	\N	\N	f	0	\N	2026-04-19 04:58:46+00	6650c3d4e5f6a7b8c9d0e1f2	37c5ac56-0e8f-4854-b1b8-43c40b0552bf	683c5ce07aa66d2c7ddf743f
68a2566770eb3ac9e78e35a3	2025-08-17 22:23:35+00	\N	!demo	hauwa.maikudi@students.state.example	STUDENT	ACTIVE	Hauwa	\N	Maikudi	\N	\N	f	0	\N	2026-05-30 14:42:32+00	6650c3d4e5f6a7b8c9d0e1f2	f9cce4ed-f391-a6bc-5361-8a542928e2fd	683c5ce07aa66d2c7ddf743f
68645a4d26381522e34d1e21	2025-07-01 21:59:41+00	\N	!demo	priya.bhattarai@students.state.example	STUDENT	ACTIVE	Priya	\N	Bhattarai	\N	\N	f	0	\N	2026-05-03 17:38:47+00	6650c3d4e5f6a7b8c9d0e1f2	12406b46-eb23-253d-62a3-22702bb54264	683c5ce07aa66d2c7ddf743f
6863e61bcd40bd47d95fe747	2025-07-01 13:43:55+00	\N	!demo	wakili.kabiru@students.state.example	STUDENT	ACTIVE	Kabiru	\N	Wakili	\N	\N	f	0	\N	2025-10-16 21:42:47+00	6650c3d4e5f6a7b8c9d0e1f2	d5514369-8306-050c-974f-e9e755738f37	683c5ce07aa66d2c7ddf743f
686371e97449656ccf72b06d	2025-07-01 05:28:09+00	\N	!demo	esi.amenyo@students.state.example	STUDENT	ACTIVE	Ɛsi	Mawuli	Amenyo	\N	\N	f	0	\N	2026-03-05 14:31:40+00	6650c3d4e5f6a7b8c9d0e1f2	d5514369-8306-050c-974f-e9e755738f37	683c5ce07aa66d2c7ddf743f
\.


--
-- Data for Name: auth_group; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_group (id, name) FROM stdin;
\.


--
-- Data for Name: auth_group_permissions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_group_permissions (id, group_id, permission_id) FROM stdin;
\.


--
-- Data for Name: auth_permission; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_permission (id, name, content_type_id, codename) FROM stdin;
1	Can add allowed origin	1	add_allowedorigin
2	Can change allowed origin	1	change_allowedorigin
3	Can delete allowed origin	1	delete_allowedorigin
4	Can view allowed origin	1	view_allowedorigin
5	Can add audit event	2	add_auditevent
6	Can change audit event	2	change_auditevent
7	Can delete audit event	2	delete_auditevent
8	Can view audit event	2	view_auditevent
9	Can add tenant	3	add_tenant
10	Can change tenant	3	change_tenant
11	Can delete tenant	3	delete_tenant
12	Can view tenant	3	view_tenant
13	Can add tenant ai config	4	add_tenantaiconfig
14	Can change tenant ai config	4	change_tenantaiconfig
15	Can delete tenant ai config	4	delete_tenantaiconfig
16	Can view tenant ai config	4	view_tenantaiconfig
17	Can add tenant branding	5	add_tenantbranding
18	Can change tenant branding	5	change_tenantbranding
19	Can delete tenant branding	5	delete_tenantbranding
20	Can view tenant branding	5	view_tenantbranding
21	Can add tenant sso config	6	add_tenantssoconfig
22	Can change tenant sso config	6	change_tenantssoconfig
23	Can delete tenant sso config	6	delete_tenantssoconfig
24	Can view tenant sso config	6	view_tenantssoconfig
25	Can add case study	7	add_casestudy
26	Can change case study	7	change_casestudy
27	Can delete case study	7	delete_casestudy
28	Can view case study	7	view_casestudy
29	Can add programme	9	add_programme
30	Can change programme	9	change_programme
31	Can delete programme	9	delete_programme
32	Can view programme	9	view_programme
33	Can add case study programme	8	add_casestudyprogramme
34	Can change case study programme	8	change_casestudyprogramme
35	Can delete case study programme	8	delete_casestudyprogramme
36	Can view case study programme	8	view_casestudyprogramme
37	Can add browser session	10	add_browsersession
38	Can change browser session	10	change_browsersession
39	Can delete browser session	10	delete_browsersession
40	Can view browser session	10	view_browsersession
41	Can add rate counter	14	add_ratecounter
42	Can change rate counter	14	change_ratecounter
43	Can delete rate counter	14	delete_ratecounter
44	Can view rate counter	14	view_ratecounter
45	Can add user	21	add_user
46	Can change user	21	change_user
47	Can delete user	21	delete_user
48	Can view user	21	view_user
49	Can add programme membership	12	add_programmemembership
50	Can change programme membership	12	change_programmemembership
51	Can delete programme membership	12	delete_programmemembership
52	Can view programme membership	12	view_programmemembership
53	Can add programme set	13	add_programmeset
54	Can change programme set	13	change_programmeset
55	Can delete programme set	13	delete_programmeset
56	Can view programme set	13	view_programmeset
57	Can add role	15	add_role
58	Can change role	15	change_role
59	Can delete role	15	delete_role
60	Can view role	15	view_role
61	Can add service key	16	add_servicekey
62	Can change service key	16	change_servicekey
63	Can delete service key	16	delete_servicekey
64	Can view service key	16	view_servicekey
65	Can add sso identity	19	add_ssoidentity
66	Can change sso identity	19	change_ssoidentity
67	Can delete sso identity	19	delete_ssoidentity
68	Can view sso identity	19	view_ssoidentity
69	Can add sso login	20	add_ssologin
70	Can change sso login	20	change_ssologin
71	Can delete sso login	20	delete_ssologin
72	Can view sso login	20	view_ssologin
73	Can add sso code	18	add_ssocode
74	Can change sso code	18	change_ssocode
75	Can delete sso code	18	delete_ssocode
76	Can view sso code	18	view_ssocode
77	Can add sign in	17	add_signin
78	Can change sign in	17	change_signin
79	Can delete sign in	17	delete_signin
80	Can view sign in	17	view_signin
81	Can add invitation	11	add_invitation
82	Can change invitation	11	change_invitation
83	Can delete invitation	11	delete_invitation
84	Can view invitation	11	view_invitation
85	Can add session	30	add_session
86	Can change session	30	change_session
87	Can delete session	30	delete_session
88	Can view session	30	view_session
89	Can add student	31	add_student
90	Can change student	31	change_student
91	Can delete student	31	delete_student
92	Can view student	31	view_student
93	Can add grade	25	add_grade
94	Can change grade	25	change_grade
95	Can delete grade	25	delete_grade
96	Can view grade	25	view_grade
97	Can add student count	32	add_studentcount
98	Can change student count	32	change_studentcount
99	Can delete student count	32	delete_studentcount
100	Can view student count	32	view_studentcount
101	Can add ledger line	22	add_attempttransaction
102	Can change ledger line	22	change_attempttransaction
103	Can delete ledger line	22	delete_attempttransaction
104	Can view ledger line	22	view_attempttransaction
105	Can add bulk job	23	add_bulkjob
106	Can change bulk job	23	change_bulkjob
107	Can delete bulk job	23	delete_bulkjob
108	Can view bulk job	23	view_bulkjob
109	Can add case study progress	24	add_casestudyprogress
110	Can change case study progress	24	change_casestudyprogress
111	Can delete case study progress	24	delete_casestudyprogress
112	Can view case study progress	24	view_casestudyprogress
113	Can add idempotency record	26	add_idempotencyrecord
114	Can change idempotency record	26	change_idempotencyrecord
115	Can delete idempotency record	26	delete_idempotencyrecord
116	Can view idempotency record	26	view_idempotencyrecord
117	Can add progress count	27	add_progresscount
118	Can change progress count	27	change_progresscount
119	Can delete progress count	27	delete_progresscount
120	Can view progress count	27	view_progresscount
121	Can add roster import	28	add_rosterimport
122	Can change roster import	28	change_rosterimport
123	Can delete roster import	28	delete_rosterimport
124	Can view roster import	28	view_rosterimport
125	Can add search entry	29	add_searchentry
126	Can change search entry	29	change_searchentry
127	Can delete search entry	29	delete_searchentry
128	Can view search entry	29	view_searchentry
129	Can add transcript	33	add_transcript
130	Can change transcript	33	change_transcript
131	Can delete transcript	33	delete_transcript
132	Can view transcript	33	view_transcript
133	Can add log entry	34	add_logentry
134	Can change log entry	34	change_logentry
135	Can delete log entry	34	delete_logentry
136	Can view log entry	34	view_logentry
137	Can add permission	36	add_permission
138	Can change permission	36	change_permission
139	Can delete permission	36	delete_permission
140	Can view permission	36	view_permission
141	Can add group	35	add_group
142	Can change group	35	change_group
143	Can delete group	35	delete_group
144	Can view group	35	view_group
145	Can add content type	37	add_contenttype
146	Can change content type	37	change_contenttype
147	Can delete content type	37	delete_contenttype
148	Can view content type	37	view_contenttype
149	Can add session	38	add_session
150	Can change session	38	change_session
151	Can delete session	38	delete_session
152	Can view session	38	view_session
153	Can add Task Result	39	add_dbtaskresult
154	Can change Task Result	39	change_dbtaskresult
155	Can delete Task Result	39	delete_dbtaskresult
156	Can view Task Result	39	view_dbtaskresult
157	Can add API key	40	add_apikey
158	Can change API key	40	change_apikey
159	Can delete API key	40	delete_apikey
160	Can view API key	40	view_apikey
161	Can add proxy granting ticket	41	add_proxygrantingticket
162	Can change proxy granting ticket	41	change_proxygrantingticket
163	Can delete proxy granting ticket	41	delete_proxygrantingticket
164	Can view proxy granting ticket	41	view_proxygrantingticket
165	Can add session ticket	42	add_sessionticket
166	Can change session ticket	42	change_sessionticket
167	Can delete session ticket	42	delete_sessionticket
168	Can view session ticket	42	view_sessionticket
\.


--
-- Data for Name: django_admin_log; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_admin_log (id, action_time, object_id, object_repr, action_flag, change_message, content_type_id, user_id) FROM stdin;
\.


--
-- Data for Name: django_cas_ng_proxygrantingticket; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_cas_ng_proxygrantingticket (id, session_key, pgtiou, pgt, date, user_id) FROM stdin;
\.


--
-- Data for Name: django_cas_ng_sessionticket; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_cas_ng_sessionticket (id, session_key, ticket) FROM stdin;
\.


--
-- Data for Name: django_content_type; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_content_type (id, app_label, model) FROM stdin;
1	tenants	allowedorigin
2	tenants	auditevent
3	tenants	tenant
4	tenants	tenantaiconfig
5	tenants	tenantbranding
6	tenants	tenantssoconfig
7	programmes	casestudy
8	programmes	casestudyprogramme
9	programmes	programme
10	accounts	browsersession
11	accounts	invitation
12	accounts	programmemembership
13	accounts	programmeset
14	accounts	ratecounter
15	accounts	role
16	accounts	servicekey
17	accounts	signin
18	accounts	ssocode
19	accounts	ssoidentity
20	accounts	ssologin
21	accounts	user
22	students	attempttransaction
23	students	bulkjob
24	students	casestudyprogress
25	students	grade
26	students	idempotencyrecord
27	students	progresscount
28	students	rosterimport
29	students	searchentry
30	students	session
31	students	student
32	students	studentcount
33	students	transcript
34	admin	logentry
35	auth	group
36	auth	permission
37	contenttypes	contenttype
38	sessions	session
39	django_tasks_database	dbtaskresult
40	rest_framework_api_key	apikey
41	django_cas_ng	proxygrantingticket
42	django_cas_ng	sessionticket
\.


--
-- Data for Name: django_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_migrations (id, app, name, applied) FROM stdin;
1	tenants	0001_initial	2026-11-29 05:53:53.389136+00
2	programmes	0001_initial	2026-11-29 05:53:53.53864+00
3	accounts	0001_initial	2026-11-29 05:53:53.973103+00
4	accounts	0002_database	2026-11-29 05:53:53.981262+00
5	contenttypes	0001_initial	2026-11-29 05:53:53.985252+00
6	admin	0001_initial	2026-11-29 05:53:53.999971+00
7	admin	0002_logentry_remove_auto_add	2026-11-29 05:53:54.007398+00
8	admin	0003_logentry_add_action_flag_choices	2026-11-29 05:53:54.014347+00
9	contenttypes	0002_remove_content_type_name	2026-11-29 05:53:54.027943+00
10	auth	0001_initial	2026-11-29 05:53:54.071709+00
11	auth	0002_alter_permission_name_max_length	2026-11-29 05:53:54.083964+00
12	auth	0003_alter_user_email_max_length	2026-11-29 05:53:54.087122+00
13	auth	0004_alter_user_username_opts	2026-11-29 05:53:54.090462+00
14	auth	0005_alter_user_last_login_null	2026-11-29 05:53:54.093406+00
15	auth	0006_require_contenttypes_0002	2026-11-29 05:53:54.094206+00
16	auth	0007_alter_validators_add_error_messages	2026-11-29 05:53:54.097487+00
17	auth	0008_alter_user_username_max_length	2026-11-29 05:53:54.101485+00
18	auth	0009_alter_user_last_name_max_length	2026-11-29 05:53:54.104819+00
19	auth	0010_alter_group_name_max_length	2026-11-29 05:53:54.118761+00
20	auth	0011_update_proxy_permissions	2026-11-29 05:53:54.139356+00
21	auth	0012_alter_user_first_name_max_length	2026-11-29 05:53:54.143411+00
22	django_cas_ng	0001_initial	2026-11-29 05:53:54.172012+00
23	django_cas_ng	0002_auto_20201023_1400	2026-11-29 05:53:54.182265+00
24	django_cas_ng	0003_auto_20210813_1226	2026-11-29 05:53:54.184561+00
25	django_tasks_database	0001_initial	2026-11-29 05:53:54.187921+00
26	django_tasks_database	0002_alter_dbtaskresult_options	2026-11-29 05:53:54.189559+00
27	django_tasks_database	0003_dbtaskresult_enqueued_at_dbtaskresult_finished_at	2026-11-29 05:53:54.192784+00
28	django_tasks_database	0004_dbtaskresult_started_at	2026-11-29 05:53:54.194637+00
29	django_tasks_database	0005_alter_dbtaskresult_priority_and_more	2026-11-29 05:53:54.202493+00
30	django_tasks_database	0006_alter_dbtaskresult_args_kwargs_and_more	2026-11-29 05:53:54.212761+00
31	django_tasks_database	0007_add_separate_results_fields	2026-11-29 05:53:54.215775+00
32	django_tasks_database	0008_separate_results_field	2026-11-29 05:53:54.230134+00
33	django_tasks_database	0009_remove_results_field	2026-11-29 05:53:54.232247+00
34	django_tasks_database	0010_alter_dbtaskresult_status	2026-11-29 05:53:54.234334+00
35	django_tasks_database	0011_rename_complete_status	2026-11-29 05:53:54.246593+00
36	django_tasks_database	0012_add_separate_exception_fields	2026-11-29 05:53:54.250864+00
37	django_tasks_database	0013_separate_exception_fields	2026-11-29 05:53:54.270005+00
38	django_tasks_database	0014_remove_dbtaskresult_exception_data	2026-11-29 05:53:54.272297+00
39	django_tasks_database	0015_correctly_order_run_after	2026-11-29 05:53:54.273701+00
40	django_tasks_database	0016_remove_dbtaskresult_django_task_new_ordering_idx_and_more	2026-11-29 05:53:54.300685+00
41	django_tasks_database	0017_dbtaskresult_metadata	2026-11-29 05:53:54.303972+00
42	django_tasks_database	0018_rename_succeeded_status	2026-11-29 05:53:54.318387+00
43	django_tasks_database	0019_rename_django_task_new_ordering_idx_tasks_db_new_ordering_idx_and_more	2026-11-29 05:53:54.323906+00
44	django_tasks_database	0020_update_db_task_result_ordering	2026-11-29 05:53:54.328828+00
45	django_tasks_database	0021_conditional_partial_index_ordering	2026-11-29 05:53:54.333052+00
46	rest_framework_api_key	0001_initial	2026-11-29 05:53:54.336756+00
47	rest_framework_api_key	0002_auto_20190529_2243	2026-11-29 05:53:54.339654+00
48	rest_framework_api_key	0003_auto_20190623_1952	2026-11-29 05:53:54.340965+00
49	rest_framework_api_key	0004_prefix_hashed_key	2026-11-29 05:53:54.360765+00
50	rest_framework_api_key	0005_auto_20220110_1102	2026-11-29 05:53:54.364486+00
51	sessions	0001_initial	2026-11-29 05:53:54.368675+00
52	tenants	0002_database	2026-11-29 05:53:54.372299+00
53	students	0001_initial	2026-11-29 05:53:54.995445+00
54	students	0002_database	2026-11-29 05:53:55.017261+00
\.


--
-- Data for Name: django_session; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_session (session_key, session_data, expire_date) FROM stdin;
\.


--
-- Data for Name: django_tasks_database_dbtaskresult; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_tasks_database_dbtaskresult (id, status, args_kwargs, priority, task_path, queue_name, backend_name, run_after, enqueued_at, finished_at, started_at, return_value, exception_class_path, traceback, worker_ids) FROM stdin;
\.


--
-- Data for Name: programmes_casestudy; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.programmes_casestudy (id, created_at, updated_at, title, slug, description, instructions, time_limit_minutes, document_url, first_message, is_active, tenant_id) FROM stdin;
6650c3d4e5f6a7b8c9d0e1f2	2025-01-02 00:00:00+00	\N	Fuel Subsidy removal in Nigeria: Economic impact and social impact	fuel-subsidy-removal-in-nigeria-economic-impact-and-social-impact	You advise the minister of finance in the week after the subsidy's end. Prices at the pump have tripled, transport workers threaten a strike, and the states want their share of the savings. Defend a plan, and say who pays for it.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
6650e5f6a7b8c9d0e1f2a3b4	2025-06-01 14:00:00+00	\N	Ethiopian Airlines Case Study	ethiopian-airlines-case-study	A national carrier grows while its neighbours fold. Explain to its board how long the hub strategy will carry, and what to do about revenue that cannot leave its country.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
6776a0908c6ef372fe94f82a	2025-01-02 14:20:00+00	\N	Negotiating a Supplier Contract in Lagos	negotiating-a-supplier-contract-in-lagos	The packaging supplier asks for a third more. You have one call, and no second source.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
677705582aa66d2c7ddf743f	2025-01-02 21:30:00+00	\N	Launching Mobile Money in Rural Ghana	launching-mobile-money-in-rural-ghana	Agents want commission, farmers want trust. Convince the regional manager of your pilot.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
67776a20c8dde6e5fd29f054	2025-01-03 04:40:00+00	\N	Turning Around a Family-Owned Textile Mill	turning-around-a-family-owned-textile-mill	Three siblings, two opinions, one bank that has lost patience.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
6777cee86715609f7c746c69	2025-01-03 11:50:00+00	\N	Crisis Communication after a Product Recall	crisis-communication-after-a-product-recall	A batch of infant formula is contaminated. The press conference begins in ten minutes.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
677833b0054cda58fbbee87e	2025-01-03 19:00:00+00	\N	Pricing Solar Home Systems	pricing-solar-home-systems	Pay as you go, lease or cash? Argue with a finance director who has seen defaults.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
67789878a38454127b096493	2025-01-04 02:10:00+00	\N	Merging Two Microfinance Banks	merging-two-microfinance-banks	Two branch networks, one licence, and a workforce that reads the newspapers.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
6778fd4041bbcdcbfa53e0a8	2025-01-04 09:20:00+00	\N	Succession at Okpara & Daughters	succession-at-okpara-daughters	The founder will not retire. The eldest daughter has an offer from a competitor.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
67796208dff34785799e5cbd	2025-01-04 16:30:00+00	\N	Port Congestion at Apapa: A Logistics Decision	port-congestion-at-apapa-a-logistics-decision	Forty ships at anchor. Choose between the road, the rail and the river.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
6779c6d07e2ac13ef8e8d8d2	2025-01-04 23:40:00+00	\N	Entering the Kenyan Tea Market (2023 edition)	entering-the-kenyan-tea-market-2023-edition	Superseded figures.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	f	6650a1b2c3d4e5f6a7b8c9d0
677a2b981c623af8783354e7	2025-01-05 06:50:00+00	\N	Cash-Flow Planning for a Start-up	cash-flow-planning-for-a-start-up	Being rewritten.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	f	6650a1b2c3d4e5f6a7b8c9d0
677a9060ba99b4b1f77dd0fc	2025-01-05 14:00:00+00	\N	Board Meeting: Acquiring a Competitor	board-meeting-acquiring-a-competitor	Five directors, one of them undecided.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
677af52858d12e6b76c84d11	2025-01-05 21:10:00+00	\N	Leading a Remote Team across Five Time Zones	leading-a-remote-team-across-five-time-zones	\N	[]	10	\N	\N	t	6650a1b2c3d4e5f6a7b8c9d0
677b59f0f708a824f612c926	2025-01-06 04:20:00+00	\N	Cholera Outbreak in a Border Town	cholera-outbreak-in-a-border-town	The well is shared by two countries. Agree on measures with your counterpart.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
677bbeb8954021de755d453b	2025-01-06 11:30:00+00	\N	Vaccine Hesitancy: Talking to Parents	vaccine-hesitancy-talking-to-parents	A mother has read something on the internet. Listen first.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
677c238033779b97f4a7c150	2025-01-06 18:40:00+00	\N	Clean Water for Kisumu	clean-water-for-kisumu	Whose pipe is it?	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
677c8848d1af155173f23d65	2025-01-07 01:50:00+00	\N	Data Breach at a University Hospital	data-breach-at-a-university-hospital	Whom do you tell first, and what?	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
677ced106fe68f0af33cb97a	2025-01-07 09:00:00+00	\N	Migrating Payroll to the Cloud	migrating-payroll-to-the-cloud	The vendor calls it a weekend's work.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
677d51d80e1e08c47287358f	2025-01-07 16:10:00+00	\N	An Outage on Registration Day	an-outage-on-registration-day	\N	[]	10	\N	\N	t	6650a1b2c3d4e5f6a7b8c9d0
677db6a0ac55827df1d1b1a4	2025-01-07 23:20:00+00	\N	Central Bank Press Conference	central-bank-press-conference	Inflation is at 31 per cent.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
677e1b684a8cfc37711c2db9	2025-01-08 06:30:00+00	\N	Minimum Wage Negotiations	minimum-wage-negotiations	Three parties, one number.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
677e8030e8c475f0f066a9ce	2025-01-08 13:40:00+00	\N	Breaking Bad News	breaking-bad-news	A father waits in the corridor.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
677ee4f886fbefaa6fb125e3	2025-01-08 20:50:00+00	\N	Handover on the Night Shift	handover-on-the-night-shift	What must not be forgotten.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
677f49c025336963eefba1f8	2025-01-09 04:00:00+00	\N	Budget Hearing before the State Assembly	budget-hearing-before-the-state-assembly	\N	[]	10	\N	\N	t	6650a1b2c3d4e5f6a7b8c9d0
677fae88c36ae31d6e461e0d	2025-01-09 11:10:00+00	\N	Parents' Evening	parents-evening	The marks are bad, the father is angry.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
6780135061a25cd6ed909a22	2025-01-09 18:20:00+00	\N	Auditing a Petty-Cash Fraud	auditing-a-petty-cash-fraud	The receipts are too tidy.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
67807818ffd9d6906cdb1637	2025-01-10 01:30:00+00	\N	A First Conversation	a-first-conversation	Learn how to speak with a simulation.	["Read the brief before you start.", "Speak as you would to a colleague."]	\N	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
6780dce09e115049ec25924c	2025-01-10 08:40:00+00	\N	Academic Integrity: A Difficult Conversation	academic-integrity-a-difficult-conversation	A friend asks for help.	["Read the brief before you start.", "Speak as you would to a colleague."]	\N	\N	Good morning. Shall we start?	t	6650a1b2c3d4e5f6a7b8c9d0
678141a83c48ca036b700e61	2025-01-10 15:50:00+00	\N	Job Interview Practice	job-interview-practice	\N	[]	\N	\N	\N	t	6650a1b2c3d4e5f6a7b8c9d0
6781a670da8043bceaba8a76	2025-01-10 23:00:00+00	\N	Orientation 2024	orientation-2024	Last year's welcome.	["Read the brief before you start.", "Speak as you would to a colleague."]	\N	\N	Good morning. Shall we start?	f	6650a1b2c3d4e5f6a7b8c9d0
683dae60a000000000000000	2025-06-02 14:00:00+00	\N	Ethiopian Airlines Case Study	ethiopian-airlines-case-study	The board wants a second hub. Where?	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650c3d4e5f6a7b8c9d0e1f2
683e13283e3779b97f4a7c15	2025-06-02 21:10:00+00	\N	Hostile Takeover of a Brewery	hostile-takeover-of-a-brewery	An offer at noon.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650c3d4e5f6a7b8c9d0e1f2
683e77f0dc6ef372fe94f82a	2025-06-03 04:20:00+00	\N	Restructuring a Cocoa Cooperative	restructuring-a-cocoa-cooperative	\N	[]	10	\N	\N	t	6650c3d4e5f6a7b8c9d0e1f2
683edcb87aa66d2c7ddf743f	2025-06-03 11:30:00+00	\N	Breaking Bad News	breaking-bad-news	A mother waits in the corridor.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650c3d4e5f6a7b8c9d0e1f2
683f418018dde6e5fd29f054	2025-06-03 18:40:00+00	\N	Cholera Outbreak in a Border Town	cholera-outbreak-in-a-border-town	\N	[]	10	\N	\N	t	6650c3d4e5f6a7b8c9d0e1f2
683fa648b715609f7c746c69	2025-06-04 01:50:00+00	\N	Arbitration under Time Pressure	arbitration-under-time-pressure	The panel rises at five.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650c3d4e5f6a7b8c9d0e1f2
68400b10554cda58fbbee87e	2025-06-04 09:00:00+00	\N	Cross-Examining an Expert	cross-examining-an-expert	\N	[]	10	\N	\N	t	6650c3d4e5f6a7b8c9d0e1f2
68406fd8f38454127b096493	2025-06-04 16:10:00+00	\N	Bridge Inspection: Close the Road?	bridge-inspection-close-the-road	A crack, and a bank holiday.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	t	6650c3d4e5f6a7b8c9d0e1f2
6840d4a091bbcdcbfa53e0a8	2025-06-04 23:20:00+00	\N	Explaining a Design Error to the Client	explaining-a-design-error-to-the-client	\N	[]	10	\N	\N	t	6650c3d4e5f6a7b8c9d0e1f2
684139682ff34785799e5cbd	2025-06-05 06:30:00+00	\N	Typing Pool to Word Processor	typing-pool-to-word-processor	Of historical interest.	["Read the brief before you start.", "Speak as you would to a colleague."]	10	\N	Good morning. Shall we start?	f	6650c3d4e5f6a7b8c9d0e1f2
68419e30ce2ac13ef8e8d8d2	2025-06-05 13:40:00+00	\N	First Steps with the Simulation	first-steps-with-the-simulation	Ten minutes to get used to it.	["Read the brief before you start.", "Speak as you would to a colleague."]	\N	\N	Good morning. Shall we start?	t	6650c3d4e5f6a7b8c9d0e1f2
\.


--
-- Data for Name: programmes_casestudyprogramme; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.programmes_casestudyprogramme (id, case_study_id, tenant_id, programme_id) FROM stdin;
1	6650c3d4e5f6a7b8c9d0e1f2	6650a1b2c3d4e5f6a7b8c9d0	6775d7005000000000000000
2	6650e5f6a7b8c9d0e1f2a3b4	6650a1b2c3d4e5f6a7b8c9d0	67763bc8ee3779b97f4a7c15
3	6650e5f6a7b8c9d0e1f2a3b4	6650a1b2c3d4e5f6a7b8c9d0	6775d7005000000000000000
4	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	6775d7005000000000000000
5	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	67763bc8ee3779b97f4a7c15
6	677705582aa66d2c7ddf743f	6650a1b2c3d4e5f6a7b8c9d0	6775d7005000000000000000
7	677705582aa66d2c7ddf743f	6650a1b2c3d4e5f6a7b8c9d0	6776a0908c6ef372fe94f82a
8	67776a20c8dde6e5fd29f054	6650a1b2c3d4e5f6a7b8c9d0	6775d7005000000000000000
9	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	6775d7005000000000000000
10	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	67763bc8ee3779b97f4a7c15
11	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	6651a1b2c3d4e5f6a7b8c9d0
12	677833b0054cda58fbbee87e	6650a1b2c3d4e5f6a7b8c9d0	6775d7005000000000000000
13	677833b0054cda58fbbee87e	6650a1b2c3d4e5f6a7b8c9d0	677705582aa66d2c7ddf743f
14	67789878a38454127b096493	6650a1b2c3d4e5f6a7b8c9d0	6775d7005000000000000000
15	67789878a38454127b096493	6650a1b2c3d4e5f6a7b8c9d0	677705582aa66d2c7ddf743f
16	6778fd4041bbcdcbfa53e0a8	6650a1b2c3d4e5f6a7b8c9d0	6775d7005000000000000000
17	67796208dff34785799e5cbd	6650a1b2c3d4e5f6a7b8c9d0	6775d7005000000000000000
18	67796208dff34785799e5cbd	6650a1b2c3d4e5f6a7b8c9d0	6777cee86715609f7c746c69
19	6779c6d07e2ac13ef8e8d8d2	6650a1b2c3d4e5f6a7b8c9d0	6775d7005000000000000000
20	677a2b981c623af8783354e7	6650a1b2c3d4e5f6a7b8c9d0	6775d7005000000000000000
21	677a2b981c623af8783354e7	6650a1b2c3d4e5f6a7b8c9d0	67763bc8ee3779b97f4a7c15
22	677a9060ba99b4b1f77dd0fc	6650a1b2c3d4e5f6a7b8c9d0	67763bc8ee3779b97f4a7c15
23	677af52858d12e6b76c84d11	6650a1b2c3d4e5f6a7b8c9d0	67763bc8ee3779b97f4a7c15
24	677af52858d12e6b76c84d11	6650a1b2c3d4e5f6a7b8c9d0	6776a0908c6ef372fe94f82a
25	677b59f0f708a824f612c926	6650a1b2c3d4e5f6a7b8c9d0	6651a1b2c3d4e5f6a7b8c9d0
26	677b59f0f708a824f612c926	6650a1b2c3d4e5f6a7b8c9d0	67776a20c8dde6e5fd29f054
27	677bbeb8954021de755d453b	6650a1b2c3d4e5f6a7b8c9d0	6651a1b2c3d4e5f6a7b8c9d0
28	677bbeb8954021de755d453b	6650a1b2c3d4e5f6a7b8c9d0	67776a20c8dde6e5fd29f054
29	677bbeb8954021de755d453b	6650a1b2c3d4e5f6a7b8c9d0	677833b0054cda58fbbee87e
30	677c238033779b97f4a7c150	6650a1b2c3d4e5f6a7b8c9d0	6651a1b2c3d4e5f6a7b8c9d0
31	677c238033779b97f4a7c150	6650a1b2c3d4e5f6a7b8c9d0	6777cee86715609f7c746c69
32	677c8848d1af155173f23d65	6650a1b2c3d4e5f6a7b8c9d0	6776a0908c6ef372fe94f82a
33	677c8848d1af155173f23d65	6650a1b2c3d4e5f6a7b8c9d0	6651a1b2c3d4e5f6a7b8c9d0
34	677ced106fe68f0af33cb97a	6650a1b2c3d4e5f6a7b8c9d0	6776a0908c6ef372fe94f82a
35	677d51d80e1e08c47287358f	6650a1b2c3d4e5f6a7b8c9d0	6776a0908c6ef372fe94f82a
36	677db6a0ac55827df1d1b1a4	6650a1b2c3d4e5f6a7b8c9d0	677705582aa66d2c7ddf743f
37	677e1b684a8cfc37711c2db9	6650a1b2c3d4e5f6a7b8c9d0	677705582aa66d2c7ddf743f
38	677e1b684a8cfc37711c2db9	6650a1b2c3d4e5f6a7b8c9d0	6777cee86715609f7c746c69
39	677e8030e8c475f0f066a9ce	6650a1b2c3d4e5f6a7b8c9d0	67776a20c8dde6e5fd29f054
40	677ee4f886fbefaa6fb125e3	6650a1b2c3d4e5f6a7b8c9d0	67776a20c8dde6e5fd29f054
41	677f49c025336963eefba1f8	6650a1b2c3d4e5f6a7b8c9d0	6777cee86715609f7c746c69
42	677fae88c36ae31d6e461e0d	6650a1b2c3d4e5f6a7b8c9d0	677833b0054cda58fbbee87e
43	6780135061a25cd6ed909a22	6650a1b2c3d4e5f6a7b8c9d0	67789878a38454127b096493
44	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	683e13283e3779b97f4a7c15
45	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	683dae60a000000000000000
46	683e13283e3779b97f4a7c15	6650c3d4e5f6a7b8c9d0e1f2	683dae60a000000000000000
47	683e13283e3779b97f4a7c15	6650c3d4e5f6a7b8c9d0e1f2	683e13283e3779b97f4a7c15
48	683e13283e3779b97f4a7c15	6650c3d4e5f6a7b8c9d0e1f2	683edcb87aa66d2c7ddf743f
49	683e77f0dc6ef372fe94f82a	6650c3d4e5f6a7b8c9d0e1f2	683dae60a000000000000000
50	683edcb87aa66d2c7ddf743f	6650c3d4e5f6a7b8c9d0e1f2	683e77f0dc6ef372fe94f82a
51	683f418018dde6e5fd29f054	6650c3d4e5f6a7b8c9d0e1f2	683e77f0dc6ef372fe94f82a
52	683fa648b715609f7c746c69	6650c3d4e5f6a7b8c9d0e1f2	683edcb87aa66d2c7ddf743f
53	68400b10554cda58fbbee87e	6650c3d4e5f6a7b8c9d0e1f2	683edcb87aa66d2c7ddf743f
54	68406fd8f38454127b096493	6650c3d4e5f6a7b8c9d0e1f2	683f418018dde6e5fd29f054
55	6840d4a091bbcdcbfa53e0a8	6650c3d4e5f6a7b8c9d0e1f2	683f418018dde6e5fd29f054
56	6840d4a091bbcdcbfa53e0a8	6650c3d4e5f6a7b8c9d0e1f2	683e13283e3779b97f4a7c15
57	684139682ff34785799e5cbd	6650c3d4e5f6a7b8c9d0e1f2	683fa648b715609f7c746c69
\.


--
-- Data for Name: programmes_programme; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.programmes_programme (id, created_at, updated_at, code, name, description, is_active, tenant_id) FROM stdin;
6775d7005000000000000000	2025-01-02 00:00:00+00	\N	MBA1234	Masters in Business Administration	Two years beside a job, taught online; a case study every fortnight.	t	6650a1b2c3d4e5f6a7b8c9d0
67763bc8ee3779b97f4a7c15	2025-01-02 07:10:00+00	\N	MBA	Executive Master of Business Administration	For those who lead.	t	6650a1b2c3d4e5f6a7b8c9d0
6776a0908c6ef372fe94f82a	2025-01-02 14:20:00+00	\N	MIT	Master of Information Technology	Eighteen months, two projects.	t	6650a1b2c3d4e5f6a7b8c9d0
677705582aa66d2c7ddf743f	2025-01-02 21:30:00+00	\N	BSC-ECO	BSc Economics	Three-year undergraduate programme.	t	6650a1b2c3d4e5f6a7b8c9d0
67776a20c8dde6e5fd29f054	2025-01-03 04:40:00+00	\N	BSC-NUR	BSc Nursing Science	Four years, with placements on the wards.	t	6650a1b2c3d4e5f6a7b8c9d0
6777cee86715609f7c746c69	2025-01-03 11:50:00+00	\N	MPA	Master of Public Administration	\N	t	6650a1b2c3d4e5f6a7b8c9d0
677833b0054cda58fbbee87e	2025-01-03 19:00:00+00	\N	PGD_EDU	Postgraduate Diploma in Education	For teachers in service.	t	6650a1b2c3d4e5f6a7b8c9d0
67789878a38454127b096493	2025-01-04 02:10:00+00	\N	HND-ACC	Higher National Diploma in Accounting	Admits nobody since 2025.	f	6650a1b2c3d4e5f6a7b8c9d0
6651a1b2c3d4e5f6a7b8c9d0	2026-04-29 10:00:00+00	\N	MPH	Master of Public Health	Two-year graduate programme.	t	6650a1b2c3d4e5f6a7b8c9d0
683dae60a000000000000000	2025-06-02 14:00:00+00	\N	MBA1234	Master of Business Administration (Weekend)	Saturdays only.	t	6650c3d4e5f6a7b8c9d0e1f2
683e13283e3779b97f4a7c15	2025-06-02 21:10:00+00	\N	MBA	Master of Business Administration	\N	t	6650c3d4e5f6a7b8c9d0e1f2
683e77f0dc6ef372fe94f82a	2025-06-03 04:20:00+00	\N	MPH	Master of Public Health	One year, full time.	t	6650c3d4e5f6a7b8c9d0e1f2
683edcb87aa66d2c7ddf743f	2025-06-03 11:30:00+00	\N	LLM	Master of Laws	Commercial law and arbitration.	t	6650c3d4e5f6a7b8c9d0e1f2
683f418018dde6e5fd29f054	2025-06-03 18:40:00+00	\N	MENG	Master of Engineering	\N	t	6650c3d4e5f6a7b8c9d0e1f2
683fa648b715609f7c746c69	2025-06-04 01:50:00+00	\N	DIP-IT	Diploma in Office Technology	Superseded.	f	6650c3d4e5f6a7b8c9d0e1f2
\.


--
-- Data for Name: rest_framework_api_key_apikey; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.rest_framework_api_key_apikey (id, created, name, revoked, expiry_date, hashed_key, prefix) FROM stdin;
\.


--
-- Data for Name: students_attempttransaction; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.students_attempttransaction (id, created_at, type, amount, reason, expires_at, actor_user_id, actor_name, case_study_id, grant_id, tenant_id, user_id) FROM stdin;
67e488e70efbea9bec4978c0	2025-03-26 23:08:23+00	grant	1	Technical trouble on our side	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	67789878a38454127b096493	\N	6650a1b2c3d4e5f6a7b8c9d0	67e33767774fefaa6fb125e3
680422989cda58fbbee87e00	2025-04-19 22:24:24+00	grant	1	Technical trouble on our side	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	677705582aa66d2c7ddf743f	\N	6650a1b2c3d4e5f6a7b8c9d0	6802d11815876963eefba1f8
67e36fe34f1dc911498eb3c0	2025-03-26 03:09:23+00	grant	1	Technical trouble on our side	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	67796208dff34785799e5cbd	\N	6650a1b2c3d4e5f6a7b8c9d0	67e21e638c50772445263acf
684123f238daf2a61eb0fe80	2025-06-05 04:58:26+00	grant	1	Technical trouble on our side	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	6778fd4041bbcdcbfa53e0a8	\N	6650a1b2c3d4e5f6a7b8c9d0	683fd2727bf76bca987ac3fa
67a2c5d188e36a4376024d40	2025-02-05 01:58:41+00	grant	1	Technical trouble on our side	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	677bbeb8954021de755d453b	\N	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
698afa9822981c3af3d34940	2026-02-10 09:30:00+00	grant	2	Audio dropped during the last attempt	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	6778fd4041bbcdcbfa53e0a8	\N	6650a1b2c3d4e5f6a7b8c9d0	68b6dc406b9e6070ebcf4d25
698afa98b0768a9ac6724e80	2026-02-10 09:30:00+00	grant	1	Medical certificate	2030-12-31 23:59:59+00	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	67796208dff34785799e5cbd	\N	6650a1b2c3d4e5f6a7b8c9d0	68b6ea5009d5da2a6b19c93a
698afa983e54f8fa991153c0	2026-02-10 09:30:00+00	grant	1	Medical certificate	2026-03-31 23:59:59+00	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	677833b0054cda58fbbee87e	\N	6650a1b2c3d4e5f6a7b8c9d0	68b6f860a80d53e3ea64454f
69cc6384dc8c72b4185bcfd5	2026-04-01 00:15:00+00	expiry	1		\N	\N	\N	677833b0054cda58fbbee87e	698afa983e54f8fa991153c0	6650a1b2c3d4e5f6a7b8c9d0	68b6f860a80d53e3ea64454f
698afa98cc33675a6bb05900	2026-02-10 09:30:00+00	grant	3	Audio dropped during the last attempt	2026-03-31 23:59:59+00	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	6650e5f6a7b8c9d0e1f2a3b4	\N	6650a1b2c3d4e5f6a7b8c9d0	68b706704644cd9d69aec164
67ffbe889d61d2d133fd6a00	2025-04-16 14:28:24+00	grant	1	Technical trouble on our side	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	677f49c025336963eefba1f8	\N	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
679f1d195ea9a520023e6740	2025-02-02 07:22:01+00	grant	1	Technical trouble on our side	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	6777cee86715609f7c746c69	\N	6650a1b2c3d4e5f6a7b8c9d0	679dcb995c8ea6948008f99d
679f1d19fce11ed98188e355	2025-02-02 07:22:01+00	grant	1	Technical trouble on our side	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	6776a0908c6ef372fe94f82a	\N	6650a1b2c3d4e5f6a7b8c9d0	679dcb995c8ea6948008f99d
685b9e3bf20219d44f3dc1c0	2025-06-25 06:59:07+00	grant	1	Technical trouble on our side	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	67796208dff34785799e5cbd	\N	6650a1b2c3d4e5f6a7b8c9d0	685a4cbb26dc0867513cf707
67dcd9cbcfe8ffd1792e15c0	2025-03-21 03:15:23+00	grant	1	Technical trouble on our side	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	6778fd4041bbcdcbfa53e0a8	\N	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
68995aed63417485c62d7040	2025-08-11 02:52:29+00	grant	1	Technical trouble on our side	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	677833b0054cda58fbbee87e	\N	6650a1b2c3d4e5f6a7b8c9d0	6898096dd4a105d21718b5c1
67fafcccb349ec231d7ebf00	2025-04-12 23:52:44+00	grant	1	Technical trouble on our side	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	67796208dff34785799e5cbd	\N	6650a1b2c3d4e5f6a7b8c9d0	67f9ab4c19e127b08c75fafc
67daa7c3502cbcbc33b88bc0	2025-03-19 11:17:23+00	grant	1	Technical trouble on our side	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	6780dce09e115049ec25924c	\N	6650a1b2c3d4e5f6a7b8c9d0	67d956433454b2f2f0cee22f
67ba52baed0f8d5549f25880	2025-02-22 22:42:02+00	grant	1	Technical trouble on our side	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	6777cee86715609f7c746c69	\N	6650a1b2c3d4e5f6a7b8c9d0	67b9013a4ec83e355527c962
67d9ec6b7aedfbb51c915dc0	2025-03-18 21:58:03+00	grant	1	Technical trouble on our side	\N	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	677ced106fe68f0af33cb97a	\N	6650a1b2c3d4e5f6a7b8c9d0	67d89aebecffb7eed4724577
698afa98712e6b76c84d1100	2026-02-10 09:30:00+00	grant	2	Audio dropped during the last attempt	\N	683d5a00a000000000000000	Begoña Quiñones-Ampofo	68406fd8f38454127b096493	\N	6650c3d4e5f6a7b8c9d0e1f2	68b6dc40b398b9addb213444
698afa98ff0cd9d69aec1640	2026-02-10 09:30:00+00	grant	1	Medical certificate	2030-12-31 23:59:59+00	683d5a00a000000000000000	Begoña Quiñones-Ampofo	683e77f0dc6ef372fe94f82a	\N	6650c3d4e5f6a7b8c9d0e1f2	68b6ea5051d033675a6bb059
698afa988ceb48366d8b1b80	2026-02-10 09:30:00+00	grant	1	Medical certificate	2026-03-31 23:59:59+00	683d5a00a000000000000000	Begoña Quiñones-Ampofo	683dae60a000000000000000	\N	6650c3d4e5f6a7b8c9d0e1f2	68b6f860f007ad20d9b62c6e
69cc63842b22c1efecd59795	2026-04-01 00:15:00+00	expiry	1		\N	\N	\N	683dae60a000000000000000	698afa988ceb48366d8b1b80	6650c3d4e5f6a7b8c9d0e1f2	68b6f860f007ad20d9b62c6e
698afa981ac9b696402a20c0	2026-02-10 09:30:00+00	grant	3	Audio dropped during the last attempt	2026-03-31 23:59:59+00	683d5a00a000000000000000	Begoña Quiñones-Ampofo	683e13283e3779b97f4a7c15	\N	6650c3d4e5f6a7b8c9d0e1f2	68b706708e3f26da5900a883
698afa98a8a824f612c92600	2026-02-10 09:30:00+00	grant	1	Audio dropped during the last attempt	\N	683d5a00a000000000000000	Begoña Quiñones-Ampofo	683e77f0dc6ef372fe94f82a	\N	6650c3d4e5f6a7b8c9d0e1f2	68b714802c76a093d84b2498
698eef1846df9eaf9213a215	2026-02-13 09:30:00+00	grant	2	Medical certificate	2030-12-31 23:59:59+00	683d5a00a000000000000000	Begoña Quiñones-Ampofo	683e77f0dc6ef372fe94f82a	\N	6650c3d4e5f6a7b8c9d0e1f2	68b714802c76a093d84b2498
69919218e5171869115e1e2a	2026-02-15 09:30:00+00	grant	1	Medical certificate	2026-03-31 23:59:59+00	683d5a00a000000000000000	Begoña Quiñones-Ampofo	683e77f0dc6ef372fe94f82a	\N	6650c3d4e5f6a7b8c9d0e1f2	68b714802c76a093d84b2498
69cc6384834e922290a89a3f	2026-04-01 00:15:00+00	expiry	1		\N	\N	\N	683e77f0dc6ef372fe94f82a	69919218e5171869115e1e2a	6650c3d4e5f6a7b8c9d0e1f2	68b714802c76a093d84b2498
6885923eeb15eb1e5205e580	2025-07-27 02:43:10+00	grant	1	Technical trouble on our side	\N	683d5a00a000000000000000	Begoña Quiñones-Ampofo	683e13283e3779b97f4a7c15	\N	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
68a3a7e7c5ceb279e38d68c0	2025-08-18 22:23:35+00	grant	1	Technical trouble on our side	\N	683d5a00a000000000000000	Begoña Quiñones-Ampofo	68406fd8f38454127b096493	\N	6650c3d4e5f6a7b8c9d0e1f2	68a2566770eb3ac9e78e35a3
\.


--
-- Data for Name: students_bulkjob; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.students_bulkjob (id, created_at, job_type, status, amount, reason, expires_at, dry_run, total_rows, processed_rows, succeeded_rows, failed_rows, results, actor_user_id, started_at, completed_at, case_study_id, tenant_id) FROM stdin;
68dce0000000000000000005	2025-10-01 09:00:00+00	attempt_grant	completed	1	An extra attempt	\N	f	1	1	1	0	[{"error": null, "success": true, "user_id": "6650a1b2c3d4e5f6a7b8c9d0"}]	67765590ee3779b97f4a7c15	2025-10-01 09:00:00+00	2025-10-01 09:00:00+00	6650c3d4e5f6a7b8c9d0e1f2	6650a1b2c3d4e5f6a7b8c9d0
\.


--
-- Data for Name: students_grade; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.students_grade (id, created_at, updated_at, rubric_id, final_score, overall_summary, criteria, tenant_id, session_id) FROM stdin;
67eea5f45000000000000000	2025-04-03 15:15:00+00	\N	\N	75.0	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 77.5, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 72.0, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 74.7, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6650d4e5f6a7b8c9d0e1f2a3
6a2140ac8c6ef372fe94f82a	2026-06-04 09:09:00+00	\N	\N	68.2	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 70.5, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 65.0, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 68.2, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6a213c1a8c6ef372fe94f82a
69271cc387d9d181e9736914	2025-11-26 15:29:07+00	\N	\N	58.0	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 57.0, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 60.7, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 56.7, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6927197187d9d181e9736914
691b1f14ad3364556b93f4d5	2025-11-17 13:11:48+00	\N	\N	66.6	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 66.6, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 63.9, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 69.3, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	691b1b77ad3364556b93f4d5
6915fd4c0efbea9bec4978c0	2025-11-13 15:46:20+00	\N	\N	76.6	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 78.4, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 77.3, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 73.5, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6915fa8e0efbea9bec4978c0
6928e63452273354baa7667e	2025-11-28 00:00:52+00	\N	\N	70.0	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 69.5, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 73.3, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 67.4, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6928e31352273354baa7667e
691789227780c6283cc7f23f	2025-11-14 19:55:14+00	\N	\N	79.7	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 76.8, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 79.4, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 83.7, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	691786c77780c6283cc7f23f
68ef85e79cda58fbbee87e00	2025-10-15 11:30:47+00	\N	\N	69.5	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 75.1, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 69.7, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 61.8, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	68ef80789cda58fbbee87e00
693c8d98b1b8d98c1bdaeed4	2025-12-12 21:48:08+00	\N	\N	75.7	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 79.2, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 78.0, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 68.8, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	693c8a4db1b8d98c1bdaeed4
693c327813815fd29c9072bf	2025-12-12 15:19:20+00	\N	\N	77.2	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 76.5, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 80.4, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 74.9, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	693c303b13815fd29c9072bf
693a2ae87549e6191d45f6aa	2025-12-11 02:22:32+00	\N	\N	87.2	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 87.0, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 83.3, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 91.3, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	693a28317549e6191d45f6aa
692ce6e438daf2a61eb0fe80	2025-12-01 00:52:52+00	\N	\N	61.7	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 62.4, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 56.8, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 65.7, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	692ce3cf38daf2a61eb0fe80
69e3422c18d6b1c8efa0a9fd	2026-04-18 08:34:52+00	\N	\N	93.2	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 90.9, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 95.2, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 94.3, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	69e33fa318d6b1c8efa0a9fd
69c1b49f01c15129732c3d94	2026-03-23 21:46:07+00	\N	\N	77.9	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 73.7, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 79.4, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 82.0, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	69c1b11c01c15129732c3d94
69b5844b6389d76ff3e1c17f	2026-03-14 15:52:43+00	\N	\N	88.1	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 85.1, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 88.3, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 91.8, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	69b57fe06389d76ff3e1c17f
69a6ab805f070fadf268416a	2026-03-03 09:36:00+00	\N	\N	60.7	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 61.2, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 61.4, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 59.4, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	69a6a7f65f070fadf268416a
699f5557c0cf95f4731dc555	2026-02-25 20:02:31+00	\N	\N	72.0	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 70.5, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 72.3, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 73.8, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	699f5114c0cf95f4731dc555
6992539622981c3af3d34940	2026-02-15 23:15:34+00	\N	\N	73.0	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 69.2, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 69.5, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 81.5, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	699250db22981c3af3d34940
69ef6a6f4eae045445bcca95	2026-04-27 13:53:51+00	\N	\N	75.1	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 80.5, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 73.6, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 69.4, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	69ef660c4eae045445bcca95
69eed691b0768a9ac6724e80	2026-04-27 03:22:57+00	\N	\N	59.5	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 55.0, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 67.6, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 57.3, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	69eed28db0768a9ac6724e80
69a6ac707ac3ec6d97a64bea	2026-03-03 09:40:00+00	\N	\N	85.7	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 84.5, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 93.2, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 79.8, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	69a6a7b57ac3ec6d97a64bea
699c8cb6dc8c72b4185bcfd5	2026-02-23 17:21:58+00	\N	\N	69.8	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 69.5, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 70.9, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 69.0, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	699c87c4dc8c72b4185bcfd5
698fcd9d3e54f8fa991153c0	2026-02-14 01:19:25+00	\N	\N	60.9	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 58.0, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 60.1, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 65.4, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	698fc86a3e54f8fa991153c0
6a3f9b3e52aead2a2fbc527e	2026-06-27 09:43:26+00	\N	\N	72.3	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 78.3, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 68.7, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 68.0, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6a3f971a52aead2a2fbc527e
6a2409289d61d2d133fd6a00	2026-06-06 11:48:56+00	\N	\N	60.7	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 61.4, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 63.0, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 57.4, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6a2404bf9d61d2d133fd6a00
6a1576f73950124c801ddb7f	2026-05-26 10:33:27+00	\N	\N	81.3	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 84.1, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 79.5, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 79.5, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	6a1563b43950124c801ddb7f
6a0f121bfce11ed98188e355	2026-05-21 14:09:31+00	\N	\N	81.6	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 84.8, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 81.4, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 77.4, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	6a0f0e14fce11ed98188e355
6a0eab425ea9a520023e6740	2026-05-21 06:50:42+00	\N	\N	75.1	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 78.4, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 73.9, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 72.0, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6a0ea7f65ea9a520023e6740
6a34ec356918e56830b79faa	2026-06-19 07:13:57+00	\N	\N	73.7	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 73.7, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 74.4, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 72.9, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6a34e9b06918e56830b79faa
6a30ffb6cae16baeb16d2395	2026-06-16 07:48:06+00	\N	\N	75.9	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 75.4, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 78.9, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 73.4, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6a30fd24cae16baeb16d2395
6a227fdf2ca9f1f53222a780	2026-06-05 07:50:55+00	\N	\N	84.0	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 79.6, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 85.4, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 88.6, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	6a227d062ca9f1f53222a780
6966e6c46ae000ba4c67b214	2026-01-14 00:43:48+00	\N	\N	55.9	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 50.7, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 62.6, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 56.2, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6966e3166ae000ba4c67b214
696485dbcca88700cd1d35ff	2026-01-12 05:25:47+00	\N	\N	56.4	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 52.6, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 61.5, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 56.4, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	69648360cca88700cd1d35ff
695d306f2e710d474dd2b9ea	2026-01-06 15:55:27+00	\N	\N	73.2	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 70.9, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 79.5, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 69.9, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	695d2b002e710d474dd2b9ea
6959ccbaf20219d44f3dc1c0	2026-01-04 02:13:14+00	\N	\N	67.3	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 68.6, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 68.2, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 64.5, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6959c92bf20219d44f3dc1c0
69be356e3a82b48370abe6bc	2026-03-21 06:06:38+00	\N	\N	60.0	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 57.8, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 64.9, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 58.1, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	69be33133a82b48370abe6bc
69a6725248c6e6b776580614	2026-03-03 05:32:02+00	\N	\N	73.9	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 71.9, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 77.9, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 72.6, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	69a66eed48c6e6b776580614
6a0c20153de7e1b2440ce47f	2026-05-19 08:32:21+00	\N	\N	84.7	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 80.6, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 87.0, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 87.9, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	6a0c1c693de7e1b2440ce47f
6a087b4f9fb067f8c4c2686a	2026-05-16 14:12:31+00	\N	\N	66.8	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 71.6, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 62.6, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 64.6, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6a0878269fb067f8c4c2686a
6a0614f60178ee3f4577ec55	2026-05-14 18:31:18+00	\N	\N	87.2	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 89.5, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 90.8, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 80.5, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	6a0611110178ee3f4577ec55
6a05ef7763417485c62d7040	2026-05-14 15:51:19+00	\N	\N	71.3	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 75.4, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 71.3, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 65.8, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6a05ead763417485c62d7040
69d8fe8d6896c67c193da77e	2026-04-10 13:43:41+00	\N	\N	75.2	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 74.7, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 78.6, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 72.4, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	69d8fbda6896c67c193da77e
69d840452c27d3091aa8af54	2026-04-10 00:11:49+00	\N	\N	76.3	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 76.1, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 73.7, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 79.1, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	69d83c0f2c27d3091aa8af54
69d6d5e98df0594f9b5e333f	2026-04-08 22:25:45+00	\N	\N	74.2	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 70.5, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 74.0, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 79.4, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	69d6d2d18df0594f9b5e333f
69d3d48aefb8df961c13b72a	2026-04-06 15:43:06+00	\N	\N	57.3	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 58.3, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 58.7, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 54.4, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	69d3d061efb8df961c13b72a
69c4ea35b349ec231d7ebf00	2026-03-26 08:11:33+00	\N	\N	58.1	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 60.3, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 55.8, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 57.4, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	69c4e64ab349ec231d7ebf00
69c1d70e89a8f532118be93c	2026-03-24 00:13:02+00	\N	\N	57.5	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 55.8, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 62.0, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 55.2, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	69c1d50089a8f532118be93c
69a0e7ae7293949295177cd3	2026-02-27 00:39:10+00	\N	\N	70.7	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 68.0, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 77.2, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 67.9, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	69a0e63d7293949295177cd3
698aaaa0f9b5adac97ed8c7f	2026-02-10 03:48:48+00	\N	\N	63.9	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 62.3, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 62.9, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 67.0, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	698aa88ef9b5adac97ed8c7f
6a39eff5c4030f7f692189e9	2026-06-23 02:31:17+00	\N	\N	86.5	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 86.7, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 88.0, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 84.7, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	6a39ece0c4030f7f692189e9
6a2f2a1087941c0c6a8c91bf	2026-06-14 22:24:16+00	\N	\N	87.6	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 90.7, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 91.7, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 79.3, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	6a2f26a287941c0c6a8c91bf
6a27a6cb4b2528996bf79995	2026-06-09 05:38:19+00	\N	\N	76.7	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 78.8, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 79.7, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 70.8, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6a27a1f84b2528996bf79995
69ded0916085c815e0640295	2026-04-14 23:41:05+00	\N	\N	73.0	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 76.6, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 76.6, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 64.5, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	69decd146085c815e0640295
69d31150c24e4e5c61198680	2026-04-06 01:50:08+00	\N	\N	54.1	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 49.3, "weight": 40, "feedback": "Touches the question without weighing it."}, {"name": "Comprehension", "score": 52.6, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 61.9, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	69d30cfdc24e4e5c61198680
6a3af7a80424edf4c666c4e9	2026-06-23 21:16:24+00	\N	\N	66.0	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 65.5, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 65.8, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 66.7, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6a3af3c70424edf4c666c4e9
6a15b313ed0f8d5549f25880	2026-05-26 14:49:55+00	\N	\N	75.5	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 72.0, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 78.2, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 77.6, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	6a15aefaed0f8d5549f25880
699e0231ce724fc7979ac253	2026-02-24 19:55:29+00	\N	\N	77.9	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 72.3, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 81.5, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 81.6, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	699dffdbce724fc7979ac253
69942def92035c549905ca29	2026-02-17 08:59:27+00	\N	\N	80.0	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 78.3, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 83.7, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 78.7, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	69942bd392035c549905ca29
698c942a559468e19a70d1ff	2026-02-11 14:37:30+00	\N	\N	59.8	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 57.6, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 57.6, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 64.9, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	698c90fc559468e19a70d1ff
698c332db75cef281b2655ea	2026-02-11 07:43:41+00	\N	\N	65.1	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 63.8, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 69.1, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 62.9, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	698c300eb75cef281b2655ea
697e46ed7aedfbb51c915dc0	2026-01-31 18:16:13+00	\N	\N	82.0	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 78.0, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 87.4, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 81.8, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	697e41867aedfbb51c915dc0
6857d10e19858d713ad32de9	2025-06-22 09:46:54+00	\N	\N	69.9	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 71.4, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 73.5, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 64.4, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	6857cd5a19858d713ad32de9
68575859dd1699fe3c3e35bf	2025-06-22 01:11:53+00	\N	\N	65.1	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 67.4, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 69.0, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 58.0, "weight": 30, "feedback": "Clear, if wordy."}]	6650a1b2c3d4e5f6a7b8c9d0	68575494dd1699fe3c3e35bf
68501f903edf2044bcf3b9aa	2025-06-16 13:43:44+00	\N	\N	90.5	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 92.3, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 95.6, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 83.0, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	68501ac83edf2044bcf3b9aa
684a33a4a0a7a68b3da93d95	2025-06-12 01:55:48+00	\N	\N	77.6	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 80.3, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 72.1, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 79.5, "weight": 30, "feedback": "Calm and to the point."}]	6650a1b2c3d4e5f6a7b8c9d0	684a3015a0a7a68b3da93d95
6a0d883ca000000000000000	2026-05-20 10:09:00+00	\N	\N	91.2	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 93.6, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 86.2, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 92.9, "weight": 30, "feedback": "Calm and to the point."}]	6650c3d4e5f6a7b8c9d0e1f2	6a0d84f0a000000000000000
69a6aaccad9d5ee9c6e2092a	2026-03-03 09:33:00+00	\N	\N	65.4	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 63.8, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 70.3, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 62.6, "weight": 30, "feedback": "Clear, if wordy."}]	6650c3d4e5f6a7b8c9d0e1f2	69a6a803ad9d5ee9c6e2092a
69a4133c0f65e53047978d15	2026-03-01 10:21:48+00	\N	\N	67.2	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 64.9, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 66.7, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 70.9, "weight": 30, "feedback": "Clear, if wordy."}]	6650c3d4e5f6a7b8c9d0e1f2	69a40f0d0f65e53047978d15
699ba0c9712e6b76c84d1100	2026-02-23 00:35:21+00	\N	\N	78.4	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 81.9, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 73.3, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 78.7, "weight": 30, "feedback": "Calm and to the point."}]	6650c3d4e5f6a7b8c9d0e1f2	699b9cfb712e6b76c84d1100
69a6ba1e9d4453901a369255	2026-03-03 10:38:22+00	\N	\N	59.5	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 60.7, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 62.3, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 55.1, "weight": 30, "feedback": "Clear, if wordy."}]	6650c3d4e5f6a7b8c9d0e1f2	69a6b7639d4453901a369255
69a379e8ff0cd9d69aec1640	2026-02-28 23:27:36+00	\N	\N	77.5	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 80.9, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 72.4, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 78.1, "weight": 30, "feedback": "Calm and to the point."}]	6650c3d4e5f6a7b8c9d0e1f2	69a376f9ff0cd9d69aec1640
69a6bb34c95a3ba96c2013aa	2026-03-03 10:43:00+00	\N	\N	79.3	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 81.8, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 76.8, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 78.3, "weight": 30, "feedback": "Calm and to the point."}]	6650c3d4e5f6a7b8c9d0e1f2	69a6a864c95a3ba96c2013aa
69a640292b22c1efecd59795	2026-03-03 01:58:01+00	\N	\N	79.5	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 77.0, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 76.5, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 85.8, "weight": 30, "feedback": "Calm and to the point."}]	6650c3d4e5f6a7b8c9d0e1f2	69a63cc72b22c1efecd59795
699a767b8ceb48366d8b1b80	2026-02-22 03:22:35+00	\N	\N	76.3	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 78.2, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 73.1, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 76.8, "weight": 30, "feedback": "Calm and to the point."}]	6650c3d4e5f6a7b8c9d0e1f2	699a72b08ceb48366d8b1b80
6a2e12eca8a824f612c92600	2026-06-14 02:33:16+00	\N	\N	93.1	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 94.3, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 95.0, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 89.6, "weight": 30, "feedback": "Calm and to the point."}]	6650c3d4e5f6a7b8c9d0e1f2	6a2e0f1da8a824f612c92600
693e1d460ef6207343c5a3ea	2025-12-14 02:13:26+00	\N	\N	71.6	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 69.2, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 70.9, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 75.4, "weight": 30, "feedback": "Calm and to the point."}]	6650c3d4e5f6a7b8c9d0e1f2	693e191e0ef6207343c5a3ea
696c6f6c1940ac5d4aeebe52	2026-01-18 05:28:12+00	\N	\N	80.8	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 79.7, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 86.3, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 76.7, "weight": 30, "feedback": "Calm and to the point."}]	6650c3d4e5f6a7b8c9d0e1f2	696c6b6d1940ac5d4aeebe52
695ff3bb3e9a3f30cd0f4a13	2026-01-08 18:13:15+00	\N	\N	65.5	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 60.8, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 65.5, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 71.9, "weight": 30, "feedback": "Clear, if wordy."}]	6650c3d4e5f6a7b8c9d0e1f2	695fefe93e9a3f30cd0f4a13
693dc53063f3d2044f2fd5d4	2025-12-13 19:57:36+00	\N	\N	70.6	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 65.8, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 72.8, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 74.9, "weight": 30, "feedback": "Clear, if wordy."}]	6650c3d4e5f6a7b8c9d0e1f2	693dc1f163f3d2044f2fd5d4
69e462aa6df0a01acb09ab29	2026-04-19 05:05:46+00	\N	\N	67.0	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 73.1, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 63.4, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 62.3, "weight": 30, "feedback": "Clear, if wordy."}]	6650c3d4e5f6a7b8c9d0e1f2	69e45f226df0a01acb09ab29
69ca6d64934a32ee4d2a36ea	2026-03-30 12:32:36+00	\N	\N	79.7	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 83.3, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 79.7, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 74.9, "weight": 30, "feedback": "Clear, if wordy."}]	6650c3d4e5f6a7b8c9d0e1f2	69ca69b7934a32ee4d2a36ea
6a1af9b0dce413196001d529	2026-05-30 14:52:32+00	\N	\N	82.2	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 82.9, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 81.5, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 81.9, "weight": 30, "feedback": "Calm and to the point."}]	6650c3d4e5f6a7b8c9d0e1f2	6a1af5f7dce413196001d529
6a1a7b4d3eac995fe0b75914	2026-05-30 05:53:17+00	\N	\N	77.4	A convincing argument, well told, with the trade-offs named.	[{"name": "Critical Thinking", "score": 76.3, "weight": 40, "feedback": "Weighs both sides and commits."}, {"name": "Comprehension", "score": 76.3, "weight": 30, "feedback": "Has the facts at hand and uses them."}, {"name": "Communication", "score": 80.1, "weight": 30, "feedback": "Calm and to the point."}]	6650c3d4e5f6a7b8c9d0e1f2	6a1a79b03eac995fe0b75914
68f1692f179e4569568ec9ea	2025-10-16 21:52:47+00	\N	\N	56.3	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 59.4, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 56.9, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 51.4, "weight": 30, "feedback": "Clear, if wordy."}]	6650c3d4e5f6a7b8c9d0e1f2	68f16474179e4569568ec9ea
68ee94d8db2f51f657f9d1c0	2025-10-14 18:22:16+00	\N	\N	62.2	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 60.0, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 64.6, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 62.8, "weight": 30, "feedback": "Clear, if wordy."}]	6650c3d4e5f6a7b8c9d0e1f2	68ee91f0db2f51f657f9d1c0
69a563bd3b90d4ed5bf69755	2026-03-02 10:17:33+00	\N	\N	70.2	Clear reasoning, thin on numbers.	[{"name": "Critical Thinking", "score": 65.3, "weight": 40, "feedback": "Sound, but stops at the first answer."}, {"name": "Comprehension", "score": 74.1, "weight": 30, "feedback": "Knows the figures, not what they imply."}, {"name": "Communication", "score": 72.8, "weight": 30, "feedback": "Clear, if wordy."}]	6650c3d4e5f6a7b8c9d0e1f2	69a55fdf3b90d4ed5bf69755
\.


--
-- Data for Name: students_idempotencyrecord; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.students_idempotencyrecord (id, operation, key, request_hash, response, created_at, tenant_id) FROM stdin;
68dce0000000000000000006	attempts.grant	a key	af0bf2a562dabe2a81e0b0b47a33a515b5e8495c72fff218af4c15f3f066fa44	{"granted": 1}	2025-10-01 09:00:00+00	6650a1b2c3d4e5f6a7b8c9d0
\.


--
-- Data for Name: students_rosterimport; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.students_rosterimport (id, created_at, updated_at, state, file_name, people_content, companion_name, companion_content, programme, max_change, deactivate_missing, skip_bad_rows, report, refusal, stage, steps, steps_done, heard_of_at, finished_at, created_by_id, created_by_name, confirmed_by_id, tenant_id) FROM stdin;
68dce0000000000000000004	2025-10-01 09:00:00+00	\N	imported	roster.csv	\N		\N		10%	f	f	{"created": 1}			1	1	\N	2025-10-01 09:00:09+00	67765590ee3779b97f4a7c15	An administrator	67765590ee3779b97f4a7c15	6650a1b2c3d4e5f6a7b8c9d0
\.


--
-- Data for Name: students_searchentry; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.students_searchentry (user_id, status, last_seen_at, sort_name, text, programme_set_id, tenant_id) FROM stdin;
67a05b4dd6381522e34d1e21	ACTIVE	\N	mojisola ямковии	mojísọ́lá ямковий\nmojísọ́lá ямковий\nmojisolayamkovyi@students.demo.example	709de7ec-b5a5-7478-9cff-dfc7009f5924	6650a1b2c3d4e5f6a7b8c9d0
67a2eb014fe183b1469142a5	ACTIVE	\N	abdulateef mahmoudi	abdulateef mahmoudi\nabdulateef mahmoudi\nabdulateef.mahmoudi@students.demo.example	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0
67a1d1fd64e20b2b1c065791	INACTIVE	\N	abdulhakeem kwaru	abdulhakeem kwaru\nabdulhakeem kwaru\nabdulhakeemkwaru25@students.demo.example	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0
68b706704644cd9d69aec164	ACTIVE	2026-05-05 18:55:28+00	adwoa owusu-darko	adwoa owusu-darko\nadwoa owusu-darko\nadwoa.owusu-darko@students.demo.example	8b9166d6-8cd8-d29d-80de-eec918f04b80	6650a1b2c3d4e5f6a7b8c9d0
68b6ea5009d5da2a6b19c93a	ACTIVE	2026-04-27 13:42:51+00	ebere nwachukwu	ebere nwachukwu\nebere somtọ nwachukwu\nnwachukwu.ebere@students.demo.example	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0
67b95ee6f272bbb7635617be	ACTIVE	\N	tsehay woldemariam	tsehay woldemariam\ntsehay woldemariam\ntsehay_woldemariam@students.demo.example	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0
67fe6d086989874b44cff5a8	ACTIVE	2026-06-28 08:50:29+00	þorunn grunewald-bar	þórunn grünewald-bär\nþórunn grünewald-bär\nthorunngrunewald-bar@students.demo.example	a73b0121-f36c-3a1c-42af-93713e0c8176	6650a1b2c3d4e5f6a7b8c9d0
679dcb995c8ea6948008f99d	ACTIVE	2026-06-05 03:23:01+00	иордан dogarai	йордан dogarai\nйордан ганна dogarai\ndogarai.yordan@students.demo.example	f9054477-1a9d-b98d-ca0e-02f5264d69a7	6650a1b2c3d4e5f6a7b8c9d0
67a17451c1378da90dd80935	ACTIVE	2026-04-18 08:31:52+00	abdulbasit shagaya	abdulbasit shagaya\nabdulbasit shagaya\nabdulbasitshagaya@students.demo.example	b5909a3e-74d9-7eb1-8d4d-f09c7cf30e3f	6650a1b2c3d4e5f6a7b8c9d0
67e33767774fefaa6fb125e3	ACTIVE	2025-11-27 02:44:03+00	abdulfatai wakilu	abdulfatai wakilu\nabdulfatai wakilu\nabdulfataiwakilu@students.demo.example	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0
67e21e638c50772445263acf	ACTIVE	2025-11-24 14:35:41+00	abduljalil bukar	abduljalil bukar\nabduljalil bukar\nabduljalil_bukar@students.demo.example	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0
683fd2727bf76bca987ac3fa	INACTIVE	2025-12-12 21:39:08+00	abdulmumin karimova	abdulmumin karimova\nabdulmumin karimova\nabdulmumin.karimova@students.demo.example	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0
6650a1b2c3d4e5f6a7b8c9d0	ACTIVE	2026-06-04 09:00:00+00	abdulwahab umar	abdulwahab umar\nabdulwahab umar\nabdulwahabumar@miva.university	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0
67db884b0a53a3ff45e4b857	ACTIVE	2026-03-21 06:02:38+00	arjun kulkarnikar	arjun kulkarnikar\narjun kulkarnikar\narjunkulkarnikar@students.demo.example	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0
6898096dd4a105d21718b5c1	ACTIVE	2026-05-19 12:23:56+00	folake fagbemi	fọláké fágbẹ́mi\nfọláké fágbẹ́mi\nfolake.fagbemi@students.demo.example	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0
67d89aebecffb7eed4724577	ACTIVE	2026-02-24 19:52:29+00	garba kwaru	garba kwaru\ngarba kwaru\ngarba_kwaru@students.demo.example	42429191-73b9-e626-fdcc-8582dd7cad32	6650a1b2c3d4e5f6a7b8c9d0
67ba1a3e39c7b6bb7fb2b476	INACTIVE	2026-06-27 20:01:11+00	gwenllian o'dwyer	gwenllian o'dwyer\ngwenllian o'dwyer\ngwenllian_odwyer@students.demo.example	8baa40f4-5d18-e32c-dfef-904d60e11cbe	6650a1b2c3d4e5f6a7b8c9d0
67b8a38eab1dc0b346f97b06	INACTIVE	2025-06-22 09:40:54+00	jamilu dogarai	jamilu dogarai\njamilu dogarai\ndogarai.jamilu@students.demo.example	b5909a3e-74d9-7eb1-8d4d-f09c7cf30e3f	6650a1b2c3d4e5f6a7b8c9d0
67d956433454b2f2f0cee22f	ACTIVE	2026-02-24 22:14:59+00	meenakshi chattopadhyaya	meenakshi chattopadhyaya\nmeenakshi chattopadhyaya\nmeenakshi_chattopadhyaya@students.demo.example	\N	6650a1b2c3d4e5f6a7b8c9d0
68b6dc406b9e6070ebcf4d25	ACTIVE	2026-03-03 09:30:00+00	meenakshi venkataraman	meenakshi venkataraman\nmeenakshi vikram venkataraman\nmeenakshivenkataraman@students.demo.example	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0
679a808d9b903d0200683861	INACTIVE	2026-03-24 00:07:02+00	meseret gebreyes	meseret gebreyes\nmeseret gebreyes\ngebreyes.meseret@students.demo.example	ad52cb5a-b07c-d714-0694-ee0574c195ef	6650a1b2c3d4e5f6a7b8c9d0
67f9ab4c19e127b08c75fafc	ACTIVE	2026-04-10 13:35:41+00	nkechi igbokwe	nkẹchi igbokwe\nnkẹchi igbokwe\nnkechiigbokwe@students.demo.example	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0
685a4cbb26dc0867513cf707	ACTIVE	2026-02-10 08:20:26+00	nkechi lartey	nkẹchi lartey\nnkẹchi nkẹchi lartey\nnkechi_lartey@students.demo.example	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0
67b9013a4ec83e355527c962	ACTIVE	2026-06-23 21:05:24+00	sade adeyinka	ṣadé adéyínká\nṣadé adéyínká\nsadeadeyinka@students.demo.example	2a0ba878-3067-52a5-e58e-80a6e1e7fab1	6650a1b2c3d4e5f6a7b8c9d0
68b6f860a80d53e3ea64454f	ACTIVE	2026-03-03 09:30:00+00	somto maduka	somtọ madụka\nsomtọ chidị madụka\nmaduka.somto@students.demo.example	9ad8e215-88ac-101a-876b-214f04a50f1e	6650a1b2c3d4e5f6a7b8c9d0
67b9bc92961d39397184661a	INACTIVE	2026-04-14 23:37:05+00	thao bui	thảo bùi\nthảo phượng bùi\nthao_bui25@students.demo.example	\N	6650a1b2c3d4e5f6a7b8c9d0
679e2945003924168e3747f9	INACTIVE	2025-12-05 22:09:12+00	тарас гриценко	тарас гриценко\nтарас йордан гриценко\ntarashrytsenko@students.demo.example	f320441a-3c7c-a681-0708-606fef28d520	6650a1b2c3d4e5f6a7b8c9d0
6802d11815876963eefba1f8	ACTIVE	2025-11-27 23:56:52+00	цветана ямковии	цветана ямковий\nцветана abdulsabur ямковий\ntsvetana_yamkovyi@students.demo.example	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0
686542b1d826c4d8f7278bd5	INACTIVE	\N	baraka odhiambo	baraka odhiambo\nbaraka odhiambo\nbaraka.odhiambo@students.state.example	6e9080e0-c733-3ee3-5559-870994465ffa	6650c3d4e5f6a7b8c9d0e1f2
68662b158a15748f0b01f989	ACTIVE	\N	bjorn ærøskov	björn ærøskov\nbjörn ærøskov\nbjornaeroskov@students.state.example	64a85057-cf36-e85c-af40-2c24258794e3	6650c3d4e5f6a7b8c9d0e1f2
68a2566770eb3ac9e78e35a3	ACTIVE	2026-05-30 14:42:32+00	hauwa maikudi	hauwa maikudi\nhauwa maikudi\nhauwa.maikudi@students.state.example	f9cce4ed-f391-a6bc-5361-8a542928e2fd	6650c3d4e5f6a7b8c9d0e1f2
68b6ea5051d033675a6bb059	ACTIVE	2026-03-03 10:32:22+00	mojisola oyedipo	mojísọ́lá òyèdípọ̀\nmojísọ́lá òyèdípọ̀\nmojisola_oyedipo@students.state.example	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2
684c9f609054000000000000	ACTIVE	2026-05-20 10:00:00+00	abdulmalik gambo	abdulmalik gambo\nabdulmalik gambo\nabdulmalikgambo@students.state.example	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2
68b6dc40b398b9addb213444	ACTIVE	2026-03-03 09:30:00+00	dawit 赵	dawit 赵\ndawit 赵\ndawit_zhao@students.state.example	27664e29-0bcb-aa11-6887-d27ffecbc530	6650c3d4e5f6a7b8c9d0e1f2
68b6f860f007ad20d9b62c6e	ACTIVE	2026-03-03 09:30:00+00	hanh nguyen	hạnh nguyễn\nhạnh nguyễn\nhanh_nguyen@students.state.example	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2
6863e61bcd40bd47d95fe747	ACTIVE	2025-10-16 21:42:47+00	kabiru wakili	kabiru wakili\nkabiru wakili\nwakili.kabiru@students.state.example	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2
68b714802c76a093d84b2498	ACTIVE	2026-06-14 02:26:16+00	maria del carmen καραμπετσος	maría del carmen καραμπέτσοσ\nmaría del carmen joaquín καραμπέτσοσ\nkarabetsos.mariadelcarmen@students.state.example	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2
6864ce7f7f2f6cfded3a54fb	INACTIVE	2026-04-19 04:58:46+00	meenakshi iyer-menon	meenakshi iyer-menon\nmeenakshi arjun iyer-menon\nmeenakshi.iyer-menon@students.state.example	37c5ac56-0e8f-4854-b1b8-43c40b0552bf	6650c3d4e5f6a7b8c9d0e1f2
68645a4d26381522e34d1e21	ACTIVE	2026-05-03 17:38:47+00	priya bhattarai	priya bhattarai\npriya bhattarai\npriya.bhattarai@students.state.example	12406b46-eb23-253d-62a3-22702bb54264	6650c3d4e5f6a7b8c9d0e1f2
688440befd8057ac79481796	ACTIVE	2026-01-18 05:16:12+00	uzoma шепітько	ụzọma шепітько\nụzọma adaọra шепітько\nuzoma_shepitko@students.state.example	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2
686371e97449656ccf72b06d	ACTIVE	2026-03-05 14:31:40+00	ɛsi amenyo	ɛsi amenyo\nɛsi mawuli amenyo\nesi.amenyo@students.state.example	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2
68b706708e3f26da5900a883	ACTIVE	2025-12-10 12:49:54+00	νικος βλαχιδη	νίκοσ βλαχίδη\nνίκοσ βλαχίδη\nvlachidi.nikos@students.state.example	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2
6865b6e3311e1cb40114c2af	ACTIVE	2025-12-26 20:33:54+00	тарас гриценко	тарас гриценко\nтарас гриценко\ntaras.hrytsenko@students.state.example	f39a3375-2b11-a3ac-fdf3-a1b60303eb3f	6650c3d4e5f6a7b8c9d0e1f2
\.


--
-- Data for Name: students_session; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.students_session (id, created_at, updated_at, conversation_id, status, start_time, end_time, last_activity, elapsed_active_time, reconnect_count, end_reason, duration_limit, transcript_status, grading_status, case_study_id, tenant_id, user_id) FROM stdin;
6650d3e4f5a6b7c8d9e0f1a2	2025-04-03 15:00:00+00	\N	conv-6650d3e4f5a6b7c8d9e0f1a2	ended	2025-04-03 15:00:00+00	2025-04-03 15:05:00+00	2025-04-03 15:00:41+00	38.6	0	user_ended	600	missing	pending	6650c3d4e5f6a7b8c9d0e1f2	6650a1b2c3d4e5f6a7b8c9d0	6650a1b2c3d4e5f6a7b8c9d0
6650d4e5f6a7b8c9d0e1f2a3	2025-04-03 15:00:00+00	\N	conv-6650d4e5f6a7b8c9d0e1f2a3	ended	2025-04-03 15:00:00+00	2025-04-03 15:09:00+00	2025-04-03 15:09:00+00	533.4	0	user_ended	600	available	complete	6650c3d4e5f6a7b8c9d0e1f2	6650a1b2c3d4e5f6a7b8c9d0	6650a1b2c3d4e5f6a7b8c9d0
6a186702ee3779b97f4a7c15	2026-05-28 16:02:10+00	\N	conv-6a186702ee3779b97f4a7c15	ended	2026-05-28 16:02:10+00	2026-05-28 16:03:01+00	\N	47.2	0	user_ended	600	missing	pending	6650e5f6a7b8c9d0e1f2a3b4	6650a1b2c3d4e5f6a7b8c9d0	6650a1b2c3d4e5f6a7b8c9d0
6a213c1a8c6ef372fe94f82a	2026-06-04 08:49:30+00	\N	conv-6a213c1a8c6ef372fe94f82a	ended	2026-06-04 08:49:30+00	2026-06-04 09:00:00+00	2026-06-04 09:00:00+00	600	0	timer_expired	600	available	complete	6650e5f6a7b8c9d0e1f2a3b4	6650a1b2c3d4e5f6a7b8c9d0	6650a1b2c3d4e5f6a7b8c9d0
6927bac526114b3b68bde529	2025-11-27 02:43:17+00	\N	conv-6927bac526114b3b68bde529	ended	2025-11-27 02:43:25+00	2025-11-27 02:44:03+00	2025-11-27 02:44:03+00	35.7	0	user_ended	600	missing	pending	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	67e33767774fefaa6fb125e3
6927197187d9d181e9736914	2025-11-26 15:14:57+00	\N	conv-6927197187d9d181e9736914	ended	2025-11-26 15:15:05+00	2025-11-26 15:23:07+00	2025-11-26 15:23:07+00	479.4	0	user_ended	600	available	complete	67789878a38454127b096493	6650a1b2c3d4e5f6a7b8c9d0	67e33767774fefaa6fb125e3
691e5c80e9a257c86a28ecff	2025-11-20 00:10:40+00	\N	conv-691e5c80e9a257c86a28ecff	ended	2025-11-20 00:10:48+00	2025-11-20 00:11:39+00	2025-11-20 00:11:39+00	48.1	0	user_ended	600	missing	pending	67789878a38454127b096493	6650a1b2c3d4e5f6a7b8c9d0	67e33767774fefaa6fb125e3
691dbf724b6ade0eeade70ea	2025-11-19 13:00:34+00	\N	conv-691dbf724b6ade0eeade70ea	ended	2025-11-19 13:00:42+00	2025-11-19 13:05:50+00	2025-11-19 13:05:50+00	274.6	0	user_ended	600	available	failed	67789878a38454127b096493	6650a1b2c3d4e5f6a7b8c9d0	67e33767774fefaa6fb125e3
691b1b77ad3364556b93f4d5	2025-11-17 12:56:23+00	\N	conv-691b1b77ad3364556b93f4d5	ended	2025-11-17 12:56:31+00	2025-11-17 13:00:48+00	2025-11-17 13:00:48+00	254.3	0	user_ended	600	available	complete	6778fd4041bbcdcbfa53e0a8	6650a1b2c3d4e5f6a7b8c9d0	67e33767774fefaa6fb125e3
6915fa8e0efbea9bec4978c0	2025-11-13 15:34:38+00	\N	conv-6915fa8e0efbea9bec4978c0	ended	2025-11-13 15:34:46+00	2025-11-13 15:42:20+00	2025-11-13 15:42:20+00	394.8	0	user_ended	600	available	complete	677705582aa66d2c7ddf743f	6650a1b2c3d4e5f6a7b8c9d0	67e33767774fefaa6fb125e3
6928e31352273354baa7667e	2025-11-27 23:47:31+00	\N	conv-6928e31352273354baa7667e	ended	2025-11-27 23:47:39+00	2025-11-27 23:56:52+00	2025-11-27 23:56:52+00	495.8	0	user_ended	600	available	complete	6779c6d07e2ac13ef8e8d8d2	6650a1b2c3d4e5f6a7b8c9d0	6802d11815876963eefba1f8
69220715b3efb99b3b5cea69	2025-11-22 18:55:17+00	\N	conv-69220715b3efb99b3b5cea69	ended	2025-11-22 18:55:25+00	2025-11-22 18:57:07+00	2025-11-22 18:57:07+00	27	0	user_ended	600	missing	pending	67789878a38454127b096493	6650a1b2c3d4e5f6a7b8c9d0	6802d11815876963eefba1f8
691bf5b515b83fe1bc126e54	2025-11-18 04:27:33+00	\N	conv-691bf5b515b83fe1bc126e54	ended	2025-11-18 04:27:41+00	2025-11-18 04:28:30+00	2025-11-18 04:28:30+00	46.1	0	user_ended	600	missing	pending	67789878a38454127b096493	6650a1b2c3d4e5f6a7b8c9d0	6802d11815876963eefba1f8
691786c77780c6283cc7f23f	2025-11-14 19:45:11+00	\N	conv-691786c77780c6283cc7f23f	ended	2025-11-14 19:45:19+00	2025-11-14 19:50:14+00	2025-11-14 19:50:14+00	209.4	1	user_ended	600	available	complete	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	6802d11815876963eefba1f8
6907d938d9494c6ebd7d762a	2025-11-02 22:20:40+00	\N	conv-6907d938d9494c6ebd7d762a	ended	2025-11-02 22:20:48+00	2025-11-02 22:22:58+00	2025-11-02 22:22:58+00	58.4	0	user_ended	600	missing	pending	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	6802d11815876963eefba1f8
68ff599e3b11d2b53e32fa15	2025-10-27 11:38:06+00	\N	conv-68ff599e3b11d2b53e32fa15	ended	2025-10-27 11:38:14+00	2025-10-27 11:47:54+00	2025-10-27 11:47:54+00	577.2	0	user_ended	600	available	failed	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	6802d11815876963eefba1f8
68ef80789cda58fbbee87e00	2025-10-15 11:07:36+00	\N	conv-68ef80789cda58fbbee87e00	ended	2025-10-15 11:07:44+00	2025-10-15 11:17:47+00	2025-10-15 11:17:47+00	600	0	timer_expired	600	available	complete	677705582aa66d2c7ddf743f	6650a1b2c3d4e5f6a7b8c9d0	6802d11815876963eefba1f8
69246c3ded5542cac8d92fd5	2025-11-24 14:31:25+00	\N	conv-69246c3ded5542cac8d92fd5	ended	2025-11-24 14:31:33+00	2025-11-24 14:35:41+00	2025-11-24 14:35:41+00	245.6	0	user_ended	600	available	pending	67796208dff34785799e5cbd	6650a1b2c3d4e5f6a7b8c9d0	67e21e638c50772445263acf
691a356e4f1dc911498eb3c0	2025-11-16 20:34:54+00	\N	conv-691a356e4f1dc911498eb3c0	ended	2025-11-16 20:35:02+00	2025-11-16 20:45:50+00	2025-11-16 20:45:50+00	583.4	0	user_ended	600	failed	failed	67796208dff34785799e5cbd	6650a1b2c3d4e5f6a7b8c9d0	67e21e638c50772445263acf
693c8a4db1b8d98c1bdaeed4	2025-12-12 21:34:05+00	\N	conv-693c8a4db1b8d98c1bdaeed4	ended	2025-12-12 21:34:13+00	2025-12-12 21:39:08+00	2025-12-12 21:39:08+00	292.3	0	user_ended	600	available	complete	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	683fd2727bf76bca987ac3fa
693c303b13815fd29c9072bf	2025-12-12 15:09:47+00	\N	conv-693c303b13815fd29c9072bf	ended	2025-12-12 15:09:55+00	2025-12-12 15:14:20+00	2025-12-12 15:14:20+00	181.6	1	user_ended	600	available	complete	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	683fd2727bf76bca987ac3fa
693a28317549e6191d45f6aa	2025-12-11 02:10:57+00	\N	conv-693a28317549e6191d45f6aa	ended	2025-12-11 02:11:05+00	2025-12-11 02:18:32+00	2025-12-11 02:18:32+00	386.3	0	user_ended	600	available	complete	67796208dff34785799e5cbd	6650a1b2c3d4e5f6a7b8c9d0	683fd2727bf76bca987ac3fa
692d3221d7126c5f9dfb7a95	2025-12-01 06:13:53+00	\N	conv-692d3221d7126c5f9dfb7a95	ended	2025-12-01 06:14:01+00	2025-12-01 06:14:22+00	2025-12-01 06:14:22+00	18.1	0	user_ended	600	missing	pending	6778fd4041bbcdcbfa53e0a8	6650a1b2c3d4e5f6a7b8c9d0	683fd2727bf76bca987ac3fa
692ce3cf38daf2a61eb0fe80	2025-12-01 00:39:43+00	\N	conv-692ce3cf38daf2a61eb0fe80	ended	2025-12-01 00:39:51+00	2025-12-01 00:48:52+00	2025-12-01 00:48:52+00	477.3	0	user_ended	600	available	complete	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	683fd2727bf76bca987ac3fa
69e33fa318d6b1c8efa0a9fd	2026-04-18 08:24:03+00	\N	conv-69e33fa318d6b1c8efa0a9fd	ended	2026-04-18 08:24:11+00	2026-04-18 08:31:52+00	2026-04-18 08:31:52+00	412.9	0	user_ended	600	available	complete	677b59f0f708a824f612c926	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
69e2c80c7a9f380f70562de8	2026-04-17 23:53:48+00	\N	conv-69e2c80c7a9f380f70562de8	ended	2026-04-17 23:53:56+00	2026-04-17 23:54:08+00	2026-04-17 23:54:08+00	9.3	0	user_ended	600	missing	pending	677b59f0f708a824f612c926	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
69df45badc67be55f10bb1d3	2026-04-15 08:00:58+00	\N	conv-69df45badc67be55f10bb1d3	ended	2026-04-15 08:01:06+00	2026-04-15 08:10:33+00	2026-04-15 08:10:33+00	564.4	2	reconnect_limit	600	available	failed	677b59f0f708a824f612c926	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
69d3db1c3e30449c71c135be	2026-04-06 16:11:08+00	\N	conv-69d3db1c3e30449c71c135be	ended	2026-04-06 16:11:16+00	2026-04-06 17:11:29+00	2026-04-06 16:11:29+00	10.3	0	reconnect_window_expired	600	missing	pending	677c8848d1af155173f23d65	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
69cde7a49ff8cae2f276b9a9	2026-04-02 03:51:00+00	\N	conv-69cde7a49ff8cae2f276b9a9	ended	2026-04-02 03:51:08+00	2026-04-02 03:51:39+00	2026-04-02 03:51:39+00	28.2	0	user_ended	600	missing	pending	677c8848d1af155173f23d65	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
69c1b11c01c15129732c3d94	2026-03-23 21:31:08+00	\N	conv-69c1b11c01c15129732c3d94	ended	2026-03-23 21:31:16+00	2026-03-23 21:36:07+00	2026-03-23 21:36:07+00	288.2	0	user_ended	600	available	complete	677bbeb8954021de755d453b	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
69b57fe06389d76ff3e1c17f	2026-03-14 15:33:52+00	\N	conv-69b57fe06389d76ff3e1c17f	ended	2026-03-14 15:34:00+00	2026-03-14 15:43:43+00	2026-03-14 15:43:43+00	580.2	0	user_ended	600	available	complete	677bbeb8954021de755d453b	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
69aa2082c5525db67497456a	2026-03-06 00:32:02+00	\N	conv-69aa2082c5525db67497456a	ended	2026-03-06 00:32:10+00	2026-03-06 00:39:30+00	2026-03-06 00:39:30+00	437.9	0	user_ended	600	available	pending	677c238033779b97f4a7c150	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
69a9e36f271ae3fcf54cc955	2026-03-05 20:11:27+00	\N	conv-69a9e36f271ae3fcf54cc955	ended	2026-03-05 20:11:35+00	2026-03-05 21:12:14+00	2026-03-05 20:12:14+00	36.3	0	reconnect_window_expired	600	missing	pending	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
69a7855c88e36a4376024d40	2026-03-04 01:05:32+00	\N	conv-69a7855c88e36a4376024d40	ended	2026-03-04 01:05:40+00	2026-03-04 01:06:26+00	2026-03-04 01:06:26+00	43.3	0	user_ended	600	missing	pending	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
69a6a7f65f070fadf268416a	2026-03-03 09:20:54+00	\N	conv-69a6a7f65f070fadf268416a	ended	2026-03-03 09:21:02+00	2026-03-03 09:30:00+00	2026-03-03 09:30:00+00	535.5	0	user_ended	600	available	complete	6778fd4041bbcdcbfa53e0a8	6650a1b2c3d4e5f6a7b8c9d0	68b6dc406b9e6070ebcf4d25
699f5114c0cf95f4731dc555	2026-02-25 19:44:20+00	\N	conv-699f5114c0cf95f4731dc555	ended	2026-02-25 19:44:28+00	2026-02-25 19:54:31+00	2026-02-25 19:54:31+00	600	0	timer_expired	600	available	complete	6778fd4041bbcdcbfa53e0a8	6650a1b2c3d4e5f6a7b8c9d0	68b6dc406b9e6070ebcf4d25
699250db22981c3af3d34940	2026-02-15 23:03:55+00	\N	conv-699250db22981c3af3d34940	ended	2026-02-15 23:04:03+00	2026-02-15 23:07:34+00	2026-02-15 23:07:34+00	208.9	0	user_ended	600	available	complete	6778fd4041bbcdcbfa53e0a8	6650a1b2c3d4e5f6a7b8c9d0	68b6dc406b9e6070ebcf4d25
69ef660c4eae045445bcca95	2026-04-27 13:35:08+00	\N	conv-69ef660c4eae045445bcca95	ended	2026-04-27 13:35:16+00	2026-04-27 13:42:51+00	2026-04-27 13:42:51+00	452.5	0	user_ended	600	available	complete	67796208dff34785799e5cbd	6650a1b2c3d4e5f6a7b8c9d0	68b6ea5009d5da2a6b19c93a
69eed28db0768a9ac6724e80	2026-04-27 03:05:49+00	\N	conv-69eed28db0768a9ac6724e80	ended	2026-04-27 03:05:57+00	2026-04-27 03:11:57+00	2026-04-27 03:11:57+00	357.7	0	user_ended	600	available	complete	67796208dff34785799e5cbd	6650a1b2c3d4e5f6a7b8c9d0	68b6ea5009d5da2a6b19c93a
69a6a7b57ac3ec6d97a64bea	2026-03-03 09:19:49+00	\N	conv-69a6a7b57ac3ec6d97a64bea	ended	2026-03-03 09:19:57+00	2026-03-03 09:30:00+00	2026-03-03 09:30:00+00	600	0	timer_expired	600	available	complete	677833b0054cda58fbbee87e	6650a1b2c3d4e5f6a7b8c9d0	68b6f860a80d53e3ea64454f
699c87c4dc8c72b4185bcfd5	2026-02-23 17:00:52+00	\N	conv-699c87c4dc8c72b4185bcfd5	ended	2026-02-23 17:01:00+00	2026-02-23 17:09:58+00	2026-02-23 17:09:58+00	535.9	0	user_ended	600	available	complete	677833b0054cda58fbbee87e	6650a1b2c3d4e5f6a7b8c9d0	68b6f860a80d53e3ea64454f
698fc86a3e54f8fa991153c0	2026-02-14 00:57:14+00	\N	conv-698fc86a3e54f8fa991153c0	ended	2026-02-14 00:57:22+00	2026-02-14 01:07:25+00	2026-02-14 01:07:25+00	600	0	timer_expired	600	available	complete	677833b0054cda58fbbee87e	6650a1b2c3d4e5f6a7b8c9d0	68b6f860a80d53e3ea64454f
69fa3ce2cc33675a6bb05900	2026-05-05 18:54:26+00	\N	conv-69fa3ce2cc33675a6bb05900	ended	2026-05-05 18:54:34+00	2026-05-05 18:55:28+00	2026-05-05 18:55:28+00	51.8	0	user_ended	600	missing	pending	6650e5f6a7b8c9d0e1f2a3b4	6650a1b2c3d4e5f6a7b8c9d0	68b706704644cd9d69aec164
6a40de9ef0e626e3af06ce93	2026-06-28 08:43:10+00	\N	conv-6a40de9ef0e626e3af06ce93	ended	2026-06-28 08:43:18+00	2026-06-28 08:50:29+00	2026-06-28 08:50:29+00	367.4	0	user_ended	600	processing	pending	677e1b684a8cfc37711c2db9	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
6a3f971a52aead2a2fbc527e	2026-06-27 09:25:46+00	\N	conv-6a3f971a52aead2a2fbc527e	ended	2026-06-27 09:25:54+00	2026-06-27 09:32:26+00	2026-06-27 09:32:26+00	389.7	0	user_ended	600	available	complete	67807818ffd9d6906cdb1637	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
6a392695b4773370b071d669	2026-06-22 12:12:05+00	\N	conv-6a392695b4773370b071d669	ended	2026-06-22 12:12:13+00	2026-06-22 12:13:03+00	2026-06-22 12:13:03+00	47.4	0	user_ended	600	missing	pending	67807818ffd9d6906cdb1637	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
6a3635c6163fb9b731275a54	2026-06-20 06:40:06+00	\N	conv-6a3635c6163fb9b731275a54	ended	2026-06-20 06:40:14+00	2026-06-20 06:44:27+00	2026-06-20 06:44:27+00	250	0	user_ended	600	available	failed	67807818ffd9d6906cdb1637	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
6a270c6278083ffdb1dcde3f	2026-06-08 18:39:30+00	\N	conv-6a270c6278083ffdb1dcde3f	ended	2026-06-08 18:39:38+00	2026-06-08 18:42:28+00	2026-06-08 18:42:28+00	167.6	0	user_ended	600	available	pending	677705582aa66d2c7ddf743f	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
6a25b37ed9d0c6443292622a	2026-06-07 18:07:58+00	\N	conv-6a25b37ed9d0c6443292622a	ended	2026-06-07 18:08:06+00	2026-06-07 18:11:43+00	2026-06-07 18:11:43+00	214.3	0	user_ended	600	available	pending	677f49c025336963eefba1f8	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
6a258a3e3b994c8ab347e615	2026-06-07 15:11:58+00	\N	conv-6a258a3e3b994c8ab347e615	ended	2026-06-07 15:12:06+00	2026-06-07 15:21:51+00	2026-06-07 15:21:51+00	582.3	0	user_ended	600	failed	failed	677f49c025336963eefba1f8	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
6a2404bf9d61d2d133fd6a00	2026-06-06 11:30:07+00	\N	conv-6a2404bf9d61d2d133fd6a00	ended	2026-06-06 11:30:15+00	2026-06-06 11:39:56+00	2026-06-06 11:39:56+00	578.6	0	user_ended	600	available	complete	677c8848d1af155173f23d65	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
687c13067057599a17fa8d6a	2025-07-19 21:49:58+00	\N	conv-687c13067057599a17fa8d6a	ended	2025-07-19 21:50:06+00	2025-07-19 21:50:27+00	2025-07-19 21:50:27+00	18.7	0	user_ended	600	available	pending	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	679e86f1a3e3a1989c659655
687abe0fd21fdfe098b01155	2025-07-18 21:35:11+00	\N	conv-687abe0fd21fdfe098b01155	ended	2025-07-18 21:35:19+00	2025-07-18 21:38:48+00	2025-07-18 21:38:48+00	206.6	0	user_ended	600	available	pending	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	679e86f1a3e3a1989c659655
6874daed33e8662719659540	2025-07-14 10:24:45+00	\N	conv-6874daed33e8662719659540	ended	2025-07-14 10:24:53+00	2025-07-14 10:25:44+00	2025-07-14 10:25:44+00	48.1	0	user_ended	600	missing	pending	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	679e86f1a3e3a1989c659655
693357d8c226ec898afbee94	2025-12-05 22:08:24+00	\N	conv-693357d8c226ec898afbee94	ended	2025-12-05 22:08:32+00	2025-12-05 22:09:12+00	2025-12-05 22:09:12+00	37.6	0	user_ended	600	available	pending	677c238033779b97f4a7c150	6650a1b2c3d4e5f6a7b8c9d0	679e2945003924168e3747f9
6928b3af23ef72d00bb1727f	2025-11-27 20:25:19+00	\N	conv-6928b3af23ef72d00bb1727f	ended	2025-11-27 20:25:27+00	2025-11-27 20:30:43+00	\N	310	0	user_ended	600	available	pending	677c238033779b97f4a7c150	6650a1b2c3d4e5f6a7b8c9d0	679e2945003924168e3747f9
6927bd5285b7f9168c66f66a	2025-11-27 02:54:10+00	\N	conv-6927bd5285b7f9168c66f66a	ended	2025-11-27 02:54:18+00	2025-11-27 02:55:14+00	2025-11-27 02:55:14+00	53.2	0	user_ended	600	missing	pending	677c238033779b97f4a7c150	6650a1b2c3d4e5f6a7b8c9d0	679e2945003924168e3747f9
691c8d58e7807f5d0d1c7a55	2025-11-18 15:14:32+00	\N	conv-691c8d58e7807f5d0d1c7a55	ended	2025-11-18 15:14:40+00	2025-11-18 15:15:26+00	2025-11-18 15:15:26+00	43.2	0	user_ended	600	missing	pending	677e1b684a8cfc37711c2db9	6650a1b2c3d4e5f6a7b8c9d0	679e2945003924168e3747f9
6913650c494905a38dd1fe40	2025-11-11 16:32:12+00	\N	conv-6913650c494905a38dd1fe40	ended	2025-11-11 16:32:20+00	2025-11-11 16:32:34+00	2025-11-11 16:32:34+00	11.7	0	user_ended	600	missing	pending	677e1b684a8cfc37711c2db9	6650a1b2c3d4e5f6a7b8c9d0	679e2945003924168e3747f9
6a22401c75bf05bf7eb2d3a9	2026-06-05 03:18:52+00	\N	conv-6a22401c75bf05bf7eb2d3a9	ended	2026-06-05 03:19:00+00	2026-06-05 03:23:01+00	2026-06-05 03:23:01+00	238.7	0	user_ended	600	available	pending	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	679dcb995c8ea6948008f99d
6a21cf3bd7878c05ff685794	2026-06-04 19:17:15+00	\N	conv-6a21cf3bd7878c05ff685794	ended	2026-06-04 19:17:23+00	2026-06-04 19:23:37+00	2026-06-04 19:23:37+00	371.8	0	user_ended	600	failed	failed	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	679dcb995c8ea6948008f99d
6a1563b43950124c801ddb7f	2026-05-26 09:11:16+00	\N	conv-6a1563b43950124c801ddb7f	ended	2026-05-26 09:11:24+00	2026-05-26 10:20:27+00	2026-05-26 09:20:27+00	540.7	0	reconnect_window_expired	600	available	complete	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	679dcb995c8ea6948008f99d
6a151fc99b18989300d35f6a	2026-05-26 04:21:29+00	\N	conv-6a151fc99b18989300d35f6a	ended	2026-05-26 04:21:37+00	2026-05-26 04:27:15+00	2026-05-26 04:27:15+00	299.3	0	user_ended	600	available	pending	677ee4f886fbefaa6fb125e3	6650a1b2c3d4e5f6a7b8c9d0	679dcb995c8ea6948008f99d
6a0f0e14fce11ed98188e355	2026-05-21 13:52:20+00	\N	conv-6a0f0e14fce11ed98188e355	ended	2026-05-21 13:52:28+00	2026-05-21 14:02:31+00	2026-05-21 14:02:31+00	600	0	timer_expired	600	partial	complete	677ee4f886fbefaa6fb125e3	6650a1b2c3d4e5f6a7b8c9d0	679dcb995c8ea6948008f99d
6a0ea7f65ea9a520023e6740	2026-05-21 06:36:38+00	\N	conv-6a0ea7f65ea9a520023e6740	ended	2026-05-21 06:36:46+00	2026-05-21 06:44:42+00	2026-05-21 06:44:42+00	473.7	0	user_ended	600	available	complete	6650e5f6a7b8c9d0e1f2a3b4	6650a1b2c3d4e5f6a7b8c9d0	679dcb995c8ea6948008f99d
6a40dd72e1f6cc4e2de18ffe	2026-06-28 08:38:10+00	\N	conv-6a40dd72e1f6cc4e2de18ffe	active	2026-06-28 08:38:18+00	\N	2026-06-28 08:38:52+00	31.8	0	\N	600	processing	pending	6778fd4041bbcdcbfa53e0a8	6650a1b2c3d4e5f6a7b8c9d0	67bc4c460fc6a7c7d4c88a9e
6a3ce18243bf5294ae9713e9	2026-06-25 08:06:26+00	\N	conv-6a3ce18243bf5294ae9713e9	ended	2026-06-25 08:06:34+00	2026-06-25 08:07:23+00	2026-06-25 08:07:23+00	46.6	2	reconnect_limit	600	available	pending	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	67bc4c460fc6a7c7d4c88a9e
6a37f36ea587d8db2f4c97d4	2026-06-21 14:21:34+00	\N	conv-6a37f36ea587d8db2f4c97d4	ended	2026-06-21 14:21:42+00	2026-06-21 14:27:34+00	2026-06-21 14:27:34+00	349.2	2	reconnect_limit	600	available	pending	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	67bc4c460fc6a7c7d4c88a9e
6a35858807505f21b0021bbf	2026-06-19 18:08:08+00	\N	conv-6a35858807505f21b0021bbf	ended	2026-06-19 18:08:16+00	2026-06-19 18:08:51+00	2026-06-19 18:08:51+00	32.6	0	user_ended	600	missing	pending	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	67bc4c460fc6a7c7d4c88a9e
6a34e9b06918e56830b79faa	2026-06-19 07:03:12+00	\N	conv-6a34e9b06918e56830b79faa	ended	2026-06-19 07:03:20+00	2026-06-19 07:11:57+00	\N	513.4	0	user_ended	600	available	complete	677705582aa66d2c7ddf743f	6650a1b2c3d4e5f6a7b8c9d0	67bc4c460fc6a7c7d4c88a9e
6a30fd24cae16baeb16d2395	2026-06-16 07:37:08+00	\N	conv-6a30fd24cae16baeb16d2395	ended	2026-06-16 07:37:16+00	2026-06-16 07:46:06+00	\N	512	0	user_ended	600	available	complete	677705582aa66d2c7ddf743f	6650a1b2c3d4e5f6a7b8c9d0	67bc4c460fc6a7c7d4c88a9e
6a227d062ca9f1f53222a780	2026-06-05 07:38:46+00	\N	conv-6a227d062ca9f1f53222a780	ended	2026-06-05 07:38:54+00	2026-06-05 07:41:55+00	2026-06-05 07:41:55+00	178.6	0	user_ended	600	available	complete	67796208dff34785799e5cbd	6650a1b2c3d4e5f6a7b8c9d0	67bc4c460fc6a7c7d4c88a9e
698ae9d145866de6ca472653	2026-02-10 08:18:25+00	\N	conv-698ae9d145866de6ca472653	ended	2026-02-10 08:18:33+00	2026-02-10 08:20:26+00	2026-02-10 08:20:26+00	52.6	0	user_ended	600	missing	pending	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	685a4cbb26dc0867513cf707
697b705ca74ef42d4afcaa3e	2026-01-29 14:36:12+00	\N	conv-697b705ca74ef42d4afcaa3e	ended	2026-01-29 14:36:20+00	2026-01-29 14:36:40+00	2026-01-29 14:36:40+00	17	2	reconnect_limit	600	missing	pending	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	685a4cbb26dc0867513cf707
6974c81009177a73cbb22e29	2026-01-24 13:24:32+00	\N	conv-6974c81009177a73cbb22e29	ended	2026-01-24 13:24:40+00	2026-01-24 14:31:39+00	2026-01-24 13:31:39+00	416.8	0	reconnect_window_expired	600	available	pending	677833b0054cda58fbbee87e	6650a1b2c3d4e5f6a7b8c9d0	685a4cbb26dc0867513cf707
6966e3166ae000ba4c67b214	2026-01-14 00:28:06+00	\N	conv-6966e3166ae000ba4c67b214	ended	2026-01-14 00:28:14+00	2026-01-14 00:37:48+00	2026-01-14 00:37:48+00	571.1	0	user_ended	600	partial	complete	677833b0054cda58fbbee87e	6650a1b2c3d4e5f6a7b8c9d0	685a4cbb26dc0867513cf707
69648360cca88700cd1d35ff	2026-01-12 05:15:12+00	\N	conv-69648360cca88700cd1d35ff	ended	2026-01-12 05:15:20+00	2026-01-12 05:19:47+00	2026-01-12 05:19:47+00	264.6	0	user_ended	600	available	complete	67796208dff34785799e5cbd	6650a1b2c3d4e5f6a7b8c9d0	685a4cbb26dc0867513cf707
695d2b002e710d474dd2b9ea	2026-01-06 15:32:16+00	\N	conv-695d2b002e710d474dd2b9ea	ended	2026-01-06 15:32:24+00	2026-01-06 15:42:27+00	2026-01-06 15:42:27+00	600	0	timer_expired	600	available	complete	67796208dff34785799e5cbd	6650a1b2c3d4e5f6a7b8c9d0	685a4cbb26dc0867513cf707
695c36869039938dce883dd5	2026-01-05 22:09:10+00	\N	conv-695c36869039938dce883dd5	ended	2026-01-05 22:09:18+00	2026-01-05 23:10:05+00	2026-01-05 22:10:05+00	44.3	0	reconnect_window_expired	600	missing	pending	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	685a4cbb26dc0867513cf707
6959c92bf20219d44f3dc1c0	2026-01-04 01:58:03+00	\N	conv-6959c92bf20219d44f3dc1c0	ended	2026-01-04 01:58:11+00	2026-01-04 02:01:14+00	2026-01-04 02:01:14+00	180.6	0	user_ended	600	available	complete	67776a20c8dde6e5fd29f054	6650a1b2c3d4e5f6a7b8c9d0	685a4cbb26dc0867513cf707
69be33133a82b48370abe6bc	2026-03-21 05:56:35+00	\N	conv-69be33133a82b48370abe6bc	ended	2026-03-21 05:56:43+00	2026-03-21 06:02:38+00	2026-03-21 06:02:38+00	284.8	0	user_ended	600	available	complete	67807818ffd9d6906cdb1637	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
69bb34a49c4b3ac9f1616aa7	2026-03-18 23:26:28+00	\N	conv-69bb34a49c4b3ac9f1616aa7	ended	2026-03-18 23:26:36+00	2026-03-18 23:27:19+00	2026-03-18 23:27:19+00	40.1	0	user_ended	600	missing	pending	67807818ffd9d6906cdb1637	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
69b5953bfe13c1107216ee92	2026-03-14 17:04:59+00	\N	conv-69b5953bfe13c1107216ee92	ended	2026-03-14 17:05:07+00	2026-03-14 17:06:10+00	\N	48.4	0	user_ended	600	missing	pending	67807818ffd9d6906cdb1637	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
69b574955fdc4756f2cc727d	2026-03-14 14:45:41+00	\N	conv-69b574955fdc4756f2cc727d	ended	2026-03-14 14:45:49+00	2026-03-14 14:46:29+00	2026-03-14 14:46:29+00	37.2	0	user_ended	600	missing	pending	6778fd4041bbcdcbfa53e0a8	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
69b5261fc1a4cd9d7381f668	2026-03-14 09:10:55+00	\N	conv-69b5261fc1a4cd9d7381f668	ended	2026-03-14 09:11:03+00	2026-03-14 09:11:52+00	2026-03-14 09:11:52+00	15.5	0	user_ended	600	missing	pending	6778fd4041bbcdcbfa53e0a8	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
69b3ef2c236d53e3f4377a53	2026-03-13 11:04:12+00	\N	conv-69b3ef2c236d53e3f4377a53	ended	2026-03-13 11:04:20+00	2026-03-13 11:08:43+00	2026-03-13 11:08:43+00	260.6	2	reconnect_limit	600	available	pending	6650e5f6a7b8c9d0e1f2a3b4	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
69b34aa58535da2a74ecfe3e	2026-03-12 23:22:13+00	\N	conv-69b34aa58535da2a74ecfe3e	ended	2026-03-12 23:22:21+00	2026-03-12 23:25:24+00	2026-03-12 23:25:24+00	180.8	0	user_ended	600	available	pending	67776a20c8dde6e5fd29f054	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
69a6fb92e6fe6070f5a28229	2026-03-03 15:17:38+00	\N	conv-69a6fb92e6fe6070f5a28229	ended	2026-03-03 15:17:46+00	2026-03-03 15:25:32+00	2026-03-03 15:25:32+00	385.8	1	user_ended	600	failed	failed	67776a20c8dde6e5fd29f054	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
69a66eed48c6e6b776580614	2026-03-03 05:17:33+00	\N	conv-69a66eed48c6e6b776580614	ended	2026-03-03 05:17:41+00	2026-03-03 05:28:02+00	2026-03-03 05:28:02+00	561.4	0	user_ended	600	available	complete	67789878a38454127b096493	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
69a52fd5aa8f6cfdf70d89ff	2026-03-02 06:36:05+00	\N	conv-69a52fd5aa8f6cfdf70d89ff	ended	2026-03-02 06:36:13+00	2026-03-02 06:36:50+00	2026-03-02 06:36:50+00	34.8	0	user_ended	600	missing	pending	67789878a38454127b096493	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
69a50e050c57f34477c30dea	2026-03-02 04:11:49+00	\N	conv-69a50e050c57f34477c30dea	ended	2026-03-02 04:11:57+00	2026-03-02 04:12:54+00	\N	46	0	user_ended	600	available	pending	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
699f0e3d6e20798af87891d5	2026-02-25 14:59:09+00	\N	conv-699f0e3d6e20798af87891d5	ended	2026-02-25 14:59:17+00	2026-02-25 15:05:14+00	2026-02-25 15:05:14+00	354.6	0	user_ended	600	available	pending	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
699c55c7cfe8ffd1792e15c0	2026-02-23 13:27:35+00	\N	conv-699c55c7cfe8ffd1792e15c0	ended	2026-02-23 13:27:43+00	2026-02-23 13:29:32+00	2026-02-23 13:29:32+00	29.4	1	user_ended	600	missing	pending	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
6a0c5623dc1f5b6bc3576094	2026-05-19 12:22:59+00	\N	conv-6a0c5623dc1f5b6bc3576094	ended	2026-05-19 12:23:07+00	2026-05-19 12:23:56+00	\N	19.7	0	user_ended	600	missing	pending	677833b0054cda58fbbee87e	6650a1b2c3d4e5f6a7b8c9d0	6898096dd4a105d21718b5c1
6a0c1c693de7e1b2440ce47f	2026-05-19 08:16:41+00	\N	conv-6a0c1c693de7e1b2440ce47f	ended	2026-05-19 08:16:49+00	2026-05-19 08:25:21+00	2026-05-19 08:25:21+00	509	0	user_ended	600	available	complete	6650c3d4e5f6a7b8c9d0e1f2	6650a1b2c3d4e5f6a7b8c9d0	6898096dd4a105d21718b5c1
6a0878269fb067f8c4c2686a	2026-05-16 13:59:02+00	\N	conv-6a0878269fb067f8c4c2686a	ended	2026-05-16 13:59:10+00	2026-05-16 14:06:31+00	2026-05-16 14:06:31+00	438	0	user_ended	600	available	complete	6650c3d4e5f6a7b8c9d0e1f2	6650a1b2c3d4e5f6a7b8c9d0	6898096dd4a105d21718b5c1
6a0611110178ee3f4577ec55	2026-05-14 18:14:41+00	\N	conv-6a0611110178ee3f4577ec55	ended	2026-05-14 18:14:49+00	2026-05-14 18:20:18+00	2026-05-14 18:20:18+00	326	0	user_ended	600	available	complete	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	6898096dd4a105d21718b5c1
6a05ead763417485c62d7040	2026-05-14 15:31:35+00	\N	conv-6a05ead763417485c62d7040	ended	2026-05-14 15:31:43+00	2026-05-14 15:39:19+00	2026-05-14 15:39:19+00	453	0	user_ended	600	available	complete	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	6898096dd4a105d21718b5c1
69d8fbda6896c67c193da77e	2026-04-10 13:32:10+00	\N	conv-69d8fbda6896c67c193da77e	ended	2026-04-10 13:32:18+00	2026-04-10 13:35:41+00	2026-04-10 13:35:41+00	200.2	0	user_ended	600	available	complete	67796208dff34785799e5cbd	6650a1b2c3d4e5f6a7b8c9d0	67f9ab4c19e127b08c75fafc
69d86f7dca5f4cc299f32b69	2026-04-10 03:33:17+00	\N	conv-69d86f7dca5f4cc299f32b69	ended	2026-04-10 03:33:25+00	2026-04-10 03:43:28+00	2026-04-10 03:43:28+00	600	0	timer_expired	600	available	pending	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	67f9ab4c19e127b08c75fafc
69d83c0f2c27d3091aa8af54	2026-04-09 23:53:51+00	\N	conv-69d83c0f2c27d3091aa8af54	ended	2026-04-09 23:53:59+00	2026-04-10 00:02:49+00	2026-04-10 00:02:49+00	527	0	user_ended	600	partial	complete	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	67f9ab4c19e127b08c75fafc
69d6d2d18df0594f9b5e333f	2026-04-08 22:12:33+00	\N	conv-69d6d2d18df0594f9b5e333f	ended	2026-04-08 22:12:41+00	2026-04-08 22:15:45+00	2026-04-08 22:15:45+00	181.2	0	user_ended	600	available	complete	677705582aa66d2c7ddf743f	6650a1b2c3d4e5f6a7b8c9d0	67f9ab4c19e127b08c75fafc
69d3d061efb8df961c13b72a	2026-04-06 15:25:21+00	\N	conv-69d3d061efb8df961c13b72a	ended	2026-04-06 15:25:29+00	2026-04-06 15:34:06+00	2026-04-06 15:34:06+00	514.6	0	user_ended	600	available	complete	677705582aa66d2c7ddf743f	6650a1b2c3d4e5f6a7b8c9d0	67f9ab4c19e127b08c75fafc
69c712c1518165dc9cc93b15	2026-03-27 23:29:05+00	\N	conv-69c712c1518165dc9cc93b15	ended	2026-03-27 23:29:13+00	2026-03-27 23:37:29+00	2026-03-27 23:37:29+00	493	0	user_ended	600	available	pending	677833b0054cda58fbbee87e	6650a1b2c3d4e5f6a7b8c9d0	67f9ab4c19e127b08c75fafc
69c4e64ab349ec231d7ebf00	2026-03-26 07:54:50+00	\N	conv-69c4e64ab349ec231d7ebf00	ended	2026-03-26 07:54:58+00	2026-03-26 08:02:33+00	2026-03-26 08:02:33+00	452	0	user_ended	600	partial	complete	677833b0054cda58fbbee87e	6650a1b2c3d4e5f6a7b8c9d0	67f9ab4c19e127b08c75fafc
69c1d50089a8f532118be93c	2026-03-24 00:04:16+00	\N	conv-69c1d50089a8f532118be93c	ended	2026-03-24 00:04:24+00	2026-03-24 00:07:02+00	2026-03-24 00:07:02+00	155	0	user_ended	600	available	complete	67807818ffd9d6906cdb1637	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
69c031e8eb717b7892416d27	2026-03-22 18:16:08+00	\N	conv-69c031e8eb717b7892416d27	ended	2026-03-22 18:16:16+00	2026-03-22 18:17:14+00	\N	31.6	0	user_ended	600	missing	pending	67807818ffd9d6906cdb1637	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
69bb20d44d3a01bf12f6f112	2026-03-18 22:01:56+00	\N	conv-69bb20d44d3a01bf12f6f112	ended	2026-03-18 22:02:04+00	2026-03-18 22:02:44+00	2026-03-18 22:02:44+00	37.6	0	user_ended	600	available	pending	677e1b684a8cfc37711c2db9	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
69bafdf9af02880593ac74fd	2026-03-18 19:33:13+00	\N	conv-69bafdf9af02880593ac74fd	ended	2026-03-18 19:33:21+00	2026-03-18 19:38:30+00	2026-03-18 19:38:30+00	306.1	0	user_ended	600	available	pending	677e1b684a8cfc37711c2db9	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
69ac227410cb0e4c1461f8e8	2026-03-07 13:04:52+00	\N	conv-69ac227410cb0e4c1461f8e8	ended	2026-03-07 13:05:00+00	2026-03-07 13:06:23+00	2026-03-07 13:06:23+00	44.8	0	user_ended	600	missing	pending	677e1b684a8cfc37711c2db9	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
69a0e63d7293949295177cd3	2026-02-27 00:33:01+00	\N	conv-69a0e63d7293949295177cd3	ended	2026-02-27 00:33:09+00	2026-02-27 00:37:10+00	\N	227.8	0	user_ended	600	available	complete	67776a20c8dde6e5fd29f054	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
699fd6e4d45c1ad915cd00be	2026-02-26 05:15:16+00	\N	conv-699fd6e4d45c1ad915cd00be	ended	2026-02-26 05:15:24+00	2026-02-26 05:15:43+00	2026-02-26 05:15:43+00	16.5	0	user_ended	600	missing	pending	67776a20c8dde6e5fd29f054	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
699b61c03624a11f968284a9	2026-02-22 20:06:24+00	\N	conv-699b61c03624a11f968284a9	ended	2026-02-22 20:06:32+00	2026-02-22 20:17:18+00	2026-02-22 20:17:18+00	583.4	0	user_ended	600	available	failed	67776a20c8dde6e5fd29f054	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
6999fa7b97ed276617380894	2026-02-21 18:33:31+00	\N	conv-6999fa7b97ed276617380894	ended	2026-02-21 18:33:39+00	2026-02-21 18:40:31+00	2026-02-21 18:40:31+00	363.4	0	user_ended	600	available	pending	6778fd4041bbcdcbfa53e0a8	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
698aa88ef9b5adac97ed8c7f	2026-02-10 03:39:58+00	\N	conv-698aa88ef9b5adac97ed8c7f	ended	2026-02-10 03:40:06+00	2026-02-10 03:45:48+00	2026-02-10 03:45:48+00	293.7	0	user_ended	600	partial	complete	6778fd4041bbcdcbfa53e0a8	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
698210065b7e33f318a3106a	2026-02-03 15:11:02+00	\N	conv-698210065b7e33f318a3106a	ended	2026-02-03 15:11:10+00	2026-02-03 15:12:09+00	2026-02-03 15:12:09+00	56.7	0	user_ended	600	missing	pending	6650e5f6a7b8c9d0e1f2a3b4	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
697f04bbbd46ba3999589455	2026-02-01 07:46:03+00	\N	conv-697f04bbbd46ba3999589455	ended	2026-02-01 07:46:11+00	2026-02-01 07:47:30+00	2026-02-01 07:47:30+00	44.8	0	user_ended	600	missing	pending	6650e5f6a7b8c9d0e1f2a3b4	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
6979f78f1f0f40801a0e1840	2026-01-28 11:48:31+00	\N	conv-6979f78f1f0f40801a0e1840	ended	2026-01-28 11:48:39+00	2026-01-28 11:49:13+00	2026-01-28 11:49:13+00	31.7	0	user_ended	600	missing	pending	677833b0054cda58fbbee87e	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
6a402a36623a8938e86c05fe	2026-06-27 19:53:26+00	\N	conv-6a402a36623a8938e86c05fe	ended	2026-06-27 19:53:34+00	2026-06-27 20:01:11+00	2026-06-27 20:01:11+00	454.3	0	user_ended	600	processing	pending	677ee4f886fbefaa6fb125e3	6650a1b2c3d4e5f6a7b8c9d0	67ba1a3e39c7b6bb7fb2b476
6a39ece0c4030f7f692189e9	2026-06-23 02:18:08+00	\N	conv-6a39ece0c4030f7f692189e9	ended	2026-06-23 02:18:16+00	2026-06-23 02:25:17+00	2026-06-23 02:25:17+00	418	0	user_ended	600	available	complete	677b59f0f708a824f612c926	6650a1b2c3d4e5f6a7b8c9d0	67ba1a3e39c7b6bb7fb2b476
6a38762825cb95c5e9d70dd4	2026-06-21 23:39:20+00	\N	conv-6a38762825cb95c5e9d70dd4	ended	2026-06-21 23:39:28+00	2026-06-21 23:40:09+00	2026-06-21 23:40:09+00	38.2	0	user_ended	600	missing	pending	677b59f0f708a824f612c926	6650a1b2c3d4e5f6a7b8c9d0	67ba1a3e39c7b6bb7fb2b476
6a2f26a287941c0c6a8c91bf	2026-06-14 22:09:38+00	\N	conv-6a2f26a287941c0c6a8c91bf	ended	2026-06-14 22:09:46+00	2026-06-14 22:13:16+00	2026-06-14 22:13:16+00	207.4	0	user_ended	600	available	complete	677bbeb8954021de755d453b	6650a1b2c3d4e5f6a7b8c9d0	67ba1a3e39c7b6bb7fb2b476
6a2e32b5e95ca252eb4215aa	2026-06-14 04:48:53+00	\N	conv-6a2e32b5e95ca252eb4215aa	ended	2026-06-14 04:49:01+00	2026-06-14 04:49:08+00	2026-06-14 04:49:08+00	4.4	0	user_ended	600	missing	pending	677bbeb8954021de755d453b	6650a1b2c3d4e5f6a7b8c9d0	67ba1a3e39c7b6bb7fb2b476
6a27a1f84b2528996bf79995	2026-06-09 05:17:44+00	\N	conv-6a27a1f84b2528996bf79995	ended	2026-06-09 05:17:52+00	2026-06-09 05:27:19+00	2026-06-09 05:27:19+00	564.6	0	user_ended	600	available	complete	677e8030e8c475f0f066a9ce	6650a1b2c3d4e5f6a7b8c9d0	67ba1a3e39c7b6bb7fb2b476
6a1f10f4acedaedfecad1d80	2026-06-02 17:20:52+00	\N	conv-6a1f10f4acedaedfecad1d80	ended	2026-06-02 17:21:00+00	2026-06-02 17:21:33+00	2026-06-02 17:21:33+00	30.4	0	user_ended	600	missing	pending	677e8030e8c475f0f066a9ce	6650a1b2c3d4e5f6a7b8c9d0	67ba1a3e39c7b6bb7fb2b476
69decd146085c815e0640295	2026-04-14 23:26:12+00	\N	conv-69decd146085c815e0640295	ended	2026-04-14 23:26:20+00	2026-04-14 23:37:05+00	2026-04-14 23:37:05+00	594.1	0	user_ended	600	available	complete	6780dce09e115049ec25924c	6650a1b2c3d4e5f6a7b8c9d0	67b9bc92961d39397184661a
69d30cfdc24e4e5c61198680	2026-04-06 01:31:41+00	\N	conv-69d30cfdc24e4e5c61198680	ended	2026-04-06 01:31:49+00	2026-04-06 01:40:08+00	2026-04-06 01:40:08+00	496.1	0	user_ended	600	available	complete	6780dce09e115049ec25924c	6650a1b2c3d4e5f6a7b8c9d0	67b9bc92961d39397184661a
699e22d12ad329e8b197ffff	2026-02-24 22:14:41+00	\N	conv-699e22d12ad329e8b197ffff	ended	2026-02-24 22:14:49+00	2026-02-24 22:14:59+00	2026-02-24 22:14:59+00	7.9	0	user_ended	600	missing	pending	6780dce09e115049ec25924c	6650a1b2c3d4e5f6a7b8c9d0	67d956433454b2f2f0cee22f
6991e4d88c9bb02f324d83ea	2026-02-15 15:23:04+00	\N	conv-6991e4d88c9bb02f324d83ea	ended	2026-02-15 15:23:12+00	2026-02-15 15:23:48+00	2026-02-15 15:23:48+00	33.5	0	user_ended	600	missing	pending	678141a83c48ca036b700e61	6650a1b2c3d4e5f6a7b8c9d0	67d956433454b2f2f0cee22f
698f9ae6ee643675b30307d5	2026-02-13 21:43:02+00	\N	conv-698f9ae6ee643675b30307d5	ended	2026-02-13 21:43:10+00	2026-02-13 22:44:04+00	2026-02-13 21:44:04+00	51.6	0	reconnect_window_expired	600	missing	pending	67807818ffd9d6906cdb1637	6650a1b2c3d4e5f6a7b8c9d0	67d956433454b2f2f0cee22f
6987a4a2502cbcbc33b88bc0	2026-02-07 20:46:26+00	\N	conv-6987a4a2502cbcbc33b88bc0	ended	2026-02-07 20:46:34+00	2026-02-07 20:47:03+00	\N	28.5	0	user_ended	600	missing	pending	67807818ffd9d6906cdb1637	6650a1b2c3d4e5f6a7b8c9d0	67d956433454b2f2f0cee22f
6a402d11a25c67ae45b140fe	2026-06-27 20:05:37+00	\N	\N	pending	\N	\N	\N	0	0	\N	600	processing	pending	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	67b9013a4ec83e355527c962
6a3af3c70424edf4c666c4e9	2026-06-23 20:59:51+00	\N	conv-6a3af3c70424edf4c666c4e9	ended	2026-06-23 20:59:59+00	2026-06-23 21:05:24+00	2026-06-23 21:05:24+00	322.7	0	user_ended	600	available	complete	6776a0908c6ef372fe94f82a	6650a1b2c3d4e5f6a7b8c9d0	67b9013a4ec83e355527c962
6a2c439665ed743b471c48d4	2026-06-12 17:36:22+00	\N	conv-6a2c439665ed743b471c48d4	ended	2026-06-12 17:36:30+00	2026-06-12 17:36:42+00	2026-06-12 17:36:42+00	9.1	0	user_ended	600	missing	pending	6650e5f6a7b8c9d0e1f2a3b4	6650a1b2c3d4e5f6a7b8c9d0	67b9013a4ec83e355527c962
6a29608ec7b5fa81c7d1ccbf	2026-06-10 13:03:10+00	\N	conv-6a29608ec7b5fa81c7d1ccbf	ended	2026-06-10 13:03:18+00	2026-06-10 13:04:06+00	2026-06-10 13:04:06+00	45.8	0	user_ended	600	missing	pending	6650e5f6a7b8c9d0e1f2a3b4	6650a1b2c3d4e5f6a7b8c9d0	67b9013a4ec83e355527c962
6a1c35dd297e80c8488750aa	2026-05-31 13:21:33+00	\N	conv-6a1c35dd297e80c8488750aa	ended	2026-05-31 13:21:41+00	2026-05-31 13:23:51+00	2026-05-31 13:23:51+00	46.3	1	user_ended	600	missing	pending	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	67b9013a4ec83e355527c962
6a166d5f8b47070ec93cd495	2026-05-27 04:04:47+00	\N	conv-6a166d5f8b47070ec93cd495	ended	2026-05-27 04:04:55+00	2026-05-27 04:05:27+00	2026-05-27 04:05:27+00	29.9	0	user_ended	600	missing	pending	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	67b9013a4ec83e355527c962
6a15aefaed0f8d5549f25880	2026-05-26 14:32:26+00	\N	conv-6a15aefaed0f8d5549f25880	ended	2026-05-26 14:32:34+00	2026-05-26 14:39:55+00	2026-05-26 14:39:55+00	438.7	0	user_ended	600	available	complete	677af52858d12e6b76c84d11	6650a1b2c3d4e5f6a7b8c9d0	67b9013a4ec83e355527c962
699dffdbce724fc7979ac253	2026-02-24 19:45:31+00	\N	conv-699dffdbce724fc7979ac253	ended	2026-02-24 19:45:39+00	2026-02-24 19:52:29+00	2026-02-24 19:52:29+00	376.6	0	user_ended	600	available	complete	67807818ffd9d6906cdb1637	6650a1b2c3d4e5f6a7b8c9d0	67d89aebecffb7eed4724577
699726a3303ad60e1850463e	2026-02-19 15:05:07+00	\N	conv-699726a3303ad60e1850463e	ended	2026-02-19 15:05:15+00	2026-02-19 15:05:45+00	2026-02-19 15:05:45+00	27.8	0	user_ended	600	missing	pending	67807818ffd9d6906cdb1637	6650a1b2c3d4e5f6a7b8c9d0	67d89aebecffb7eed4724577
69942bd392035c549905ca29	2026-02-17 08:50:27+00	\N	conv-69942bd392035c549905ca29	ended	2026-02-17 08:50:35+00	2026-02-17 08:53:27+00	2026-02-17 08:53:27+00	169.4	0	user_ended	600	available	complete	677ced106fe68f0af33cb97a	6650a1b2c3d4e5f6a7b8c9d0	67d89aebecffb7eed4724577
6990a2d6f3cbe29b19bb4e14	2026-02-14 16:29:10+00	\N	conv-6990a2d6f3cbe29b19bb4e14	ended	2026-02-14 16:29:18+00	2026-02-14 16:31:15+00	2026-02-14 16:31:15+00	38.3	1	user_ended	600	missing	pending	677ced106fe68f0af33cb97a	6650a1b2c3d4e5f6a7b8c9d0	67d89aebecffb7eed4724577
698c90fc559468e19a70d1ff	2026-02-11 14:23:56+00	\N	conv-698c90fc559468e19a70d1ff	ended	2026-02-11 14:24:04+00	2026-02-11 14:33:30+00	2026-02-11 14:33:30+00	505	0	user_ended	600	available	complete	677ced106fe68f0af33cb97a	6650a1b2c3d4e5f6a7b8c9d0	67d89aebecffb7eed4724577
698c300eb75cef281b2655ea	2026-02-11 07:30:22+00	\N	conv-698c300eb75cef281b2655ea	ended	2026-02-11 07:30:30+00	2026-02-11 07:39:41+00	2026-02-11 07:39:41+00	489.1	0	user_ended	600	available	complete	677d51d80e1e08c47287358f	6650a1b2c3d4e5f6a7b8c9d0	67d89aebecffb7eed4724577
698c11511925756e9bdbd9d5	2026-02-11 05:19:13+00	\N	conv-698c11511925756e9bdbd9d5	ended	2026-02-11 05:19:21+00	2026-02-11 05:21:19+00	2026-02-11 05:21:19+00	34.7	1	user_ended	600	missing	pending	677d51d80e1e08c47287358f	6650a1b2c3d4e5f6a7b8c9d0	67d89aebecffb7eed4724577
697e41867aedfbb51c915dc0	2026-01-31 17:53:10+00	\N	conv-697e41867aedfbb51c915dc0	ended	2026-01-31 17:53:18+00	2026-01-31 18:03:13+00	2026-01-31 18:03:13+00	592.1	2	reconnect_limit	600	available	complete	677d51d80e1e08c47287358f	6650a1b2c3d4e5f6a7b8c9d0	67d89aebecffb7eed4724577
6857cd5a19858d713ad32de9	2025-06-22 09:31:06+00	\N	conv-6857cd5a19858d713ad32de9	ended	2025-06-22 09:31:14+00	2025-06-22 09:40:54+00	2025-06-22 09:40:54+00	577.7	0	user_ended	600	available	complete	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	67b8a38eab1dc0b346f97b06
68577ca17b4e13b7bb88b1d4	2025-06-22 03:46:41+00	\N	conv-68577ca17b4e13b7bb88b1d4	ended	2025-06-22 03:46:49+00	2025-06-22 03:47:07+00	2025-06-22 03:47:07+00	15.7	0	user_ended	600	missing	pending	6777cee86715609f7c746c69	6650a1b2c3d4e5f6a7b8c9d0	67b8a38eab1dc0b346f97b06
68575494dd1699fe3c3e35bf	2025-06-22 00:55:48+00	\N	conv-68575494dd1699fe3c3e35bf	ended	2025-06-22 00:55:56+00	2025-06-22 01:03:53+00	2025-06-22 01:03:53+00	474.1	0	user_ended	600	available	complete	677c8848d1af155173f23d65	6650a1b2c3d4e5f6a7b8c9d0	67b8a38eab1dc0b346f97b06
68501ac83edf2044bcf3b9aa	2025-06-16 13:23:20+00	\N	conv-68501ac83edf2044bcf3b9aa	ended	2025-06-16 13:23:28+00	2025-06-16 13:30:44+00	2025-06-16 13:30:44+00	433.8	0	user_ended	600	available	complete	677c8848d1af155173f23d65	6650a1b2c3d4e5f6a7b8c9d0	67b8a38eab1dc0b346f97b06
684a3015a0a7a68b3da93d95	2025-06-12 01:40:37+00	\N	conv-684a3015a0a7a68b3da93d95	ended	2025-06-12 01:40:45+00	2025-06-12 01:50:48+00	2025-06-12 01:50:48+00	600	0	timer_expired	600	available	complete	677bbeb8954021de755d453b	6650a1b2c3d4e5f6a7b8c9d0	67b8a38eab1dc0b346f97b06
6844d6b002702cd1be5ec180	2025-06-08 00:17:52+00	\N	conv-6844d6b002702cd1be5ec180	ended	2025-06-08 00:18:00+00	2025-06-08 00:18:49+00	2025-06-08 00:18:49+00	4.4	0	user_ended	600	missing	pending	677bbeb8954021de755d453b	6650a1b2c3d4e5f6a7b8c9d0	67b8a38eab1dc0b346f97b06
6a0d84f0a000000000000000	2026-05-20 09:54:56+00	\N	conv-6a0d84f0a000000000000000	ended	2026-05-20 09:55:04+00	2026-05-20 10:00:00+00	2026-05-20 10:00:00+00	293.3	0	user_ended	600	available	complete	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	684c9f609054000000000000
69a6a803ad9d5ee9c6e2092a	2026-03-03 09:21:07+00	\N	conv-69a6a803ad9d5ee9c6e2092a	ended	2026-03-03 09:21:15+00	2026-03-03 09:30:00+00	2026-03-03 09:30:00+00	488.9	0	user_ended	600	available	complete	68406fd8f38454127b096493	6650c3d4e5f6a7b8c9d0e1f2	68b6dc40b398b9addb213444
69a40f0d0f65e53047978d15	2026-03-01 10:03:57+00	\N	conv-69a40f0d0f65e53047978d15	ended	2026-03-01 10:04:05+00	2026-03-01 10:09:48+00	2026-03-01 10:09:48+00	340.8	0	user_ended	600	available	complete	68406fd8f38454127b096493	6650c3d4e5f6a7b8c9d0e1f2	68b6dc40b398b9addb213444
699b9cfb712e6b76c84d1100	2026-02-23 00:19:07+00	\N	conv-699b9cfb712e6b76c84d1100	ended	2026-02-23 00:19:15+00	2026-02-23 00:23:21+00	2026-02-23 00:23:21+00	243.2	0	user_ended	600	available	complete	68406fd8f38454127b096493	6650c3d4e5f6a7b8c9d0e1f2	68b6dc40b398b9addb213444
69a6b7639d4453901a369255	2026-03-03 10:26:43+00	\N	conv-69a6b7639d4453901a369255	ended	2026-03-03 10:26:51+00	2026-03-03 10:32:22+00	2026-03-03 10:32:22+00	328.1	0	user_ended	600	available	complete	683e77f0dc6ef372fe94f82a	6650c3d4e5f6a7b8c9d0e1f2	68b6ea5051d033675a6bb059
69a376f9ff0cd9d69aec1640	2026-02-28 23:15:05+00	\N	conv-69a376f9ff0cd9d69aec1640	ended	2026-02-28 23:15:13+00	2026-02-28 23:21:36+00	2026-02-28 23:21:36+00	380.6	0	user_ended	600	available	complete	683e77f0dc6ef372fe94f82a	6650c3d4e5f6a7b8c9d0e1f2	68b6ea5051d033675a6bb059
69a6a864c95a3ba96c2013aa	2026-03-03 09:22:44+00	\N	conv-69a6a864c95a3ba96c2013aa	ended	2026-03-03 09:22:52+00	2026-03-03 10:30:00+00	2026-03-03 09:30:00+00	425.2	0	reconnect_window_expired	600	available	complete	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	68b6f860f007ad20d9b62c6e
69a63cc72b22c1efecd59795	2026-03-03 01:43:35+00	\N	conv-69a63cc72b22c1efecd59795	ended	2026-03-03 01:43:43+00	2026-03-03 01:49:01+00	2026-03-03 01:49:01+00	315.4	0	user_ended	600	available	complete	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	68b6f860f007ad20d9b62c6e
699a72b08ceb48366d8b1b80	2026-02-22 03:06:24+00	\N	conv-699a72b08ceb48366d8b1b80	ended	2026-02-22 03:06:32+00	2026-02-22 03:16:35+00	2026-02-22 03:16:35+00	600	0	timer_expired	600	available	complete	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	68b6f860f007ad20d9b62c6e
69396c421ac9b696402a20c0	2025-12-10 12:49:06+00	\N	conv-69396c421ac9b696402a20c0	ended	2025-12-10 12:49:14+00	2025-12-10 12:49:54+00	2025-12-10 12:49:54+00	37.1	0	user_ended	600	missing	pending	683e13283e3779b97f4a7c15	6650c3d4e5f6a7b8c9d0e1f2	68b706708e3f26da5900a883
6a2e0f1da8a824f612c92600	2026-06-14 02:17:01+00	\N	conv-6a2e0f1da8a824f612c92600	ended	2026-06-14 02:17:09+00	2026-06-14 02:26:16+00	2026-06-14 02:26:16+00	544.8	0	user_ended	600	available	complete	683e77f0dc6ef372fe94f82a	6650c3d4e5f6a7b8c9d0e1f2	68b714802c76a093d84b2498
694ef105e99c8d9fc1a51829	2025-12-26 20:33:09+00	\N	conv-694ef105e99c8d9fc1a51829	ended	2025-12-26 20:33:17+00	2025-12-26 20:33:54+00	2025-12-26 20:33:54+00	34.2	0	user_ended	600	missing	pending	683fa648b715609f7c746c69	6650c3d4e5f6a7b8c9d0e1f2	6865b6e3311e1cb40114c2af
693fabe84b6513e6425a9c14	2025-12-15 06:34:16+00	\N	conv-693fabe84b6513e6425a9c14	ended	2025-12-15 06:34:24+00	2025-12-15 06:35:16+00	2025-12-15 06:35:16+00	49.2	0	user_ended	600	missing	pending	683fa648b715609f7c746c69	6650c3d4e5f6a7b8c9d0e1f2	6865b6e3311e1cb40114c2af
693e4b65ad2d9a2cc3101fff	2025-12-14 05:30:13+00	\N	conv-693e4b65ad2d9a2cc3101fff	ended	2025-12-14 05:30:21+00	2025-12-14 05:30:52+00	2025-12-14 05:30:52+00	28.9	0	user_ended	600	missing	pending	683e13283e3779b97f4a7c15	6650c3d4e5f6a7b8c9d0e1f2	6865b6e3311e1cb40114c2af
693e191e0ef6207343c5a3ea	2025-12-14 01:55:42+00	\N	conv-693e191e0ef6207343c5a3ea	ended	2025-12-14 01:55:50+00	2025-12-14 02:02:26+00	2025-12-14 02:02:26+00	393.3	0	user_ended	600	available	complete	68400b10554cda58fbbee87e	6650c3d4e5f6a7b8c9d0e1f2	6865b6e3311e1cb40114c2af
693bf21770bea6b9c47b27d5	2025-12-12 10:44:39+00	\N	conv-693bf21770bea6b9c47b27d5	ended	2025-12-12 10:44:47+00	2025-12-12 10:45:29+00	2025-12-12 10:45:29+00	4.1	0	user_ended	600	missing	pending	68400b10554cda58fbbee87e	6650c3d4e5f6a7b8c9d0e1f2	6865b6e3311e1cb40114c2af
693b1978d2872d004530abc0	2025-12-11 19:20:24+00	\N	conv-693b1978d2872d004530abc0	ended	2025-12-11 19:20:32+00	2025-12-11 19:26:11+00	2025-12-11 19:26:11+00	336.3	0	user_ended	600	available	failed	68400b10554cda58fbbee87e	6650c3d4e5f6a7b8c9d0e1f2	6865b6e3311e1cb40114c2af
696c6b6d1940ac5d4aeebe52	2026-01-18 05:11:09+00	\N	conv-696c6b6d1940ac5d4aeebe52	ended	2026-01-18 05:11:17+00	2026-01-18 05:16:12+00	2026-01-18 05:16:12+00	292.2	0	user_ended	600	available	complete	68419e30ce2ac13ef8e8d8d2	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
696a56c97b0932a3cba4423d	2026-01-16 15:18:33+00	\N	conv-696a56c97b0932a3cba4423d	ended	2026-01-16 15:18:41+00	2026-01-16 15:19:39+00	2026-01-16 15:19:39+00	55.7	0	user_ended	600	missing	pending	68419e30ce2ac13ef8e8d8d2	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
6960a5c3dcd1b8ea4c59c628	2026-01-09 06:52:51+00	\N	conv-6960a5c3dcd1b8ea4c59c628	ended	2026-01-09 06:52:59+00	2026-01-09 07:01:30+00	\N	510.1	0	user_ended	600	available	failed	68419e30ce2ac13ef8e8d8d2	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
695fefe93e9a3f30cd0f4a13	2026-01-08 17:56:57+00	\N	conv-695fefe93e9a3f30cd0f4a13	ended	2026-01-08 17:57:05+00	2026-01-08 18:04:15+00	2026-01-08 18:04:15+00	427.7	0	user_ended	600	available	complete	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
6950ca0ca062c5774dc4cdfe	2025-12-28 06:11:24+00	\N	conv-6950ca0ca062c5774dc4cdfe	ended	2025-12-28 06:11:32+00	2025-12-28 06:12:26+00	2025-12-28 06:12:26+00	51.7	0	user_ended	600	missing	pending	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
694c16d9022b4bbdce7a51e9	2025-12-24 16:37:45+00	\N	conv-694c16d9022b4bbdce7a51e9	ended	2025-12-24 16:37:53+00	2025-12-24 16:40:32+00	2025-12-24 16:40:32+00	156.2	0	user_ended	600	available	failed	683dae60a000000000000000	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
693dc1f163f3d2044f2fd5d4	2025-12-13 19:43:45+00	\N	conv-693dc1f163f3d2044f2fd5d4	ended	2025-12-13 19:43:53+00	2025-12-13 19:50:36+00	2025-12-13 19:50:36+00	400.3	0	user_ended	600	available	complete	683e77f0dc6ef372fe94f82a	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
693b0ad0c5bc584acfe559bf	2025-12-11 18:17:52+00	\N	conv-693b0ad0c5bc584acfe559bf	ended	2025-12-11 18:18:00+00	2025-12-11 18:18:16+00	2025-12-11 18:18:16+00	13.9	0	user_ended	600	missing	pending	683e77f0dc6ef372fe94f82a	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
693a02562784de91509addaa	2025-12-10 23:29:26+00	\N	conv-693a02562784de91509addaa	ended	2025-12-10 23:29:34+00	2025-12-10 23:30:24+00	2025-12-10 23:30:24+00	47.3	0	user_ended	600	missing	pending	683e77f0dc6ef372fe94f82a	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
692e91a1894d64d7d1506195	2025-12-02 07:13:37+00	\N	conv-692e91a1894d64d7d1506195	ended	2025-12-02 07:13:45+00	2025-12-02 07:14:23+00	2025-12-02 07:14:23+00	35	0	user_ended	600	missing	pending	683e13283e3779b97f4a7c15	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
692e2e66eb15eb1e5205e580	2025-12-02 00:10:14+00	\N	conv-692e2e66eb15eb1e5205e580	ended	2025-12-02 00:10:22+00	2025-12-02 00:18:33+00	2025-12-02 00:18:33+00	488.2	0	user_ended	600	missing	failed	683e13283e3779b97f4a7c15	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
69e45f226df0a01acb09ab29	2026-04-19 04:50:42+00	\N	conv-69e45f226df0a01acb09ab29	ended	2026-04-19 04:50:50+00	2026-04-19 04:58:46+00	2026-04-19 04:58:46+00	473.2	0	user_ended	600	available	complete	68419e30ce2ac13ef8e8d8d2	6650c3d4e5f6a7b8c9d0e1f2	6864ce7f7f2f6cfded3a54fb
69d69ae5cfb926614bbf2f14	2026-04-08 18:13:57+00	\N	conv-69d69ae5cfb926614bbf2f14	ended	2026-04-08 18:14:05+00	2026-04-08 18:14:59+00	\N	25.4	0	user_ended	600	missing	pending	68419e30ce2ac13ef8e8d8d2	6650c3d4e5f6a7b8c9d0e1f2	6864ce7f7f2f6cfded3a54fb
69ca8efc3181aca7cc74b2ff	2026-03-30 14:55:56+00	\N	conv-69ca8efc3181aca7cc74b2ff	ended	2026-03-30 14:56:04+00	2026-03-30 14:56:27+00	2026-03-30 14:56:27+00	20.9	0	user_ended	600	missing	pending	68419e30ce2ac13ef8e8d8d2	6650c3d4e5f6a7b8c9d0e1f2	6864ce7f7f2f6cfded3a54fb
69ca69b7934a32ee4d2a36ea	2026-03-30 12:16:55+00	\N	conv-69ca69b7934a32ee4d2a36ea	ended	2026-03-30 12:17:03+00	2026-03-30 12:22:36+00	2026-03-30 12:22:36+00	330.5	0	user_ended	600	available	complete	683e13283e3779b97f4a7c15	6650c3d4e5f6a7b8c9d0e1f2	6864ce7f7f2f6cfded3a54fb
69c024a1f512b934cddfbad5	2026-03-22 17:19:29+00	\N	conv-69c024a1f512b934cddfbad5	ended	2026-03-22 17:19:37+00	2026-03-22 17:21:03+00	2026-03-22 17:21:03+00	10.7	1	user_ended	600	missing	pending	683e13283e3779b97f4a7c15	6650c3d4e5f6a7b8c9d0e1f2	6864ce7f7f2f6cfded3a54fb
69bffd4f56db3f7b4e953ec0	2026-03-22 14:31:43+00	\N	conv-69bffd4f56db3f7b4e953ec0	ended	2026-03-22 14:31:51+00	2026-03-22 14:41:54+00	2026-03-22 14:41:54+00	600	0	timer_expired	600	available	failed	683e13283e3779b97f4a7c15	6650c3d4e5f6a7b8c9d0e1f2	6864ce7f7f2f6cfded3a54fb
6a1af5f7dce413196001d529	2026-05-30 14:36:39+00	\N	conv-6a1af5f7dce413196001d529	ended	2026-05-30 14:36:47+00	2026-05-30 14:42:32+00	2026-05-30 14:42:32+00	342.4	0	user_ended	600	available	complete	68406fd8f38454127b096493	6650c3d4e5f6a7b8c9d0e1f2	68a2566770eb3ac9e78e35a3
6a1a79b03eac995fe0b75914	2026-05-30 05:46:24+00	\N	conv-6a1a79b03eac995fe0b75914	ended	2026-05-30 05:46:32+00	2026-05-30 05:50:17+00	\N	197.4	0	user_ended	600	available	complete	68406fd8f38454127b096493	6650c3d4e5f6a7b8c9d0e1f2	68a2566770eb3ac9e78e35a3
6a17cf14a0751fa6616cdcff	2026-05-28 05:13:56+00	\N	conv-6a17cf14a0751fa6616cdcff	ended	2026-05-28 05:14:04+00	2026-05-28 05:14:50+00	2026-05-28 05:14:50+00	43.3	0	user_ended	600	missing	pending	683f418018dde6e5fd29f054	6650c3d4e5f6a7b8c9d0e1f2	68a2566770eb3ac9e78e35a3
6a0f861a023da5ece22260ea	2026-05-21 22:24:26+00	\N	conv-6a0f861a023da5ece22260ea	ended	2026-05-21 22:24:34+00	2026-05-21 22:25:17+00	2026-05-21 22:25:17+00	40.2	0	user_ended	600	available	pending	683edcb87aa66d2c7ddf743f	6650c3d4e5f6a7b8c9d0e1f2	68a2566770eb3ac9e78e35a3
6a01bcfd64062c3362d7e4d5	2026-05-11 11:26:53+00	\N	conv-6a01bcfd64062c3362d7e4d5	ended	2026-05-11 11:27:01+00	2026-05-11 11:33:01+00	2026-05-11 11:33:01+00	307.4	0	user_ended	600	available	pending	683edcb87aa66d2c7ddf743f	6650c3d4e5f6a7b8c9d0e1f2	68a2566770eb3ac9e78e35a3
69fc8021c5ceb279e38d68c0	2026-05-07 12:05:53+00	\N	conv-69fc8021c5ceb279e38d68c0	ended	2026-05-07 12:06:01+00	2026-05-07 12:07:21+00	\N	52.3	0	user_ended	600	missing	pending	683edcb87aa66d2c7ddf743f	6650c3d4e5f6a7b8c9d0e1f2	68a2566770eb3ac9e78e35a3
69f7880891e32f9ed0717894	2026-05-03 17:38:16+00	\N	conv-69f7880891e32f9ed0717894	ended	2026-05-03 17:38:24+00	2026-05-03 17:38:47+00	2026-05-03 17:38:47+00	20.7	0	user_ended	600	missing	pending	68419e30ce2ac13ef8e8d8d2	6650c3d4e5f6a7b8c9d0e1f2	68645a4d26381522e34d1e21
69f76b79f3abb5e55126fc7f	2026-05-03 15:36:25+00	\N	conv-69f76b79f3abb5e55126fc7f	ended	2026-05-03 15:36:33+00	2026-05-03 15:37:24+00	2026-05-03 15:37:24+00	48.3	0	user_ended	600	missing	pending	68419e30ce2ac13ef8e8d8d2	6650c3d4e5f6a7b8c9d0e1f2	68645a4d26381522e34d1e21
69ea51d455743c2bd1dc806a	2026-04-23 17:07:32+00	\N	conv-69ea51d455743c2bd1dc806a	ended	2026-04-23 17:07:40+00	2026-04-23 17:07:50+00	2026-04-23 17:07:50+00	7.7	0	user_ended	600	missing	pending	683edcb87aa66d2c7ddf743f	6650c3d4e5f6a7b8c9d0e1f2	68645a4d26381522e34d1e21
69e94197b73cc27252920455	2026-04-22 21:45:59+00	\N	conv-69e94197b73cc27252920455	ended	2026-04-22 21:46:07+00	2026-04-22 21:47:09+00	2026-04-22 21:47:09+00	59	0	user_ended	600	missing	pending	683f418018dde6e5fd29f054	6650c3d4e5f6a7b8c9d0e1f2	68645a4d26381522e34d1e21
69e87142190548b8d3478840	2026-04-22 06:57:06+00	\N	conv-69e87142190548b8d3478840	ended	2026-04-22 06:57:14+00	2026-04-22 06:57:55+00	2026-04-22 06:57:55+00	38.2	2	reconnect_limit	600	missing	pending	683f418018dde6e5fd29f054	6650c3d4e5f6a7b8c9d0e1f2	68645a4d26381522e34d1e21
68f16474179e4569568ec9ea	2025-10-16 21:32:36+00	\N	conv-68f16474179e4569568ec9ea	ended	2025-10-16 21:32:44+00	2025-10-16 21:42:47+00	2025-10-16 21:42:47+00	600	0	timer_expired	600	available	complete	683e13283e3779b97f4a7c15	6650c3d4e5f6a7b8c9d0e1f2	6863e61bcd40bd47d95fe747
68eeb8aa7966cbafd7444dd5	2025-10-14 20:55:06+00	\N	conv-68eeb8aa7966cbafd7444dd5	ended	2025-10-14 20:55:14+00	2025-10-14 20:57:12+00	2025-10-14 20:57:12+00	35.4	1	user_ended	600	missing	pending	683e13283e3779b97f4a7c15	6650c3d4e5f6a7b8c9d0e1f2	6863e61bcd40bd47d95fe747
68ee91f0db2f51f657f9d1c0	2025-10-14 18:09:52+00	\N	conv-68ee91f0db2f51f657f9d1c0	ended	2025-10-14 18:10:00+00	2025-10-14 18:19:16+00	2025-10-14 18:19:16+00	511.7	0	user_ended	600	available	complete	683e77f0dc6ef372fe94f82a	6650c3d4e5f6a7b8c9d0e1f2	6863e61bcd40bd47d95fe747
69a9934c77ffc8605a8b8f7f	2026-03-05 14:29:32+00	\N	conv-69a9934c77ffc8605a8b8f7f	ended	2026-03-05 14:29:40+00	2026-03-05 14:31:40+00	2026-03-05 14:31:40+00	40	1	user_ended	600	missing	pending	68419e30ce2ac13ef8e8d8d2	6650c3d4e5f6a7b8c9d0e1f2	686371e97449656ccf72b06d
69a652e3d9c84ea6db41136a	2026-03-03 03:17:55+00	\N	conv-69a652e3d9c84ea6db41136a	ended	2026-03-03 03:18:03+00	2026-03-03 03:18:53+00	2026-03-03 03:18:53+00	47.5	0	user_ended	600	missing	pending	68419e30ce2ac13ef8e8d8d2	6650c3d4e5f6a7b8c9d0e1f2	686371e97449656ccf72b06d
69a55fdf3b90d4ed5bf69755	2026-03-02 10:01:03+00	\N	conv-69a55fdf3b90d4ed5bf69755	ended	2026-03-02 10:01:11+00	2026-03-02 10:07:33+00	2026-03-02 10:07:33+00	379.9	0	user_ended	600	available	complete	683e77f0dc6ef372fe94f82a	6650c3d4e5f6a7b8c9d0e1f2	686371e97449656ccf72b06d
69a523699d595b33dcac1b40	2026-03-02 05:43:05+00	\N	conv-69a523699d595b33dcac1b40	ended	2026-03-02 05:43:13+00	2026-03-02 05:43:54+00	2026-03-02 05:43:54+00	38.7	0	user_ended	600	missing	pending	683e13283e3779b97f4a7c15	6650c3d4e5f6a7b8c9d0e1f2	686371e97449656ccf72b06d
\.


--
-- Data for Name: students_standing; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.students_standing (sort_name, in_ledger, counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id, latest_graded_at, transcript_status, case_study_id, programme_set_id, tenant_id, user_id) FROM stdin;
arjun kulkarnikar	f	1	2026-03-13 11:04:20+00	0	\N	\N	\N	\N	6650e5f6a7b8c9d0e1f2a3b4	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
abdulbasit shagaya	f	1	2026-03-06 00:32:10+00	0	\N	\N	\N	\N	677c238033779b97f4a7c150	b5909a3e-74d9-7eb1-8d4d-f09c7cf30e3f	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
arjun kulkarnikar	f	1	2026-02-25 14:59:17+00	0	\N	\N	\N	\N	6776a0908c6ef372fe94f82a	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
nkechi lartey	f	0	\N	0	\N	\N	\N	\N	6776a0908c6ef372fe94f82a	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	685a4cbb26dc0867513cf707
abdulfatai wakilu	f	0	\N	0	\N	\N	\N	\N	6776a0908c6ef372fe94f82a	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	67e33767774fefaa6fb125e3
arjun kulkarnikar	f	2	2026-03-12 23:22:21+00	0	\N	\N	\N	\N	67776a20c8dde6e5fd29f054	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
тарас гриценко	f	0	\N	0	\N	\N	\N	\N	677e1b684a8cfc37711c2db9	f320441a-3c7c-a681-0708-606fef28d520	6650a1b2c3d4e5f6a7b8c9d0	679e2945003924168e3747f9
sade adeyinka	f	0	\N	0	\N	\N	\N	\N	6650e5f6a7b8c9d0e1f2a3b4	2a0ba878-3067-52a5-e58e-80a6e1e7fab1	6650a1b2c3d4e5f6a7b8c9d0	67b9013a4ec83e355527c962
nkechi lartey	f	0	\N	0	\N	\N	\N	\N	6777cee86715609f7c746c69	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	685a4cbb26dc0867513cf707
meseret gebreyes	f	0	\N	0	\N	\N	\N	\N	6650e5f6a7b8c9d0e1f2a3b4	ad52cb5a-b07c-d714-0694-ee0574c195ef	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
þorunn grunewald-bar	f	1	2026-06-08 18:39:38+00	0	\N	\N	\N	\N	677705582aa66d2c7ddf743f	a73b0121-f36c-3a1c-42af-93713e0c8176	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
meseret gebreyes	f	1	2026-03-18 19:33:21+00	0	\N	\N	\N	\N	677e1b684a8cfc37711c2db9	ad52cb5a-b07c-d714-0694-ee0574c195ef	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
цветана ямковии	f	0	\N	0	\N	\N	\N	\N	67789878a38454127b096493	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	6802d11815876963eefba1f8
abdulbasit shagaya	f	0	\N	0	\N	\N	\N	\N	6777cee86715609f7c746c69	b5909a3e-74d9-7eb1-8d4d-f09c7cf30e3f	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
meseret gebreyes	f	0	\N	0	\N	\N	\N	\N	677833b0054cda58fbbee87e	ad52cb5a-b07c-d714-0694-ee0574c195ef	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
þorunn grunewald-bar	f	1	2026-06-28 08:43:18+00	0	\N	\N	\N	\N	677e1b684a8cfc37711c2db9	a73b0121-f36c-3a1c-42af-93713e0c8176	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
тарас гриценко	f	1	2025-11-27 20:25:27+00	0	\N	\N	\N	\N	677c238033779b97f4a7c150	f320441a-3c7c-a681-0708-606fef28d520	6650a1b2c3d4e5f6a7b8c9d0	679e2945003924168e3747f9
meenakshi chattopadhyaya	t	0	\N	0	\N	\N	\N	\N	6780dce09e115049ec25924c	\N	6650a1b2c3d4e5f6a7b8c9d0	67d956433454b2f2f0cee22f
meenakshi chattopadhyaya	f	0	\N	0	\N	\N	\N	\N	67807818ffd9d6906cdb1637	\N	6650a1b2c3d4e5f6a7b8c9d0	67d956433454b2f2f0cee22f
abdulbasit shagaya	f	0	\N	0	\N	\N	\N	\N	677c8848d1af155173f23d65	b5909a3e-74d9-7eb1-8d4d-f09c7cf30e3f	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
gwenllian o'dwyer	f	1	2026-06-27 19:53:34+00	0	\N	\N	\N	\N	677ee4f886fbefaa6fb125e3	8baa40f4-5d18-e32c-dfef-904d60e11cbe	6650a1b2c3d4e5f6a7b8c9d0	67ba1a3e39c7b6bb7fb2b476
meenakshi chattopadhyaya	f	0	\N	0	\N	\N	\N	\N	678141a83c48ca036b700e61	\N	6650a1b2c3d4e5f6a7b8c9d0	67d956433454b2f2f0cee22f
hauwa maikudi	f	0	\N	0	\N	\N	\N	\N	683f418018dde6e5fd29f054	f9cce4ed-f391-a6bc-5361-8a542928e2fd	6650c3d4e5f6a7b8c9d0e1f2	68a2566770eb3ac9e78e35a3
thao bui	f	2	2026-04-14 23:26:20+00	2	73.0	69decd146085c815e0640295	2026-04-14 23:26:20+00	available	6780dce09e115049ec25924c	\N	6650a1b2c3d4e5f6a7b8c9d0	67b9bc92961d39397184661a
abdulfatai wakilu	f	1	2025-11-13 15:34:46+00	1	76.6	6915fa8e0efbea9bec4978c0	2025-11-13 15:34:46+00	available	677705582aa66d2c7ddf743f	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	67e33767774fefaa6fb125e3
abdulmumin karimova	f	2	2025-12-12 21:34:13+00	2	77.2	693c303b13815fd29c9072bf	2025-12-12 21:34:13+00	available	6777cee86715609f7c746c69	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	683fd2727bf76bca987ac3fa
gwenllian o'dwyer	f	1	2026-06-14 22:09:46+00	1	87.6	6a2f26a287941c0c6a8c91bf	2026-06-14 22:09:46+00	available	677bbeb8954021de755d453b	8baa40f4-5d18-e32c-dfef-904d60e11cbe	6650a1b2c3d4e5f6a7b8c9d0	67ba1a3e39c7b6bb7fb2b476
abdulwahab umar	f	1	2026-06-04 08:49:30+00	1	68.2	6a213c1a8c6ef372fe94f82a	2026-06-04 08:49:30+00	available	6650e5f6a7b8c9d0e1f2a3b4	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	6650a1b2c3d4e5f6a7b8c9d0
abdulmumin karimova	f	1	2025-12-11 02:11:05+00	1	87.2	693a28317549e6191d45f6aa	2025-12-11 02:11:05+00	available	67796208dff34785799e5cbd	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	683fd2727bf76bca987ac3fa
arjun kulkarnikar	f	1	2026-03-21 05:56:43+00	1	60.0	69be33133a82b48370abe6bc	2026-03-21 05:56:43+00	available	67807818ffd9d6906cdb1637	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
þorunn grunewald-bar	f	1	2026-06-06 11:30:15+00	1	60.7	6a2404bf9d61d2d133fd6a00	2026-06-06 11:30:15+00	available	677c8848d1af155173f23d65	a73b0121-f36c-3a1c-42af-93713e0c8176	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
abdulmumin karimova	f	1	2025-12-01 00:39:51+00	1	61.7	692ce3cf38daf2a61eb0fe80	2025-12-01 00:39:51+00	available	6776a0908c6ef372fe94f82a	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	683fd2727bf76bca987ac3fa
sade adeyinka	f	1	2026-05-26 14:32:34+00	1	75.5	6a15aefaed0f8d5549f25880	2026-05-26 14:32:34+00	available	677af52858d12e6b76c84d11	2a0ba878-3067-52a5-e58e-80a6e1e7fab1	6650a1b2c3d4e5f6a7b8c9d0	67b9013a4ec83e355527c962
gwenllian o'dwyer	f	1	2026-06-23 02:18:16+00	1	86.5	6a39ece0c4030f7f692189e9	2026-06-23 02:18:16+00	available	677b59f0f708a824f612c926	8baa40f4-5d18-e32c-dfef-904d60e11cbe	6650a1b2c3d4e5f6a7b8c9d0	67ba1a3e39c7b6bb7fb2b476
nkechi igbokwe	f	2	2026-04-10 03:33:25+00	1	76.3	69d83c0f2c27d3091aa8af54	2026-04-09 23:53:59+00	partial	6777cee86715609f7c746c69	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	67f9ab4c19e127b08c75fafc
garba kwaru	f	2	2026-02-11 07:30:30+00	2	82.0	697e41867aedfbb51c915dc0	2026-02-11 07:30:30+00	available	677d51d80e1e08c47287358f	42429191-73b9-e626-fdcc-8582dd7cad32	6650a1b2c3d4e5f6a7b8c9d0	67d89aebecffb7eed4724577
folake fagbemi	f	2	2026-05-19 08:16:49+00	2	84.7	6a0c1c693de7e1b2440ce47f	2026-05-19 08:16:49+00	available	6650c3d4e5f6a7b8c9d0e1f2	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	6898096dd4a105d21718b5c1
nkechi lartey	f	2	2026-01-24 13:24:40+00	1	55.9	6966e3166ae000ba4c67b214	2026-01-14 00:28:14+00	partial	677833b0054cda58fbbee87e	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	685a4cbb26dc0867513cf707
meseret gebreyes	f	1	2026-03-24 00:04:24+00	1	57.5	69c1d50089a8f532118be93c	2026-03-24 00:04:24+00	available	67807818ffd9d6906cdb1637	ad52cb5a-b07c-d714-0694-ee0574c195ef	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
jamilu dogarai	f	1	2025-06-12 01:40:45+00	1	77.6	684a3015a0a7a68b3da93d95	2025-06-12 01:40:45+00	available	677bbeb8954021de755d453b	b5909a3e-74d9-7eb1-8d4d-f09c7cf30e3f	6650a1b2c3d4e5f6a7b8c9d0	67b8a38eab1dc0b346f97b06
abdulbasit shagaya	f	2	2026-04-18 08:24:11+00	1	93.2	69e33fa318d6b1c8efa0a9fd	2026-04-18 08:24:11+00	available	677b59f0f708a824f612c926	b5909a3e-74d9-7eb1-8d4d-f09c7cf30e3f	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
sade adeyinka	f	1	2026-06-23 20:59:59+00	1	66.0	6a3af3c70424edf4c666c4e9	2026-06-23 20:59:59+00	available	6776a0908c6ef372fe94f82a	2a0ba878-3067-52a5-e58e-80a6e1e7fab1	6650a1b2c3d4e5f6a7b8c9d0	67b9013a4ec83e355527c962
þorunn grunewald-bar	f	2	2026-06-27 09:25:54+00	1	72.3	6a3f971a52aead2a2fbc527e	2026-06-27 09:25:54+00	available	67807818ffd9d6906cdb1637	a73b0121-f36c-3a1c-42af-93713e0c8176	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
garba kwaru	f	1	2026-02-24 19:45:39+00	1	77.9	699dffdbce724fc7979ac253	2026-02-24 19:45:39+00	available	67807818ffd9d6906cdb1637	42429191-73b9-e626-fdcc-8582dd7cad32	6650a1b2c3d4e5f6a7b8c9d0	67d89aebecffb7eed4724577
иордан dogarai	f	2	2026-05-26 04:21:37+00	1	81.6	6a0f0e14fce11ed98188e355	2026-05-21 13:52:28+00	partial	677ee4f886fbefaa6fb125e3	f9054477-1a9d-b98d-ca0e-02f5264d69a7	6650a1b2c3d4e5f6a7b8c9d0	679dcb995c8ea6948008f99d
иордан dogarai	f	1	2026-05-21 06:36:46+00	1	75.1	6a0ea7f65ea9a520023e6740	2026-05-21 06:36:46+00	available	6650e5f6a7b8c9d0e1f2a3b4	f9054477-1a9d-b98d-ca0e-02f5264d69a7	6650a1b2c3d4e5f6a7b8c9d0	679dcb995c8ea6948008f99d
jamilu dogarai	f	2	2025-06-22 00:55:56+00	2	90.5	68501ac83edf2044bcf3b9aa	2025-06-22 00:55:56+00	available	677c8848d1af155173f23d65	b5909a3e-74d9-7eb1-8d4d-f09c7cf30e3f	6650a1b2c3d4e5f6a7b8c9d0	67b8a38eab1dc0b346f97b06
meseret gebreyes	f	2	2026-02-27 00:33:09+00	1	70.7	69a0e63d7293949295177cd3	2026-02-27 00:33:09+00	available	67776a20c8dde6e5fd29f054	ad52cb5a-b07c-d714-0694-ee0574c195ef	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
abdulwahab umar	f	1	2025-04-03 15:00:00+00	1	75.0	6650d4e5f6a7b8c9d0e1f2a3	2025-04-03 15:00:00+00	available	6650c3d4e5f6a7b8c9d0e1f2	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	6650a1b2c3d4e5f6a7b8c9d0
gwenllian o'dwyer	f	1	2026-06-09 05:17:52+00	1	76.7	6a27a1f84b2528996bf79995	2026-06-09 05:17:52+00	available	677e8030e8c475f0f066a9ce	8baa40f4-5d18-e32c-dfef-904d60e11cbe	6650a1b2c3d4e5f6a7b8c9d0	67ba1a3e39c7b6bb7fb2b476
nkechi lartey	f	1	2026-01-04 01:58:11+00	1	67.3	6959c92bf20219d44f3dc1c0	2026-01-04 01:58:11+00	available	67776a20c8dde6e5fd29f054	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	685a4cbb26dc0867513cf707
meseret gebreyes	f	2	2026-02-21 18:33:39+00	1	63.9	698aa88ef9b5adac97ed8c7f	2026-02-10 03:40:06+00	partial	6778fd4041bbcdcbfa53e0a8	ad52cb5a-b07c-d714-0694-ee0574c195ef	6650a1b2c3d4e5f6a7b8c9d0	679a808d9b903d0200683861
abdulfatai wakilu	f	1	2025-11-17 12:56:31+00	1	66.6	691b1b77ad3364556b93f4d5	2025-11-17 12:56:31+00	available	6778fd4041bbcdcbfa53e0a8	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	67e33767774fefaa6fb125e3
nkechi igbokwe	f	2	2026-04-08 22:12:41+00	2	74.2	69d6d2d18df0594f9b5e333f	2026-04-08 22:12:41+00	available	677705582aa66d2c7ddf743f	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	67f9ab4c19e127b08c75fafc
nkechi igbokwe	f	2	2026-03-27 23:29:13+00	1	58.1	69c4e64ab349ec231d7ebf00	2026-03-26 07:54:58+00	partial	677833b0054cda58fbbee87e	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	67f9ab4c19e127b08c75fafc
цветана ямковии	f	1	2025-11-27 23:47:39+00	1	70.0	6928e31352273354baa7667e	2025-11-27 23:47:39+00	available	6779c6d07e2ac13ef8e8d8d2	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	6802d11815876963eefba1f8
arjun kulkarnikar	f	1	2026-03-03 05:17:41+00	1	73.9	69a66eed48c6e6b776580614	2026-03-03 05:17:41+00	available	67789878a38454127b096493	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
folake fagbemi	f	2	2026-05-14 18:14:49+00	2	87.2	6a0611110178ee3f4577ec55	2026-05-14 18:14:49+00	available	6776a0908c6ef372fe94f82a	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	6898096dd4a105d21718b5c1
jamilu dogarai	f	1	2025-06-22 09:31:14+00	1	69.9	6857cd5a19858d713ad32de9	2025-06-22 09:31:14+00	available	6777cee86715609f7c746c69	b5909a3e-74d9-7eb1-8d4d-f09c7cf30e3f	6650a1b2c3d4e5f6a7b8c9d0	67b8a38eab1dc0b346f97b06
цветана ямковии	f	2	2025-11-14 19:45:19+00	1	79.7	691786c77780c6283cc7f23f	2025-11-14 19:45:19+00	available	6777cee86715609f7c746c69	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	6802d11815876963eefba1f8
nkechi lartey	t	2	2026-01-12 05:15:20+00	2	73.2	695d2b002e710d474dd2b9ea	2026-01-12 05:15:20+00	available	67796208dff34785799e5cbd	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	685a4cbb26dc0867513cf707
abduljalil bukar	t	2	2025-11-24 14:31:33+00	0	\N	\N	\N	\N	67796208dff34785799e5cbd	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	67e21e638c50772445263acf
nkechi igbokwe	t	1	2026-04-10 13:32:18+00	1	75.2	69d8fbda6896c67c193da77e	2026-04-10 13:32:18+00	available	67796208dff34785799e5cbd	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	67f9ab4c19e127b08c75fafc
ebere nwachukwu	t	2	2026-04-27 13:35:16+00	2	75.1	69ef660c4eae045445bcca95	2026-04-27 13:35:16+00	available	67796208dff34785799e5cbd	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	68b6ea5009d5da2a6b19c93a
adwoa owusu-darko	t	0	\N	0	\N	\N	\N	\N	6650e5f6a7b8c9d0e1f2a3b4	8b9166d6-8cd8-d29d-80de-eec918f04b80	6650a1b2c3d4e5f6a7b8c9d0	68b706704644cd9d69aec164
abdulbasit shagaya	t	2	2026-03-23 21:31:16+00	2	88.1	69b57fe06389d76ff3e1c17f	2026-03-23 21:31:16+00	available	677bbeb8954021de755d453b	b5909a3e-74d9-7eb1-8d4d-f09c7cf30e3f	6650a1b2c3d4e5f6a7b8c9d0	67a17451c1378da90dd80935
abdulmumin karimova	t	0	\N	0	\N	\N	\N	\N	6778fd4041bbcdcbfa53e0a8	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	683fd2727bf76bca987ac3fa
sade adeyinka	t	0	\N	0	\N	\N	\N	\N	6777cee86715609f7c746c69	2a0ba878-3067-52a5-e58e-80a6e1e7fab1	6650a1b2c3d4e5f6a7b8c9d0	67b9013a4ec83e355527c962
folake fagbemi	t	0	\N	0	\N	\N	\N	\N	677833b0054cda58fbbee87e	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	6898096dd4a105d21718b5c1
цветана ямковии	t	1	2025-10-15 11:07:44+00	1	69.5	68ef80789cda58fbbee87e00	2025-10-15 11:07:44+00	available	677705582aa66d2c7ddf743f	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	6802d11815876963eefba1f8
þorunn grunewald-bar	t	2	2026-06-07 18:08:06+00	0	\N	\N	\N	\N	677f49c025336963eefba1f8	a73b0121-f36c-3a1c-42af-93713e0c8176	6650a1b2c3d4e5f6a7b8c9d0	67fe6d086989874b44cff5a8
иордан dogarai	t	1	2026-05-26 09:11:24+00	1	81.3	6a1563b43950124c801ddb7f	2026-05-26 09:11:24+00	available	6777cee86715609f7c746c69	f9054477-1a9d-b98d-ca0e-02f5264d69a7	6650a1b2c3d4e5f6a7b8c9d0	679dcb995c8ea6948008f99d
иордан dogarai	t	2	2026-06-05 03:19:00+00	0	\N	\N	\N	\N	6776a0908c6ef372fe94f82a	f9054477-1a9d-b98d-ca0e-02f5264d69a7	6650a1b2c3d4e5f6a7b8c9d0	679dcb995c8ea6948008f99d
meenakshi venkataraman	t	3	2026-03-03 09:21:02+00	3	73.0	699250db22981c3af3d34940	2026-03-03 09:21:02+00	available	6778fd4041bbcdcbfa53e0a8	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	68b6dc406b9e6070ebcf4d25
garba kwaru	t	2	2026-02-17 08:50:35+00	2	80.0	69942bd392035c549905ca29	2026-02-17 08:50:35+00	available	677ced106fe68f0af33cb97a	42429191-73b9-e626-fdcc-8582dd7cad32	6650a1b2c3d4e5f6a7b8c9d0	67d89aebecffb7eed4724577
arjun kulkarnikar	t	0	\N	0	\N	\N	\N	\N	6778fd4041bbcdcbfa53e0a8	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	67db884b0a53a3ff45e4b857
abdulfatai wakilu	t	2	2025-11-26 15:15:05+00	1	58.0	6927197187d9d181e9736914	2025-11-26 15:15:05+00	available	67789878a38454127b096493	7fe7ee1b-daff-c0ad-a0d1-78ee0195dc20	6650a1b2c3d4e5f6a7b8c9d0	67e33767774fefaa6fb125e3
somto maduka	t	3	2026-03-03 09:19:57+00	3	85.7	69a6a7b57ac3ec6d97a64bea	2026-03-03 09:19:57+00	available	677833b0054cda58fbbee87e	9ad8e215-88ac-101a-876b-214f04a50f1e	6650a1b2c3d4e5f6a7b8c9d0	68b6f860a80d53e3ea64454f
тарас гриценко	f	0	\N	0	\N	\N	\N	\N	683e13283e3779b97f4a7c15	f39a3375-2b11-a3ac-fdf3-a1b60303eb3f	6650c3d4e5f6a7b8c9d0e1f2	6865b6e3311e1cb40114c2af
priya bhattarai	f	0	\N	0	\N	\N	\N	\N	683f418018dde6e5fd29f054	12406b46-eb23-253d-62a3-22702bb54264	6650c3d4e5f6a7b8c9d0e1f2	68645a4d26381522e34d1e21
priya bhattarai	f	0	\N	0	\N	\N	\N	\N	68419e30ce2ac13ef8e8d8d2	12406b46-eb23-253d-62a3-22702bb54264	6650c3d4e5f6a7b8c9d0e1f2	68645a4d26381522e34d1e21
hauwa maikudi	f	1	2026-05-11 11:27:01+00	0	\N	\N	\N	\N	683edcb87aa66d2c7ddf743f	f9cce4ed-f391-a6bc-5361-8a542928e2fd	6650c3d4e5f6a7b8c9d0e1f2	68a2566770eb3ac9e78e35a3
ɛsi amenyo	f	0	\N	0	\N	\N	\N	\N	68419e30ce2ac13ef8e8d8d2	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2	686371e97449656ccf72b06d
priya bhattarai	f	0	\N	0	\N	\N	\N	\N	683edcb87aa66d2c7ddf743f	12406b46-eb23-253d-62a3-22702bb54264	6650c3d4e5f6a7b8c9d0e1f2	68645a4d26381522e34d1e21
ɛsi amenyo	f	0	\N	0	\N	\N	\N	\N	683e13283e3779b97f4a7c15	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2	686371e97449656ccf72b06d
тарас гриценко	f	0	\N	0	\N	\N	\N	\N	683fa648b715609f7c746c69	f39a3375-2b11-a3ac-fdf3-a1b60303eb3f	6650c3d4e5f6a7b8c9d0e1f2	6865b6e3311e1cb40114c2af
uzoma шепітько	f	1	2025-12-13 19:43:53+00	1	70.6	693dc1f163f3d2044f2fd5d4	2025-12-13 19:43:53+00	available	683e77f0dc6ef372fe94f82a	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
тарас гриценко	f	2	2025-12-14 01:55:50+00	1	71.6	693e191e0ef6207343c5a3ea	2025-12-14 01:55:50+00	available	68400b10554cda58fbbee87e	f39a3375-2b11-a3ac-fdf3-a1b60303eb3f	6650c3d4e5f6a7b8c9d0e1f2	6865b6e3311e1cb40114c2af
ɛsi amenyo	f	1	2026-03-02 10:01:11+00	1	70.2	69a55fdf3b90d4ed5bf69755	2026-03-02 10:01:11+00	available	683e77f0dc6ef372fe94f82a	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2	686371e97449656ccf72b06d
meenakshi iyer-menon	f	2	2026-03-30 12:17:03+00	1	79.7	69ca69b7934a32ee4d2a36ea	2026-03-30 12:17:03+00	available	683e13283e3779b97f4a7c15	37c5ac56-0e8f-4854-b1b8-43c40b0552bf	6650c3d4e5f6a7b8c9d0e1f2	6864ce7f7f2f6cfded3a54fb
abdulmalik gambo	f	1	2026-05-20 09:55:04+00	1	91.2	6a0d84f0a000000000000000	2026-05-20 09:55:04+00	available	683dae60a000000000000000	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2	684c9f609054000000000000
meenakshi iyer-menon	f	1	2026-04-19 04:50:50+00	1	67.0	69e45f226df0a01acb09ab29	2026-04-19 04:50:50+00	available	68419e30ce2ac13ef8e8d8d2	37c5ac56-0e8f-4854-b1b8-43c40b0552bf	6650c3d4e5f6a7b8c9d0e1f2	6864ce7f7f2f6cfded3a54fb
uzoma шепітько	f	2	2026-01-08 17:57:05+00	1	65.5	695fefe93e9a3f30cd0f4a13	2026-01-08 17:57:05+00	available	683dae60a000000000000000	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
kabiru wakili	f	1	2025-10-14 18:10:00+00	1	62.2	68ee91f0db2f51f657f9d1c0	2025-10-14 18:10:00+00	available	683e77f0dc6ef372fe94f82a	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2	6863e61bcd40bd47d95fe747
uzoma шепітько	f	2	2026-01-18 05:11:17+00	1	80.8	696c6b6d1940ac5d4aeebe52	2026-01-18 05:11:17+00	available	68419e30ce2ac13ef8e8d8d2	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
kabiru wakili	f	1	2025-10-16 21:32:44+00	1	56.3	68f16474179e4569568ec9ea	2025-10-16 21:32:44+00	available	683e13283e3779b97f4a7c15	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2	6863e61bcd40bd47d95fe747
uzoma шепітько	t	1	2025-12-02 00:10:22+00	0	\N	\N	\N	\N	683e13283e3779b97f4a7c15	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2	688440befd8057ac79481796
hanh nguyen	t	3	2026-03-03 09:22:52+00	3	79.5	69a63cc72b22c1efecd59795	2026-03-03 09:22:52+00	available	683dae60a000000000000000	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2	68b6f860f007ad20d9b62c6e
mojisola oyedipo	t	2	2026-03-03 10:26:51+00	2	77.5	69a376f9ff0cd9d69aec1640	2026-03-03 10:26:51+00	available	683e77f0dc6ef372fe94f82a	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2	68b6ea5051d033675a6bb059
hauwa maikudi	t	2	2026-05-30 14:36:47+00	2	82.2	6a1af5f7dce413196001d529	2026-05-30 14:36:47+00	available	68406fd8f38454127b096493	f9cce4ed-f391-a6bc-5361-8a542928e2fd	6650c3d4e5f6a7b8c9d0e1f2	68a2566770eb3ac9e78e35a3
νικος βλαχιδη	t	0	\N	0	\N	\N	\N	\N	683e13283e3779b97f4a7c15	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2	68b706708e3f26da5900a883
dawit 赵	t	3	2026-03-03 09:21:15+00	3	78.4	699b9cfb712e6b76c84d1100	2026-03-03 09:21:15+00	available	68406fd8f38454127b096493	27664e29-0bcb-aa11-6887-d27ffecbc530	6650c3d4e5f6a7b8c9d0e1f2	68b6dc40b398b9addb213444
maria del carmen καραμπετσος	t	1	2026-06-14 02:17:09+00	1	93.1	6a2e0f1da8a824f612c92600	2026-06-14 02:17:09+00	available	683e77f0dc6ef372fe94f82a	d5514369-8306-050c-974f-e9e755738f37	6650c3d4e5f6a7b8c9d0e1f2	68b714802c76a093d84b2498
\.


--
-- Data for Name: students_standingcount; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.students_standingcount (id, transcript_status, day, ticket, n, tenant_id) FROM stdin;
1	available	2025-04-03	0	1	6650a1b2c3d4e5f6a7b8c9d0
13	available	2025-06-22	0	2	6650a1b2c3d4e5f6a7b8c9d0
10	available	2025-06-12	0	1	6650a1b2c3d4e5f6a7b8c9d0
42	available	2025-10-15	0	1	6650a1b2c3d4e5f6a7b8c9d0
63	available	2025-11-13	0	1	6650a1b2c3d4e5f6a7b8c9d0
64	available	2025-11-14	0	1	6650a1b2c3d4e5f6a7b8c9d0
72	available	2025-12-01	0	1	6650a1b2c3d4e5f6a7b8c9d0
78	available	2025-12-12	0	1	6650a1b2c3d4e5f6a7b8c9d0
66	available	2025-11-17	0	1	6650a1b2c3d4e5f6a7b8c9d0
69	available	2025-11-26	0	1	6650a1b2c3d4e5f6a7b8c9d0
70	available	2025-11-27	0	1	6650a1b2c3d4e5f6a7b8c9d0
77	available	2025-12-11	0	1	6650a1b2c3d4e5f6a7b8c9d0
117	available	2026-02-17	0	1	6650a1b2c3d4e5f6a7b8c9d0
90	available	2026-01-04	0	1	6650a1b2c3d4e5f6a7b8c9d0
93	available	2026-01-12	0	1	6650a1b2c3d4e5f6a7b8c9d0
112	available	2026-02-11	0	1	6650a1b2c3d4e5f6a7b8c9d0
125	available	2026-02-27	0	1	6650a1b2c3d4e5f6a7b8c9d0
122	available	2026-02-24	0	1	6650a1b2c3d4e5f6a7b8c9d0
129	available	2026-03-03	0	3	6650a1b2c3d4e5f6a7b8c9d0
145	available	2026-03-21	0	1	6650a1b2c3d4e5f6a7b8c9d0
147	available	2026-03-23	0	1	6650a1b2c3d4e5f6a7b8c9d0
148	available	2026-03-24	0	1	6650a1b2c3d4e5f6a7b8c9d0
161	available	2026-04-08	0	1	6650a1b2c3d4e5f6a7b8c9d0
163	available	2026-04-10	0	1	6650a1b2c3d4e5f6a7b8c9d0
167	available	2026-04-14	0	1	6650a1b2c3d4e5f6a7b8c9d0
171	available	2026-04-18	0	1	6650a1b2c3d4e5f6a7b8c9d0
180	available	2026-04-27	0	1	6650a1b2c3d4e5f6a7b8c9d0
197	available	2026-05-14	0	1	6650a1b2c3d4e5f6a7b8c9d0
202	available	2026-05-19	0	1	6650a1b2c3d4e5f6a7b8c9d0
204	available	2026-05-21	0	1	6650a1b2c3d4e5f6a7b8c9d0
209	available	2026-05-26	0	2	6650a1b2c3d4e5f6a7b8c9d0
218	available	2026-06-04	0	1	6650a1b2c3d4e5f6a7b8c9d0
220	available	2026-06-06	0	1	6650a1b2c3d4e5f6a7b8c9d0
223	available	2026-06-09	0	1	6650a1b2c3d4e5f6a7b8c9d0
228	available	2026-06-14	0	1	6650a1b2c3d4e5f6a7b8c9d0
237	available	2026-06-23	0	2	6650a1b2c3d4e5f6a7b8c9d0
267	partial	2026-01-14	0	1	6650a1b2c3d4e5f6a7b8c9d0
271	partial	2026-02-10	0	1	6650a1b2c3d4e5f6a7b8c9d0
241	available	2026-06-27	0	1	6650a1b2c3d4e5f6a7b8c9d0
281	partial	2026-03-26	0	1	6650a1b2c3d4e5f6a7b8c9d0
286	partial	2026-04-09	0	1	6650a1b2c3d4e5f6a7b8c9d0
316	available	2025-10-14	0	1	6650c3d4e5f6a7b8c9d0e1f2
317	available	2025-10-16	0	1	6650c3d4e5f6a7b8c9d0e1f2
303	partial	2026-05-21	0	1	6650a1b2c3d4e5f6a7b8c9d0
323	available	2025-12-13	0	1	6650c3d4e5f6a7b8c9d0e1f2
324	available	2025-12-14	0	1	6650c3d4e5f6a7b8c9d0e1f2
330	available	2026-01-18	0	1	6650c3d4e5f6a7b8c9d0e1f2
339	available	2026-03-02	0	1	6650c3d4e5f6a7b8c9d0e1f2
349	available	2026-03-30	0	1	6650c3d4e5f6a7b8c9d0e1f2
328	available	2026-01-08	0	1	6650c3d4e5f6a7b8c9d0e1f2
340	available	2026-03-03	0	3	6650c3d4e5f6a7b8c9d0e1f2
359	available	2026-04-19	0	1	6650c3d4e5f6a7b8c9d0e1f2
379	available	2026-05-20	0	1	6650c3d4e5f6a7b8c9d0e1f2
387	available	2026-05-30	0	1	6650c3d4e5f6a7b8c9d0e1f2
402	available	2026-06-14	0	1	6650c3d4e5f6a7b8c9d0e1f2
\.


--
-- Data for Name: students_studentcount; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.students_studentcount (id, programme, gram, status, dated, day, ticket, n, tenant_id) FROM stdin;
1			ACTIVE	f	\N	0	21	6650a1b2c3d4e5f6a7b8c9d0
2			ACTIVE	t	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
3			INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
4			INACTIVE	t	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
5		 	ACTIVE	f	\N	0	21	6650a1b2c3d4e5f6a7b8c9d0
6		 	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
7		 a	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
9		 b	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
10		 b	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
11		 c	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
13		 d	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
14		 d	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
17		 f	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
18		 g	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
19		 g	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
21		 i	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
24		 k	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
25		 k	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
26		 l	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
27		 m	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
28		 n	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
30		 o	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
31		 o	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
33		 p	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
40		 u	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
41		 v	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
42		 w	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
79		 г	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
82		 й	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
86		 я	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
78		 г	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
112		'	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
117		'd	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
118		-	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
122		-b	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
124		-d	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
137		.	ACTIVE	f	\N	0	21	6650a1b2c3d4e5f6a7b8c9d0
138		.	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
145		.d	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
146		.d	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
147		.e	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
148		.e	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
182		25	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
149		.f	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
154		.j	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
156		.k	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
158		.m	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
159		.m	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
162		.o	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
168		.s	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
171		.u	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
176		.y	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
180		2	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
186		5	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
188		5@	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
195		@m	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
203		_b	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
193		@	ACTIVE	f	\N	0	21	6650a1b2c3d4e5f6a7b8c9d0
194		@	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
196		@s	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
197		@s	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
198		_	ACTIVE	f	\N	0	6	6650a1b2c3d4e5f6a7b8c9d0
199		_	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
202		_b	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
204		_c	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
215		_k	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
216		_l	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
220		_o	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
228		_w	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
230		_y	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
234		a	ACTIVE	f	\N	0	21	6650a1b2c3d4e5f6a7b8c9d0
235		a	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
236		a 	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
238		a.	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
241		a@	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
242		a@	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
243		a_	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
247		ab	ACTIVE	f	\N	0	6	6650a1b2c3d4e5f6a7b8c9d0
248		ab	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
249		ac	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
251		ad	ACTIVE	f	\N	0	4	6650a1b2c3d4e5f6a7b8c9d0
256		ag	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
258		ah	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
260		ai	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
261		ai	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
263		ak	ACTIVE	f	\N	0	4	6650a1b2c3d4e5f6a7b8c9d0
264		ak	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
265		al	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
267		am	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
268		am	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
269		an	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
270		an	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
272		ao	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
276		ar	ACTIVE	f	\N	0	10	6650a1b2c3d4e5f6a7b8c9d0
277		ar	INACTIVE	f	\N	0	4	6650a1b2c3d4e5f6a7b8c9d0
278		as	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
279		as	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
280		at	ACTIVE	f	\N	0	4	6650a1b2c3d4e5f6a7b8c9d0
285		ay	ACTIVE	f	\N	0	4	6650a1b2c3d4e5f6a7b8c9d0
327		bù	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
297		b	ACTIVE	f	\N	0	11	6650a1b2c3d4e5f6a7b8c9d0
298		b	INACTIVE	f	\N	0	4	6650a1b2c3d4e5f6a7b8c9d0
299		b 	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
303		ba	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
305		bd	ACTIVE	f	\N	0	6	6650a1b2c3d4e5f6a7b8c9d0
306		bd	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
307		be	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
313		bo	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
316		br	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
317		bu	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
318		bu	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
323		bä	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
328		bẹ	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
331		c	ACTIVE	f	\N	0	5	6650a1b2c3d4e5f6a7b8c9d0
340		ch	ACTIVE	f	\N	0	5	6650a1b2c3d4e5f6a7b8c9d0
350		d	ACTIVE	f	\N	0	21	6650a1b2c3d4e5f6a7b8c9d0
351		d	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
356		d-	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
362		da	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
367		de	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
368		de	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
369		dh	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
370		di	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
407		eb	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
374		do	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
375		do	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
379		du	ACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
380		du	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
381		dw	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
382		dw	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
386		dé	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
391		dị	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
392		dụ	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
393		e	ACTIVE	f	\N	0	21	6650a1b2c3d4e5f6a7b8c9d0
394		e	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
395		e 	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
398		e.	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
401		e@	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
404		ea	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
406		eb	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
413		ee	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
408		ec	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
412		ee	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
414		ef	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
416		eh	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
424		em	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
425		em	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
426		en	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
427		en	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
432		er	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
433		er	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
435		es	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
436		et	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
437		et	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
441		ew	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
442		ex	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
443		ex	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
444		ey	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
471		g 	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
445		ey	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
452		f	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
454		f 	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
455		f.	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
458		fa	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
462		fo	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
465		fá	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
467		fọ	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
468		g	ACTIVE	f	\N	0	6	6650a1b2c3d4e5f6a7b8c9d0
469		g	INACTIVE	f	\N	0	4	6650a1b2c3d4e5f6a7b8c9d0
476		ga	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
477		ga	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
478		gb	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
482		ge	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
497		gw	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
492		gr	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
507		h	ACTIVE	f	\N	0	11	6650a1b2c3d4e5f6a7b8c9d0
508		h	INACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
516		ha	ACTIVE	f	\N	0	4	6650a1b2c3d4e5f6a7b8c9d0
517		ha	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
529		hr	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
538		hư	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
541		hả	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
550		i2	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
521		hi	ACTIVE	f	\N	0	5	6650a1b2c3d4e5f6a7b8c9d0
523		hm	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
525		ho	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
530		hu	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
531		hy	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
543		i	ACTIVE	f	\N	0	17	6650a1b2c3d4e5f6a7b8c9d0
544		i	INACTIVE	f	\N	0	4	6650a1b2c3d4e5f6a7b8c9d0
545		i 	ACTIVE	f	\N	0	5	6650a1b2c3d4e5f6a7b8c9d0
547		i.	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
548		i.	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
551		i@	ACTIVE	f	\N	0	4	6650a1b2c3d4e5f6a7b8c9d0
553		i_	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
555		ia	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
556		ia	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
560		id	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
564		ig	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
566		ii	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
567		ik	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
569		il	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
570		il	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
572		im	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
573		in	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
574		in	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
581		is	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
583		it	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
586		iv	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
587		iw	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
601		j	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
602		j	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
603		ja	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
604		ja	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
608		ji	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
611		ju	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
614		jí	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
617		k	ACTIVE	f	\N	0	15	6650a1b2c3d4e5f6a7b8c9d0
618		k	INACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
626		ka	ACTIVE	f	\N	0	5	6650a1b2c3d4e5f6a7b8c9d0
627		ka	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
629		ke	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
642		kr	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
648		kw	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
630		ke	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
634		ki	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
639		ko	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
640		ko	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
644		ks	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
645		ku	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
647		kw	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
650		ká	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
653		ké	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
655		kẹ	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
658		l	ACTIVE	f	\N	0	21	6650a1b2c3d4e5f6a7b8c9d0
659		l	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
660		l 	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
681		lh	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
668		l_	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
670		la	ACTIVE	f	\N	0	4	6650a1b2c3d4e5f6a7b8c9d0
672		lb	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
674		ld	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
676		le	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
677		le	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
678		lf	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
682		li	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
683		li	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
684		lj	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
685		lk	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
688		ll	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
690		lm	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
694		ls	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
696		lu	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
697		lu	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
698		lw	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
703		lá	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
732		mk	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
711		m	ACTIVE	f	\N	0	21	6650a1b2c3d4e5f6a7b8c9d0
712		m	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
713		m 	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
714		m 	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
717		m@	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
720		ma	ACTIVE	f	\N	0	5	6650a1b2c3d4e5f6a7b8c9d0
726		me	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
727		me	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
729		mi	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
730		mi	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
731		mk	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
734		mo	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
735		mo	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
736		mp	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
737		mp	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
739		mt	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
741		mu	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
747		n	ACTIVE	f	\N	0	21	6650a1b2c3d4e5f6a7b8c9d0
748		n	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
749		n 	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
750		n 	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
756		n.	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
757		n@	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
760		n_	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
761		na	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
768		ne	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
770		ng	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
771		ng	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
773		ni	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
777		nk	ACTIVE	f	\N	0	5	6650a1b2c3d4e5f6a7b8c9d0
778		nk	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
780		nl	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
782		nn	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
786		nt	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
787		nt	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
789		nw	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
797		o	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
798		o	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
800		o 	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
802		o'	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
804		o.	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
805		o.	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
808		o@	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
809		o@	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
811		o_	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
812		oa	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
816		od	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
820		og	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
821		og	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
825		oj	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
826		ok	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
827		ol	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
829		om	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
834		op	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
835		or	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
840		ou	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
842		ov	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
843		ov	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
844		ow	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
858		p	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
859		p	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
860		pa	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
864		ph	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
867		pl	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
868		pl	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
880		r	ACTIVE	f	\N	0	12	6650a1b2c3d4e5f6a7b8c9d0
881		r	INACTIVE	f	\N	0	6	6650a1b2c3d4e5f6a7b8c9d0
882		r 	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
888		r@	ACTIVE	f	\N	0	4	6650a1b2c3d4e5f6a7b8c9d0
914		ru	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
916		ry	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
889		r@	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
892		ra	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
893		ra	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
894		rb	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
896		rd	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
897		re	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
898		re	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
901		ri	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
902		ri	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
903		rj	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
905		rk	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
907		rn	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
911		rs	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
912		rt	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
913		ru	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
924		rü	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
930		s	ACTIVE	f	\N	0	21	6650a1b2c3d4e5f6a7b8c9d0
931		s	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
934		s.	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
935		s.	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
939		sa	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
942		se	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
943		se	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
945		sh	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
946		sh	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
947		si	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
954		so	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
959		st	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
960		st	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
961		su	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
980		t@	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
963		sv	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
973		sọ	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
974		t	ACTIVE	f	\N	0	21	6650a1b2c3d4e5f6a7b8c9d0
975		t	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
976		t 	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
977		t 	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
983		ta	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
984		ta	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
985		te	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
987		th	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
988		th	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
993		to	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
997		ts	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
998		ts	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
999		tt	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1003		ty	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1020		u2	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1001		tu	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
1002		tu	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
1011		tọ	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1012		u	ACTIVE	f	\N	0	21	6650a1b2c3d4e5f6a7b8c9d0
1013		u	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
1015		u 	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1016		u-	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1018		u.	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1021		u@	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1022		u@	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1027		ud	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
1028		ud	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
1035		ui	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1067		vi	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1072		vy	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1037		uk	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
1039		ul	ACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
1040		ul	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1041		um	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1042		um	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1043		un	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
1047		ur	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1049		us	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1059		v	ACTIVE	f	\N	0	4	6650a1b2c3d4e5f6a7b8c9d0
1060		v	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1064		va	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1065		va	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1066		ve	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
1073		w	ACTIVE	f	\N	0	8	6650a1b2c3d4e5f6a7b8c9d0
1074		w	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1079		wa	ACTIVE	f	\N	0	5	6650a1b2c3d4e5f6a7b8c9d0
1080		wa	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1082		we	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1083		we	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1087		wo	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1091		wu	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1093		wy	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1099		x	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
1100		x	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
1101		xa	ACTIVE	f	\N	0	20	6650a1b2c3d4e5f6a7b8c9d0
1102		xa	INACTIVE	f	\N	0	7	6650a1b2c3d4e5f6a7b8c9d0
1104		y	ACTIVE	f	\N	0	9	6650a1b2c3d4e5f6a7b8c9d0
1105		y	INACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
1106		y 	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1110		y@	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1126		yt	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1111		y_	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1113		ya	ACTIVE	f	\N	0	4	6650a1b2c3d4e5f6a7b8c9d0
1117		ye	INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1118		yi	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
1123		yo	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1134		yí	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1175		á	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
1177		á 	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1179		ág	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1181		ák	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1195		ä	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1196		är	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1218		é	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1220		é 	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1229		éy	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1237		í	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1242		ín	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1245		ís	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1287		ù	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1289		ùi	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1272		ó	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1276		ór	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1298		ü	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1300		ün	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1303		þ	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1304		þó	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1359		ư	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1361		ượ	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1376		́	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1380		́l	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1382		́m	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1506		а	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1510		ан	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1512		ар	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1514		ас	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1505		а	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1507		а 	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1509		ан	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1517		в	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1520		ви	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1522		г	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1526		гр	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1528		д	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1530		да	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1533		е	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1536		ен	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1540		и	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1541		ий	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1543		иц	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1545		й	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1547		йо	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1549		к	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1551		ко	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1519		ве	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1521		г	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1523		га	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1527		д	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1529		да	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1532		е	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1538		ет	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1539		и	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1544		й	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
1546		йо	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1548		к	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1550		ко	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1555		м	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1556		мк	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1558		н	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1560		н 	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1563		нк	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1567		о	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1573		ор	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1577		р	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1579		ра	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1581		рд	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1583		ри	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1585		с	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1587		с 	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1589		т	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1591		та	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1557		н	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1559		н 	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1561		на	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1564		нн	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1566		о	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
1568		ов	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1572		ор	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1576		р	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1580		рд	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1588		т	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1590		та	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1596		ц	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1599		це	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1608		я	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1609		ям	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1595		ц	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1597		цв	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1723		ả	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1725		ảo	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1730		ẹc	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1714		ṣ	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1715		ṣa	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1728		ẹ	ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
1733		ẹ́	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1761		ợ	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1763		ợn	INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1740		ị	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1741		ị 	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1743		ọ	ACTIVE	f	\N	0	4	6650a1b2c3d4e5f6a7b8c9d0
1745		ọ 	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1749		ọl	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1758		ọ́	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1764		ụ	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1765		ụk	ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1816	6775d7005000000000000000		INACTIVE	t	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1817	67763bc8ee3779b97f4a7c15		ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
1819	67776a20c8dde6e5fd29f054		INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1820	677833b0054cda58fbbee87e		ACTIVE	t	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1821	6651a1b2c3d4e5f6a7b8c9d0		INACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1824	6775d7005000000000000000		ACTIVE	f	\N	0	15	6650a1b2c3d4e5f6a7b8c9d0
1825	67776a20c8dde6e5fd29f054		ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1826	6776a0908c6ef372fe94f82a		ACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
1827	677833b0054cda58fbbee87e		ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1828	6651a1b2c3d4e5f6a7b8c9d0		ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1851	6776a0908c6ef372fe94f82a		ACTIVE	t	2026-02-24	0	1	6650a1b2c3d4e5f6a7b8c9d0
1852			INACTIVE	t	2025-12-05	0	1	6650a1b2c3d4e5f6a7b8c9d0
1855	6777cee86715609f7c746c69		INACTIVE	t	2026-03-24	0	1	6650a1b2c3d4e5f6a7b8c9d0
1864	6775d7005000000000000000		ACTIVE	t	2026-05-19	0	1	6650a1b2c3d4e5f6a7b8c9d0
1844	6777cee86715609f7c746c69		ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
1845	6777cee86715609f7c746c69		INACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
1887	6775d7005000000000000000		ACTIVE	t	2025-11-27	0	2	6650a1b2c3d4e5f6a7b8c9d0
1898	6775d7005000000000000000		ACTIVE	t	2026-03-21	0	1	6650a1b2c3d4e5f6a7b8c9d0
1908			ACTIVE	t	2026-02-24	0	2	6650a1b2c3d4e5f6a7b8c9d0
1931	6775d7005000000000000000		ACTIVE	t	2026-03-03	0	2	6650a1b2c3d4e5f6a7b8c9d0
1946			ACTIVE	t	2026-03-03	0	2	6650a1b2c3d4e5f6a7b8c9d0
1984			INACTIVE	t	2025-12-12	0	1	6650a1b2c3d4e5f6a7b8c9d0
1969	6775d7005000000000000000		ACTIVE	t	2026-04-10	0	1	6650a1b2c3d4e5f6a7b8c9d0
1986			INACTIVE	t	2026-03-24	0	1	6650a1b2c3d4e5f6a7b8c9d0
2031			ACTIVE	t	2025-11-27	0	2	6650a1b2c3d4e5f6a7b8c9d0
2043	67763bc8ee3779b97f4a7c15		ACTIVE	t	2026-05-05	0	1	6650a1b2c3d4e5f6a7b8c9d0
2047	677705582aa66d2c7ddf743f		ACTIVE	t	2026-03-03	0	1	6650a1b2c3d4e5f6a7b8c9d0
2023			ACTIVE	t	2026-04-27	0	1	6650a1b2c3d4e5f6a7b8c9d0
2076			INACTIVE	t	2025-06-22	0	1	6650a1b2c3d4e5f6a7b8c9d0
2071			INACTIVE	t	2026-06-27	0	1	6650a1b2c3d4e5f6a7b8c9d0
2093			ACTIVE	t	2026-04-18	0	1	6650a1b2c3d4e5f6a7b8c9d0
2121	6775d7005000000000000000		ACTIVE	t	2026-04-27	0	1	6650a1b2c3d4e5f6a7b8c9d0
2123	6777cee86715609f7c746c69		ACTIVE	t	2026-06-28	0	1	6650a1b2c3d4e5f6a7b8c9d0
2129	6775d7005000000000000000		INACTIVE	t	2026-03-24	0	1	6650a1b2c3d4e5f6a7b8c9d0
2149	6775d7005000000000000000		ACTIVE	t	2026-05-05	0	1	6650a1b2c3d4e5f6a7b8c9d0
2196	6775d7005000000000000000		ACTIVE	t	2026-02-10	0	1	6650a1b2c3d4e5f6a7b8c9d0
2221	6777cee86715609f7c746c69		INACTIVE	t	2025-12-05	0	1	6650a1b2c3d4e5f6a7b8c9d0
2201			ACTIVE	t	2026-06-23	0	1	6650a1b2c3d4e5f6a7b8c9d0
2237			ACTIVE	t	2025-11-24	0	1	6650a1b2c3d4e5f6a7b8c9d0
2238	6651a1b2c3d4e5f6a7b8c9d0		ACTIVE	t	2026-04-18	0	1	6650a1b2c3d4e5f6a7b8c9d0
2245	67776a20c8dde6e5fd29f054		INACTIVE	t	2026-06-27	0	1	6650a1b2c3d4e5f6a7b8c9d0
2254	6775d7005000000000000000		ACTIVE	t	2025-11-24	0	1	6650a1b2c3d4e5f6a7b8c9d0
2296			ACTIVE	t	2026-06-28	0	1	6650a1b2c3d4e5f6a7b8c9d0
2318			ACTIVE	t	2026-04-10	0	1	6650a1b2c3d4e5f6a7b8c9d0
2316			ACTIVE	t	2026-05-05	0	1	6650a1b2c3d4e5f6a7b8c9d0
2322	6776a0908c6ef372fe94f82a		ACTIVE	t	2026-06-28	0	1	6650a1b2c3d4e5f6a7b8c9d0
2341	6775d7005000000000000000		INACTIVE	t	2025-12-12	0	1	6650a1b2c3d4e5f6a7b8c9d0
2369			ACTIVE	t	2026-06-04	0	1	6650a1b2c3d4e5f6a7b8c9d0
2376			ACTIVE	t	2026-06-05	0	1	6650a1b2c3d4e5f6a7b8c9d0
2391	67763bc8ee3779b97f4a7c15		ACTIVE	t	2026-06-23	0	1	6650a1b2c3d4e5f6a7b8c9d0
2418			ACTIVE	t	2026-03-21	0	1	6650a1b2c3d4e5f6a7b8c9d0
2444	67763bc8ee3779b97f4a7c15		ACTIVE	t	2026-06-05	0	1	6650a1b2c3d4e5f6a7b8c9d0
2426			ACTIVE	t	2026-05-19	0	1	6650a1b2c3d4e5f6a7b8c9d0
2481	6776a0908c6ef372fe94f82a		ACTIVE	t	2026-05-05	0	1	6650a1b2c3d4e5f6a7b8c9d0
2504	67776a20c8dde6e5fd29f054		ACTIVE	t	2026-06-05	0	1	6650a1b2c3d4e5f6a7b8c9d0
2515	6651a1b2c3d4e5f6a7b8c9d0		INACTIVE	t	2025-06-22	0	1	6650a1b2c3d4e5f6a7b8c9d0
2506			ACTIVE	t	2026-02-10	0	1	6650a1b2c3d4e5f6a7b8c9d0
2485	6775d7005000000000000000		ACTIVE	t	2026-06-04	0	1	6650a1b2c3d4e5f6a7b8c9d0
2542	67776a20c8dde6e5fd29f054		ACTIVE	t	2026-06-28	0	1	6650a1b2c3d4e5f6a7b8c9d0
2555			INACTIVE	t	2026-04-14	0	1	6650a1b2c3d4e5f6a7b8c9d0
2575		po	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2586		t	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
2588		qu	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2621		 i	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2591		os	ACTIVE	f	\N	0	3	6650c3d4e5f6a7b8c9d0e1f2
2592		le	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2610		bd	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2611		.m	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2612		ен	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2615		.	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2620		c	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2622		ts	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
2652		-	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2630		it	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2634		gu	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2635		zo	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2636		á	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2638		hi	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2639		́l	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2644		te	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
2647		βλ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2645		om	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2657		ν	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2658		oa	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2666		at	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2669		 г	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2674		ip	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2680		ρ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2682		ep	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2688		ри	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2691		_o	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2690		mo	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2692		wu	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2694		ụz	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2716		ba	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2703		i.	ACTIVE	f	\N	0	3	6650c3d4e5f6a7b8c9d0e1f2
2704		ше	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2710		j	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2717		e.	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2718		κο	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2721		b	ACTIVE	f	\N	0	5	6650c3d4e5f6a7b8c9d0e1f2
2727		et	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2736		 o	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2738		ίδ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2739		p	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
2742		m	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2748		 b	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2756		.b	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2758		ca	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2759		ni	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2760		ί	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2763		 j	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2766		ò	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2774		s.	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
2775		 æ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2779		k	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2781		 a	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2786		jí	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2791		с	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2803		d	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2804		αχ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2814		ro	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2816		с 	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2819		d	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
2820		s	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
2828		a.	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2829		zh	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2837		er	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2839		de	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2840		χ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2842		zọ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2855		ц	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2857		ễn	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2858		ny	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2862		a	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2863			ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
2866		οσ	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2867		al	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2869		δη	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2875		du	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2879		ar	ACTIVE	f	\N	0	3	6650c3d4e5f6a7b8c9d0e1f2
2890		bj	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2898		n 	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2895		mb	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2897		el	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2900		г	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2902		ma	ACTIVE	f	\N	0	5	6650c3d4e5f6a7b8c9d0e1f2
2903		ir	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2904		at	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
2915		am	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
2917		ol	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2919		uw	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2920		u	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
2926		ka	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2925		e	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2932		rø	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2937		β	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2934		̀	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2940		èd	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2941		ch	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2942		pr	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2944		iy	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2948		rí	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2952		w	ACTIVE	f	\N	0	4	6650c3d4e5f6a7b8c9d0e1f2
2956		x	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2960		е	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2964		be	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2966		 β	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2970		wi	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2974		έ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2977		er	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2978		í	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2980		ọ̀	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2985		іт	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2987		lc	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2988		yễ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2991		òy	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
2993		pl	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
2996		ör	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3000		sọ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3006		e	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3008		.	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3011		l	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3013		ak	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3014		ra	ACTIVE	f	\N	0	4	6650c3d4e5f6a7b8c9d0e1f2
3019		ø	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3021		xa	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3026		s@	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3029		ao	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3030		μπ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3052		no	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3035		am	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3036		i 	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3037		ab	ACTIVE	f	\N	0	3	6650c3d4e5f6a7b8c9d0e1f2
3040		jo	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3041		.e	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3043		a_	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3047		an	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3053		n	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3055		ίκ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3058		o@	ACTIVE	f	\N	0	6	6650c3d4e5f6a7b8c9d0e1f2
3060		na	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3067		s	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3069		та	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3076		ks	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3075		ak	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3086		bo	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3090		иц	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3091		κ	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3093		la	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3094		έτ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3097		vl	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3098		h_	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3104		h	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3105		me	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3106		yo	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3135		t_	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3107		а	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3114		о	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3117		tu	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3119		ta	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3120		l 	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3123		p	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3130		ш	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3131		.h	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3132		ọm	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3137		ri	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3144		́	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3152		y	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3158		к	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3162		ji	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3163		ud	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3164		da	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3165		赵	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3169		uí	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3171		od	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3173			ACTIVE	t	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3180		ya	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3203		un	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3184		ed	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3186		g	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3187		n@	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3188		rm	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3191		 m	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3192		hi	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3195		yè	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3205		h 	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3212		bi	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3214		is	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3216		ɛ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3220		ạn	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3241		-m	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3244		kg	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3254		r-	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3219		e.	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3222		ae	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3230		η	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3231		ik	ACTIVE	f	\N	0	3	6650c3d4e5f6a7b8c9d0e1f2
3235		iy	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3242		me	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3247		pl	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3249		i@	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3283		sh	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3255		λα	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3259		ta	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3261		.s	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3262		κα	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3266		x	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3267		jö	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3268		lm	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3274		π	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3289		μ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3292		tt	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3302		ki	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3303		еп	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3304		oy	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3305		y	ACTIVE	f	\N	0	5	6650c3d4e5f6a7b8c9d0e1f2
3314		i 	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3317		bo	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3318		xa	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3319		ia	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3321		ex	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3325		a 	ACTIVE	f	\N	0	4	6650c3d4e5f6a7b8c9d0e1f2
3327		δ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3334		χί	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3339		uy	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3343		 ò	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3344		tk	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3350		ко	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3355		ọr	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3359		l	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3360		h	ACTIVE	f	\N	0	7	6650c3d4e5f6a7b8c9d0e1f2
3363		o@	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3392		ee	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3399		hạ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3366		ex	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3367		ο	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3369		te	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3375		ha	ACTIVE	f	\N	0	4	6650c3d4e5f6a7b8c9d0e1f2
3377		 赵	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3380		si	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3382		en	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3383		uz	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3386		aw	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3390		α	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3391		 c	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3393		σ 	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3395		li	ACTIVE	f	\N	0	3	6650c3d4e5f6a7b8c9d0e1f2
3402		 a	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3403		on	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3404		n@	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3412		@	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3418		τ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3434		o	ACTIVE	f	\N	0	9	6650c3d4e5f6a7b8c9d0e1f2
3438		ud	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3437		nt	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3439		nt	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3447		.i	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3470		.o	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3440		 w	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3441		tu	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3444		o	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3443		.k	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3448		i	ACTIVE	f	\N	0	10	6650c3d4e5f6a7b8c9d0e1f2
3455		il	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3456		_s	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3461		ís	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3462		t 	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3468		øs	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3469		λ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3475		νί	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3476		гр	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3478		or	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3487		lá	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3499		σ	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3501		u	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3502		aọ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3507			INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3534		ar	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3518		ọ	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3523		ov	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3526		mp	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3529		bh	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3530		τσ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3531		ru	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3535		 	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3537		ɛs	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3543		ku	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3550		αρ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3552		dh	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3556		è	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3555		н	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3561		ар	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3563		ul	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3565			INACTIVE	t	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3566		_n	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3570		и	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3571		ьк	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3573		i	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3574		en	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3575		so	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3580		ín	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3585		á 	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3612		ạ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3592		пі	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3593		id	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3595		q	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3598		b	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3602		nk	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3603		ær	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3611		n	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3619		ng	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3624		σο	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3654		ju	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3627		wa	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3635		ra	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3645		k	ACTIVE	f	\N	0	8	6650c3d4e5f6a7b8c9d0e1f2
3649		na	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3652		pọ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3655		sh	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3657		@s	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3664		æ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3670		ас	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3672		 κ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3679		ga	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3680		a.	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3682		.s	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3681		ac	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3684		k 	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3688		i.	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3692		.e	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3696		z	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3707		m	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3711		r	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3721		.n	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3725		hr	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3728		aq	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3729		v	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3730		 ш	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3731		.a	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3732		nh	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3735		αμ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3737		ye	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3740		ko	ACTIVE	f	\N	0	4	6650c3d4e5f6a7b8c9d0e1f2
3742		ry	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3745		v@	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3752		ть	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3751		oj	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3758		he	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3765		es	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3769		 n	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3808		mb	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3779		dí	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3783		íp	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3786		st	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3784		st	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3792		ía	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3800		n 	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3804		ễ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3806		ö	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3813		di	ACTIVE	f	\N	0	3	6650c3d4e5f6a7b8c9d0e1f2
3820		нк	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3824		ts	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3829		de	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3835		р	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3837		ра	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3844		 g	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3847		u@	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3852		т	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3855		ρα	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3856		le	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3862		ai	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3865		t	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3873		au	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3874		j	ACTIVE	f	\N	0	3	6650c3d4e5f6a7b8c9d0e1f2
3905		rj	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3885		u 	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3887		ye	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3889		і	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3891		 d	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3896		r	ACTIVE	f	\N	0	6	6650c3d4e5f6a7b8c9d0e1f2
3898		ia	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3900		sk	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3908		_	ACTIVE	f	\N	0	4	6650c3d4e5f6a7b8c9d0e1f2
3911		as	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3916		_z	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3922		πέ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3926		п	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3933		a	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3936		s.	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3941		yt	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3949		@	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3950		a 	INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3951		ь	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3953		rn	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3954		це	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3986	683f418018dde6e5fd29f054		ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3992	683edcb87aa66d2c7ddf743f		ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3958		ka	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3959		ụ	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3963		@s	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3971		se	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3974		mp	ACTIVE	f	\N	0	13	6650c3d4e5f6a7b8c9d0e1f2
3975		 	INACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3976		pi	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
4017	683dae60a000000000000000		ACTIVE	t	2026-03-03	0	3	6650c3d4e5f6a7b8c9d0e1f2
4018	683e13283e3779b97f4a7c15		INACTIVE	t	2026-04-19	0	1	6650c3d4e5f6a7b8c9d0e1f2
3993	683fa648b715609f7c746c69		INACTIVE	t	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3994	683dae60a000000000000000		ACTIVE	f	\N	0	9	6650c3d4e5f6a7b8c9d0e1f2
3997	683e13283e3779b97f4a7c15		INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
3999	683edcb87aa66d2c7ddf743f		ACTIVE	t	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
4000	683fa648b715609f7c746c69		INACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
4001	683e77f0dc6ef372fe94f82a		ACTIVE	f	\N	0	3	6650c3d4e5f6a7b8c9d0e1f2
4003	683e77f0dc6ef372fe94f82a		ACTIVE	t	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
4037	683dae60a000000000000000		ACTIVE	t	2025-12-10	0	1	6650c3d4e5f6a7b8c9d0e1f2
4061			INACTIVE	t	2026-04-19	0	1	6650c3d4e5f6a7b8c9d0e1f2
4079	683e77f0dc6ef372fe94f82a		ACTIVE	t	2026-05-30	0	1	6650c3d4e5f6a7b8c9d0e1f2
4094			ACTIVE	t	2026-03-03	0	3	6650c3d4e5f6a7b8c9d0e1f2
4084			ACTIVE	t	2026-05-03	0	1	6650c3d4e5f6a7b8c9d0e1f2
4140	683edcb87aa66d2c7ddf743f		ACTIVE	t	2025-12-26	0	1	6650c3d4e5f6a7b8c9d0e1f2
4132	683dae60a000000000000000		ACTIVE	t	2026-01-18	0	1	6650c3d4e5f6a7b8c9d0e1f2
4120	683dae60a000000000000000		ACTIVE	t	2026-05-20	0	1	6650c3d4e5f6a7b8c9d0e1f2
4161	683dae60a000000000000000		ACTIVE	t	2025-10-16	0	1	6650c3d4e5f6a7b8c9d0e1f2
4142			ACTIVE	t	2026-01-18	0	1	6650c3d4e5f6a7b8c9d0e1f2
4187			ACTIVE	t	2026-03-05	0	1	6650c3d4e5f6a7b8c9d0e1f2
4188	683f418018dde6e5fd29f054		ACTIVE	t	2026-03-03	0	1	6650c3d4e5f6a7b8c9d0e1f2
4207	683dae60a000000000000000		ACTIVE	t	2026-06-14	0	1	6650c3d4e5f6a7b8c9d0e1f2
4223			ACTIVE	t	2025-10-16	0	1	6650c3d4e5f6a7b8c9d0e1f2
4246	683dae60a000000000000000		ACTIVE	t	2026-03-05	0	1	6650c3d4e5f6a7b8c9d0e1f2
4261			ACTIVE	t	2025-12-26	0	1	6650c3d4e5f6a7b8c9d0e1f2
4263			ACTIVE	t	2026-05-30	0	1	6650c3d4e5f6a7b8c9d0e1f2
4266	683f418018dde6e5fd29f054		ACTIVE	t	2026-05-30	0	1	6650c3d4e5f6a7b8c9d0e1f2
4270			ACTIVE	t	2025-12-10	0	1	6650c3d4e5f6a7b8c9d0e1f2
4265	683e77f0dc6ef372fe94f82a		ACTIVE	t	2026-05-03	0	1	6650c3d4e5f6a7b8c9d0e1f2
4297			ACTIVE	t	2026-06-14	0	1	6650c3d4e5f6a7b8c9d0e1f2
4321			ACTIVE	t	2026-05-20	0	1	6650c3d4e5f6a7b8c9d0e1f2
1835	6775d7005000000000000000		ACTIVE	t	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
1841	6775d7005000000000000000		INACTIVE	f	\N	0	3	6650a1b2c3d4e5f6a7b8c9d0
1843	677705582aa66d2c7ddf743f		ACTIVE	f	\N	0	1	6650a1b2c3d4e5f6a7b8c9d0
37		 s	ACTIVE	f	\N	0	2	6650a1b2c3d4e5f6a7b8c9d0
3978		ad	ACTIVE	f	\N	0	2	6650c3d4e5f6a7b8c9d0e1f2
3980		ọ́	ACTIVE	f	\N	0	1	6650c3d4e5f6a7b8c9d0e1f2
\.


--
-- Data for Name: students_transcript; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.students_transcript (session_id, status, messages, tenant_id) FROM stdin;
6650d4e5f6a7b8c9d0e1f2a3	available	[{"role": "agent", "content": "Good morning. The unions call in an hour; what do I tell them?", "timestamp": "2025-04-03T15:00:05Z"}, {"role": "student", "content": "That the savings are theirs, and here is the calendar of transfers.", "timestamp": "2025-04-03T15:00:31Z"}, {"role": "agent", "content": "They have heard of calendars before.", "timestamp": "2025-04-03T15:02:12Z"}, {"role": "student", "content": "Then begin with buses. They can be counted, and they can be ridden.", "timestamp": "2025-04-03T15:02:40Z"}, {"role": "agent", "content": "Who runs them once the first tyres are worn?", "timestamp": "2025-04-03T15:05:03Z"}, {"role": "student", "content": "The states, from their share; the agreement ties it to the fleet.", "timestamp": "2025-04-03T15:05:27Z"}, {"role": "agent", "content": "That I can say. Stay close to the telephone.", "timestamp": "2025-04-03T15:08:44Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a213c1a8c6ef372fe94f82a	available	[{"role": "agent", "content": "The board has ten minutes. Why not simply grow faster?", "timestamp": "2026-06-04T08:49:36Z"}, {"role": "student", "content": "Because a third of our revenue cannot leave its country.", "timestamp": "2026-06-04T08:50:02Z"}, {"role": "agent", "content": "Our bankers call that a matter of patience.", "timestamp": "2026-06-04T08:54:15Z"}, {"role": "student", "content": "Patience costs interest. I would sell seats in dollars.", "timestamp": "2026-06-04T08:54:49Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6927197187d9d181e9736914	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2025-11-26T15:15:08Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2025-11-26T15:16:27Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2025-11-26T15:17:46Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2025-11-26T15:19:05Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2025-11-26T15:20:24Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2025-11-26T15:21:43Z"}]	6650a1b2c3d4e5f6a7b8c9d0
691dbf724b6ade0eeade70ea	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2025-11-19T13:00:45Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2025-11-19T13:01:53Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2025-11-19T13:03:01Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2025-11-19T13:04:09Z"}]	6650a1b2c3d4e5f6a7b8c9d0
691b1b77ad3364556b93f4d5	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-11-17T12:56:34Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-11-17T12:57:16Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-11-17T12:57:58Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-11-17T12:58:40Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-11-17T12:59:22Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-11-17T13:00:04Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6915fa8e0efbea9bec4978c0	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2025-11-13T15:34:49Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2025-11-13T15:35:54Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2025-11-13T15:36:59Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2025-11-13T15:38:04Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2025-11-13T15:39:09Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2025-11-13T15:40:14Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6928e31352273354baa7667e	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2025-11-27T23:47:42Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2025-11-27T23:49:45Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2025-11-27T23:51:48Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2025-11-27T23:53:51Z"}]	6650a1b2c3d4e5f6a7b8c9d0
691786c77780c6283cc7f23f	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2025-11-14T19:45:22Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2025-11-14T19:45:56Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2025-11-14T19:46:30Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2025-11-14T19:47:04Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2025-11-14T19:47:38Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2025-11-14T19:48:12Z"}]	6650a1b2c3d4e5f6a7b8c9d0
68ff599e3b11d2b53e32fa15	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2025-10-27T11:38:17Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2025-10-27T11:40:41Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2025-10-27T11:43:05Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2025-10-27T11:45:29Z"}]	6650a1b2c3d4e5f6a7b8c9d0
68ef80789cda58fbbee87e00	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2025-10-15T11:07:47Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2025-10-15T11:10:17Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2025-10-15T11:12:47Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2025-10-15T11:15:17Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69246c3ded5542cac8d92fd5	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-11-24T14:31:36Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-11-24T14:32:16Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-11-24T14:32:56Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-11-24T14:33:36Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-11-24T14:34:16Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-11-24T14:34:56Z"}]	6650a1b2c3d4e5f6a7b8c9d0
693c8a4db1b8d98c1bdaeed4	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-12-12T21:34:16Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-12-12T21:35:04Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-12-12T21:35:52Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-12-12T21:36:40Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-12-12T21:37:28Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-12-12T21:38:16Z"}]	6650a1b2c3d4e5f6a7b8c9d0
693c303b13815fd29c9072bf	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2025-12-12T15:09:58Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2025-12-12T15:10:43Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2025-12-12T15:11:28Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2025-12-12T15:12:13Z"}]	6650a1b2c3d4e5f6a7b8c9d0
693a28317549e6191d45f6aa	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2025-12-11T02:11:08Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2025-12-11T02:12:44Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2025-12-11T02:14:20Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2025-12-11T02:15:56Z"}]	6650a1b2c3d4e5f6a7b8c9d0
692ce3cf38daf2a61eb0fe80	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-12-01T00:39:54Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-12-01T00:41:13Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-12-01T00:42:32Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-12-01T00:43:51Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-12-01T00:45:10Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-12-01T00:46:29Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69e33fa318d6b1c8efa0a9fd	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-04-18T08:24:14Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-04-18T08:25:57Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-04-18T08:27:40Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-04-18T08:29:23Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69df45badc67be55f10bb1d3	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-04-15T08:01:09Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-04-15T08:03:30Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-04-15T08:05:51Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-04-15T08:08:12Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69c1b11c01c15129732c3d94	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-03-23T21:31:19Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-03-23T21:32:31Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-03-23T21:33:43Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-03-23T21:34:55Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69b57fe06389d76ff3e1c17f	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-03-14T15:34:03Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-03-14T15:36:28Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-03-14T15:38:53Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-03-14T15:41:18Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69aa2082c5525db67497456a	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-06T00:32:13Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-06T00:34:02Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-06T00:35:51Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-06T00:37:40Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69a6a7f65f070fadf268416a	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-03-03T09:21:05Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-03-03T09:22:34Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-03-03T09:24:03Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-03-03T09:25:32Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-03-03T09:27:01Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-03-03T09:28:30Z"}]	6650a1b2c3d4e5f6a7b8c9d0
699f5114c0cf95f4731dc555	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-02-25T19:44:31Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-02-25T19:47:01Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-02-25T19:49:31Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-02-25T19:52:01Z"}]	6650a1b2c3d4e5f6a7b8c9d0
699250db22981c3af3d34940	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-02-15T23:04:06Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-02-15T23:04:58Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-02-15T23:05:50Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-02-15T23:06:42Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69ef660c4eae045445bcca95	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-04-27T13:35:19Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-04-27T13:37:12Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-04-27T13:39:05Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-04-27T13:40:58Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69eed28db0768a9ac6724e80	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-04-27T03:06:00Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-04-27T03:06:59Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-04-27T03:07:58Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-04-27T03:08:57Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-04-27T03:09:56Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-04-27T03:10:55Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69a6a7b57ac3ec6d97a64bea	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-03-03T09:20:00Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-03-03T09:21:40Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-03-03T09:23:20Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-03-03T09:25:00Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-03-03T09:26:40Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-03-03T09:28:20Z"}]	6650a1b2c3d4e5f6a7b8c9d0
699c87c4dc8c72b4185bcfd5	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-02-23T17:01:03Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-02-23T17:02:32Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-02-23T17:04:01Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-02-23T17:05:30Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-02-23T17:06:59Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-02-23T17:08:28Z"}]	6650a1b2c3d4e5f6a7b8c9d0
698fc86a3e54f8fa991153c0	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-02-14T00:57:25Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-02-14T00:59:05Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-02-14T01:00:45Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-02-14T01:02:25Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-02-14T01:04:05Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-02-14T01:05:45Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a3f971a52aead2a2fbc527e	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-06-27T09:25:57Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-06-27T09:27:34Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-06-27T09:29:11Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-06-27T09:30:48Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a3635c6163fb9b731275a54	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-06-20T06:40:17Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-06-20T06:41:19Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-06-20T06:42:21Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-06-20T06:43:23Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a270c6278083ffdb1dcde3f	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-06-08T18:39:41Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-06-08T18:40:22Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-06-08T18:41:03Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-06-08T18:41:44Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a25b37ed9d0c6443292622a	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-06-07T18:08:09Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-06-07T18:09:02Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-06-07T18:09:55Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-06-07T18:10:48Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a2404bf9d61d2d133fd6a00	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-06-06T11:30:18Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-06-06T11:31:54Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-06-06T11:33:30Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-06-06T11:35:06Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-06-06T11:36:42Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-06-06T11:38:18Z"}]	6650a1b2c3d4e5f6a7b8c9d0
687c13067057599a17fa8d6a	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2025-07-19T21:50:09Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2025-07-19T21:50:12Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2025-07-19T21:50:15Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2025-07-19T21:50:18Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2025-07-19T21:50:21Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2025-07-19T21:50:24Z"}]	6650a1b2c3d4e5f6a7b8c9d0
687abe0fd21fdfe098b01155	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-07-18T21:35:22Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-07-18T21:35:56Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-07-18T21:36:30Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-07-18T21:37:04Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-07-18T21:37:38Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-07-18T21:38:12Z"}]	6650a1b2c3d4e5f6a7b8c9d0
693357d8c226ec898afbee94	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-12-05T22:08:35Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-12-05T22:08:41Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-12-05T22:08:47Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-12-05T22:08:53Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-12-05T22:08:59Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-12-05T22:09:05Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6928b3af23ef72d00bb1727f	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2025-11-27T20:25:30Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2025-11-27T20:26:47Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2025-11-27T20:28:04Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2025-11-27T20:29:21Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a22401c75bf05bf7eb2d3a9	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-06-05T03:19:03Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-06-05T03:20:02Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-06-05T03:21:01Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-06-05T03:22:00Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a1563b43950124c801ddb7f	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-05-26T09:11:27Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-05-26T09:12:57Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-05-26T09:14:27Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-05-26T09:15:57Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-05-26T09:17:27Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-05-26T09:18:57Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a151fc99b18989300d35f6a	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-05-26T04:21:40Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-05-26T04:22:29Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-05-26T04:23:18Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-05-26T04:24:07Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-05-26T04:24:56Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-05-26T04:25:45Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a0f0e14fce11ed98188e355	partial	[{"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-05-21T13:52:31Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-05-21T13:55:01Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-05-21T13:57:31Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-05-21T14:00:01Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a0ea7f65ea9a520023e6740	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-05-21T06:36:49Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-05-21T06:38:07Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-05-21T06:39:25Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-05-21T06:40:43Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-05-21T06:42:01Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-05-21T06:43:19Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a3ce18243bf5294ae9713e9	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-06-25T08:06:37Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-06-25T08:06:48Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-06-25T08:06:59Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-06-25T08:07:10Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a37f36ea587d8db2f4c97d4	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-06-21T14:21:45Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-06-21T14:22:43Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-06-21T14:23:41Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-06-21T14:24:39Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-06-21T14:25:37Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-06-21T14:26:35Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a34e9b06918e56830b79faa	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-06-19T07:03:23Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-06-19T07:04:48Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-06-19T07:06:13Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-06-19T07:07:38Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-06-19T07:09:03Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-06-19T07:10:28Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a30fd24cae16baeb16d2395	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-06-16T07:37:19Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-06-16T07:38:44Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-06-16T07:40:09Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-06-16T07:41:34Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-06-16T07:42:59Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-06-16T07:44:24Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a227d062ca9f1f53222a780	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-06-05T07:38:57Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-06-05T07:39:41Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-06-05T07:40:25Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-06-05T07:41:09Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6974c81009177a73cbb22e29	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-01-24T13:24:43Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-01-24T13:26:27Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-01-24T13:28:11Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-01-24T13:29:55Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6966e3166ae000ba4c67b214	partial	[{"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-01-14T00:28:17Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-01-14T00:33:02Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69648360cca88700cd1d35ff	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-01-12T05:15:23Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-01-12T05:16:07Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-01-12T05:16:51Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-01-12T05:17:35Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-01-12T05:18:19Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-01-12T05:19:03Z"}]	6650a1b2c3d4e5f6a7b8c9d0
695d2b002e710d474dd2b9ea	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-01-06T15:32:27Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-01-06T15:34:57Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-01-06T15:37:27Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-01-06T15:39:57Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6959c92bf20219d44f3dc1c0	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-01-04T01:58:14Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-01-04T01:58:44Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-01-04T01:59:14Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-01-04T01:59:44Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-01-04T02:00:14Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-01-04T02:00:44Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69be33133a82b48370abe6bc	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-03-21T05:56:46Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-03-21T05:57:33Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-03-21T05:58:20Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-03-21T05:59:07Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-03-21T05:59:54Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-03-21T06:00:41Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69b3ef2c236d53e3f4377a53	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-03-13T11:04:23Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-03-13T11:05:06Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-03-13T11:05:49Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-03-13T11:06:32Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-03-13T11:07:15Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-03-13T11:07:58Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69b34aa58535da2a74ecfe3e	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-03-12T23:22:24Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-03-12T23:22:54Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-03-12T23:23:24Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-03-12T23:23:54Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-03-12T23:24:24Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-03-12T23:24:54Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69a66eed48c6e6b776580614	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-03-03T05:17:44Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-03-03T05:20:04Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-03-03T05:22:24Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-03-03T05:24:44Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69a50e050c57f34477c30dea	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-03-02T04:12:00Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-03-02T04:12:11Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-03-02T04:12:22Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-03-02T04:12:33Z"}]	6650a1b2c3d4e5f6a7b8c9d0
699f0e3d6e20798af87891d5	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-02-25T14:59:20Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-02-25T15:00:48Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-02-25T15:02:16Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-02-25T15:03:44Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69c1d50089a8f532118be93c	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-24T00:04:27Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-24T00:05:05Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-24T00:05:43Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-24T00:06:21Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69bb20d44d3a01bf12f6f112	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-03-18T22:02:07Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-03-18T22:02:16Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-03-18T22:02:25Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-03-18T22:02:34Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a0c1c693de7e1b2440ce47f	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-05-19T08:16:52Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-05-19T08:18:59Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-05-19T08:21:06Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-05-19T08:23:13Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a0878269fb067f8c4c2686a	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-05-16T13:59:13Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-05-16T14:01:02Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-05-16T14:02:51Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-05-16T14:04:40Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a0611110178ee3f4577ec55	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-05-14T18:14:52Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-05-14T18:16:13Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-05-14T18:17:34Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-05-14T18:18:55Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a05ead763417485c62d7040	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-05-14T15:31:46Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-05-14T15:33:01Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-05-14T15:34:16Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-05-14T15:35:31Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-05-14T15:36:46Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-05-14T15:38:01Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69d8fbda6896c67c193da77e	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-04-10T13:32:21Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-04-10T13:33:11Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-04-10T13:34:01Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-04-10T13:34:51Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69d86f7dca5f4cc299f32b69	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-04-10T03:33:28Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-04-10T03:35:08Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-04-10T03:36:48Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-04-10T03:38:28Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-04-10T03:40:08Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-04-10T03:41:48Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69d83c0f2c27d3091aa8af54	partial	[{"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-04-09T23:54:02Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-04-09T23:56:13Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-04-09T23:58:24Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-04-10T00:00:35Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69d6d2d18df0594f9b5e333f	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-04-08T22:12:44Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-04-08T22:13:29Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-04-08T22:14:14Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-04-08T22:14:59Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69d3d061efb8df961c13b72a	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-04-06T15:25:32Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-04-06T15:27:40Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-04-06T15:29:48Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-04-06T15:31:56Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69c712c1518165dc9cc93b15	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-27T23:29:16Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-27T23:31:19Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-27T23:33:22Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-27T23:35:25Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69c4e64ab349ec231d7ebf00	partial	[{"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-03-26T07:55:01Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-03-26T07:58:47Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69bafdf9af02880593ac74fd	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-03-18T19:33:24Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-03-18T19:34:15Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-03-18T19:35:06Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-03-18T19:35:57Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-03-18T19:36:48Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-03-18T19:37:39Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69a0e63d7293949295177cd3	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-02-27T00:33:12Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-02-27T00:33:49Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-02-27T00:34:26Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-02-27T00:35:03Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-02-27T00:35:40Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-02-27T00:36:17Z"}]	6650a1b2c3d4e5f6a7b8c9d0
699b61c03624a11f968284a9	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-02-22T20:06:35Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-02-22T20:08:12Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-02-22T20:09:49Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-02-22T20:11:26Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-02-22T20:13:03Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-02-22T20:14:40Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6999fa7b97ed276617380894	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-02-21T18:33:42Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-02-21T18:34:42Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-02-21T18:35:42Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-02-21T18:36:42Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-02-21T18:37:42Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-02-21T18:38:42Z"}]	6650a1b2c3d4e5f6a7b8c9d0
698aa88ef9b5adac97ed8c7f	partial	[{"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-02-10T03:40:09Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-02-10T03:41:22Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-02-10T03:42:35Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-02-10T03:43:48Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a39ece0c4030f7f692189e9	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-06-23T02:18:19Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-06-23T02:19:28Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-06-23T02:20:37Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-06-23T02:21:46Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-06-23T02:22:55Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-06-23T02:24:04Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a2f26a287941c0c6a8c91bf	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-06-14T22:09:49Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-06-14T22:10:23Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-06-14T22:10:57Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-06-14T22:11:31Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-06-14T22:12:05Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-06-14T22:12:39Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a27a1f84b2528996bf79995	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-06-09T05:17:55Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-06-09T05:20:16Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-06-09T05:22:37Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-06-09T05:24:58Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69decd146085c815e0640295	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-04-14T23:26:23Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-04-14T23:28:02Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-04-14T23:29:41Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-04-14T23:31:20Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-04-14T23:32:59Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-04-14T23:34:38Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69d30cfdc24e4e5c61198680	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-04-06T01:31:52Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-04-06T01:33:14Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-04-06T01:34:36Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-04-06T01:35:58Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-04-06T01:37:20Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-04-06T01:38:42Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a3af3c70424edf4c666c4e9	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-06-23T21:00:02Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-06-23T21:01:22Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-06-23T21:02:42Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-06-23T21:04:02Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a15aefaed0f8d5549f25880	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-05-26T14:32:37Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-05-26T14:34:26Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-05-26T14:36:15Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-05-26T14:38:04Z"}]	6650a1b2c3d4e5f6a7b8c9d0
699dffdbce724fc7979ac253	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-02-24T19:45:42Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-02-24T19:46:44Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-02-24T19:47:46Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-02-24T19:48:48Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-02-24T19:49:50Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-02-24T19:50:52Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69942bd392035c549905ca29	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-02-17T08:50:38Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-02-17T08:51:20Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-02-17T08:52:02Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-02-17T08:52:44Z"}]	6650a1b2c3d4e5f6a7b8c9d0
698c90fc559468e19a70d1ff	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-02-11T14:24:07Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-02-11T14:26:13Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-02-11T14:28:19Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-02-11T14:30:25Z"}]	6650a1b2c3d4e5f6a7b8c9d0
698c300eb75cef281b2655ea	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-02-11T07:30:33Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-02-11T07:32:35Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-02-11T07:34:37Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-02-11T07:36:39Z"}]	6650a1b2c3d4e5f6a7b8c9d0
697e41867aedfbb51c915dc0	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-01-31T17:53:21Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-01-31T17:54:59Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-01-31T17:56:37Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-01-31T17:58:15Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-01-31T17:59:53Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-01-31T18:01:31Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6857cd5a19858d713ad32de9	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2025-06-22T09:31:17Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2025-06-22T09:33:41Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2025-06-22T09:36:05Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2025-06-22T09:38:29Z"}]	6650a1b2c3d4e5f6a7b8c9d0
68575494dd1699fe3c3e35bf	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2025-06-22T00:55:59Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2025-06-22T00:57:57Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2025-06-22T00:59:55Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2025-06-22T01:01:53Z"}]	6650a1b2c3d4e5f6a7b8c9d0
68501ac83edf2044bcf3b9aa	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-06-16T13:23:31Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-06-16T13:24:43Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-06-16T13:25:55Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-06-16T13:27:07Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-06-16T13:28:19Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-06-16T13:29:31Z"}]	6650a1b2c3d4e5f6a7b8c9d0
684a3015a0a7a68b3da93d95	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2025-06-12T01:40:48Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2025-06-12T01:43:18Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2025-06-12T01:45:48Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2025-06-12T01:48:18Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a0d84f0a000000000000000	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-05-20T09:55:07Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-05-20T09:55:55Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-05-20T09:56:43Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-05-20T09:57:31Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-05-20T09:58:19Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-05-20T09:59:07Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69a6a803ad9d5ee9c6e2092a	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-03T09:21:18Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-03T09:23:20Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-03T09:25:22Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-03T09:27:24Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69a40f0d0f65e53047978d15	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-01T10:04:08Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-01T10:05:33Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-01T10:06:58Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-01T10:08:23Z"}]	6650c3d4e5f6a7b8c9d0e1f2
699b9cfb712e6b76c84d1100	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-02-23T00:19:18Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-02-23T00:20:18Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-02-23T00:21:18Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-02-23T00:22:18Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69a6b7639d4453901a369255	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-03T10:26:54Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-03T10:28:16Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-03T10:29:38Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-03T10:31:00Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69a376f9ff0cd9d69aec1640	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-02-28T23:15:16Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-02-28T23:16:19Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-02-28T23:17:22Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-02-28T23:18:25Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-02-28T23:19:28Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-02-28T23:20:31Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69a6a864c95a3ba96c2013aa	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-03-03T09:22:55Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-03-03T09:24:05Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-03-03T09:25:15Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-03-03T09:26:25Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-03-03T09:27:35Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-03-03T09:28:45Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69a63cc72b22c1efecd59795	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-03-03T01:43:46Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-03-03T01:44:38Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-03-03T01:45:30Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-03-03T01:46:22Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-03-03T01:47:14Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-03-03T01:48:06Z"}]	6650c3d4e5f6a7b8c9d0e1f2
699a72b08ceb48366d8b1b80	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-02-22T03:06:35Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-02-22T03:09:05Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-02-22T03:11:35Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-02-22T03:14:05Z"}]	6650c3d4e5f6a7b8c9d0e1f2
6a2e0f1da8a824f612c92600	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-06-14T02:17:12Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-06-14T02:19:28Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-06-14T02:21:44Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-06-14T02:24:00Z"}]	6650c3d4e5f6a7b8c9d0e1f2
693e191e0ef6207343c5a3ea	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2025-12-14T01:55:53Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2025-12-14T01:57:31Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2025-12-14T01:59:09Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2025-12-14T02:00:47Z"}]	6650c3d4e5f6a7b8c9d0e1f2
693b1978d2872d004530abc0	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2025-12-11T19:20:35Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2025-12-11T19:21:31Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2025-12-11T19:22:27Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2025-12-11T19:23:23Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2025-12-11T19:24:19Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2025-12-11T19:25:15Z"}]	6650c3d4e5f6a7b8c9d0e1f2
696c6b6d1940ac5d4aeebe52	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-01-18T05:11:20Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-01-18T05:12:33Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-01-18T05:13:46Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-01-18T05:14:59Z"}]	6650c3d4e5f6a7b8c9d0e1f2
6960a5c3dcd1b8ea4c59c628	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-01-09T06:53:02Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-01-09T06:54:27Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-01-09T06:55:52Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-01-09T06:57:17Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-01-09T06:58:42Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-01-09T07:00:07Z"}]	6650c3d4e5f6a7b8c9d0e1f2
695fefe93e9a3f30cd0f4a13	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-01-08T17:57:08Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-01-08T17:58:54Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-01-08T18:00:40Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-01-08T18:02:26Z"}]	6650c3d4e5f6a7b8c9d0e1f2
694c16d9022b4bbdce7a51e9	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2025-12-24T16:37:56Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2025-12-24T16:38:22Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2025-12-24T16:38:48Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2025-12-24T16:39:14Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2025-12-24T16:39:40Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2025-12-24T16:40:06Z"}]	6650c3d4e5f6a7b8c9d0e1f2
693dc1f163f3d2044f2fd5d4	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2025-12-13T19:43:56Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2025-12-13T19:45:36Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2025-12-13T19:47:16Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2025-12-13T19:48:56Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69e45f226df0a01acb09ab29	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-04-19T04:50:53Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-04-19T04:52:51Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-04-19T04:54:49Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-04-19T04:56:47Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69ca69b7934a32ee4d2a36ea	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-30T12:17:06Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-30T12:18:28Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-30T12:19:50Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-30T12:21:12Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69bffd4f56db3f7b4e953ec0	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-22T14:31:54Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-22T14:34:24Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-22T14:36:54Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-22T14:39:24Z"}]	6650c3d4e5f6a7b8c9d0e1f2
6a1af5f7dce413196001d529	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-05-30T14:36:50Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-05-30T14:37:47Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-05-30T14:38:44Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-05-30T14:39:41Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-05-30T14:40:38Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-05-30T14:41:35Z"}]	6650c3d4e5f6a7b8c9d0e1f2
6a1a79b03eac995fe0b75914	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-05-30T05:46:35Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-05-30T05:47:07Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-05-30T05:47:39Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-05-30T05:48:11Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-05-30T05:48:43Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-05-30T05:49:15Z"}]	6650c3d4e5f6a7b8c9d0e1f2
6a0f861a023da5ece22260ea	available	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-05-21T22:24:37Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-05-21T22:24:47Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-05-21T22:24:57Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-05-21T22:25:07Z"}]	6650c3d4e5f6a7b8c9d0e1f2
6a01bcfd64062c3362d7e4d5	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-05-11T11:27:04Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-05-11T11:27:55Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-05-11T11:28:46Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-05-11T11:29:37Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-05-11T11:30:28Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-05-11T11:31:19Z"}]	6650c3d4e5f6a7b8c9d0e1f2
68f16474179e4569568ec9ea	available	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-10-16T21:32:47Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-10-16T21:34:27Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-10-16T21:36:07Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-10-16T21:37:47Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-10-16T21:39:27Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-10-16T21:41:07Z"}]	6650c3d4e5f6a7b8c9d0e1f2
68ee91f0db2f51f657f9d1c0	available	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2025-10-14T18:10:03Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2025-10-14T18:11:28Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2025-10-14T18:12:53Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2025-10-14T18:14:18Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2025-10-14T18:15:43Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2025-10-14T18:17:08Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69a55fdf3b90d4ed5bf69755	available	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-03-02T10:01:14Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-03-02T10:02:48Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-03-02T10:04:22Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-03-02T10:05:56Z"}]	6650c3d4e5f6a7b8c9d0e1f2
\.


--
-- Data for Name: tenants_allowedorigin; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tenants_allowedorigin (id, created_at, origin, tenant_id) FROM stdin;
683c5ce0a000000000000000	2025-06-01 14:00:00+00	https://app.state.edu	6650c3d4e5f6a7b8c9d0e1f2
\.


--
-- Data for Name: tenants_auditevent; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tenants_auditevent (id, actor_user_id, actor_email, actor_name, target_type, target_id, event_type, event_time, metadata, request_id, address, tenant_id) FROM stdin;
677663a05000000000000000	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	role	67748580c8dde6e5fd29f054	role.created	2025-01-02 10:00:00+00	{"name": "Programme Coordinator", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
677663a0ee3779b97f4a7c15	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	role	677485806715609f7c746c69	role.created	2025-01-02 10:00:00+00	{"name": "Alumnus", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
683c5ce08c6ef372fe94f82a	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	user	6650b2c3d4e5f6a7b8c9d0e1	user.created	2025-06-01 14:00:00+00	{"user_id": "6650b2c3d4e5f6a7b8c9d0e1", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
67a07b042aa66d2c7ddf743f	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	user	67a07b04c8dde6e5fd29f054	user.created	2025-02-03 08:15:00+00	{"user_id": "67a07b04c8dde6e5fd29f054", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
67d7f2a0c8dde6e5fd29f054	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	user	67d7f2a06715609f7c746c69	user.created	2025-03-17 10:00:00+00	{"user_id": "67d7f2a06715609f7c746c69", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
697e35106715609f7c746c69	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	user	680784c0054cda58fbbee87e	user.deactivated	2026-01-31 17:00:00+00	{"user_id": "680784c0054cda58fbbee87e", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
68dc0b64054cda58fbbee87e	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	user	678e1090a38454127b096493	user.deleted	2025-09-30 16:55:00+00	{"user_id": "678e1090a38454127b096493", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
6a1d4a10a38454127b096493	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	user	6a1d4a1041bbcdcbfa53e0a8	user.created	2026-06-01 09:00:00+00	{"user_id": "6a1d4a1041bbcdcbfa53e0a8", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
69014dcceb97f4a7c1500000	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	69014dccf66d2c7ddf743f00	attempt.granted	2025-10-28 23:12:12+00	{"amount": 1, "user_id": "68fffc4caaedb4b1f77dd0fc", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "67789878a38454127b096493"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
67e488e789cf6e61409a7c15	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	67e488e70efbea9bec4978c0	attempt.granted	2025-03-26 23:08:23+00	{"amount": 1, "user_id": "67e33767774fefaa6fb125e3", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "67789878a38454127b096493"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
680422982806e81abfe4f82a	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	680422989cda58fbbee87e00	attempt.granted	2025-04-19 22:24:24+00	{"amount": 1, "user_id": "6802d11815876963eefba1f8", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677705582aa66d2c7ddf743f"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
67e36fe3c63e61d43f2f743f	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	67e36fe34f1dc911498eb3c0	attempt.granted	2025-03-26 03:09:23+00	{"amount": 1, "user_id": "67e21e638c50772445263acf", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "67796208dff34785799e5cbd"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
68c0a3ba6475db8dbe79f054	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	68c0a3ba3032cdb00be7d880	attempt.granted	2025-09-09 22:01:30+00	{"amount": 1, "user_id": "68bf523adfd4cb36c02f9f62", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677705582aa66d2c7ddf743f"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
68dfdfbf02ad55473dc46c69	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	68dfdfbfd371db8c52f346c0	attempt.granted	2025-10-03 14:37:51+00	{"amount": 1, "user_id": "68de8e3fda61c76e314bcd1b", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6650c3d4e5f6a7b8c9d0e1f2"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
69bcb5eaa0e4cf00bd0ee87e	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	69bcb5eac9e77fa789b8d480	attempt.granted	2026-03-20 02:50:18+00	{"amount": 1, "user_id": "69bb646a8a3b9dfe9e26e352", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "67796208dff34785799e5cbd"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
684123f23f1c48ba3c596493	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	684123f238daf2a61eb0fe80	attempt.granted	2025-06-05 04:58:26+00	{"amount": 1, "user_id": "683fd2727bf76bca987ac3fa", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6778fd4041bbcdcbfa53e0a8"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
699cbe8ddd53c273bba3e0a8	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	699cbe8d5169b0c42b863840	attempt.granted	2026-02-23 20:54:37+00	{"amount": 1, "user_id": "699b6d0d4859a6c310ae18e1", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677b59f0f708a824f612c926"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
67a2c5d17b8b3c2d3aee5cbd	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	67a2c5d188e36a4376024d40	attempt.granted	2025-02-05 01:58:41+00	{"amount": 1, "user_id": "67a17451c1378da90dd80935", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677bbeb8954021de755d453b"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
68fe606c19c2b5e6ba38d8d2	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	68fe606ca172286182d78700	attempt.granted	2025-10-26 17:54:52+00	{"amount": 1, "user_id": "68fd0eec8d99c8a1860b5e1c", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677a9060ba99b4b1f77dd0fc"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
698afa98b7fa2fa0398354e7	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	698afa9822981c3af3d34940	attempt.granted	2026-02-10 09:30:00+00	{"amount": 2, "user_id": "68b6dc406b9e6070ebcf4d25", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6778fd4041bbcdcbfa53e0a8"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
698afa985631a959b8cdd0fc	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	698afa98b0768a9ac6724e80	attempt.granted	2026-02-10 09:30:00+00	{"amount": 1, "user_id": "68b6ea5009d5da2a6b19c93a", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "67796208dff34785799e5cbd"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
698afa98f469231338184d11	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	698afa983e54f8fa991153c0	attempt.granted	2026-02-10 09:30:00+00	{"amount": 1, "user_id": "68b6f860a80d53e3ea64454f", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677833b0054cda58fbbee87e"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
698afa9830d8168636ad453b	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	698afa98cc33675a6bb05900	attempt.granted	2026-02-10 09:30:00+00	{"amount": 3, "user_id": "68b706704644cd9d69aec164", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6650e5f6a7b8c9d0e1f2a3b4"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
698afa98cf0f903fb5f7c150	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	698afa985a11d5ba3e4f5e40	attempt.granted	2026-02-10 09:30:00+00	{"amount": 1, "user_id": "68b71480e47c4756e8f93d79", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6776a0908c6ef372fe94f82a"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
698eef186d4709f935423d65	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	698eef18f8494f73bd99da55	attempt.granted	2026-02-13 09:30:00+00	{"amount": 2, "user_id": "68b71480e47c4756e8f93d79", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6776a0908c6ef372fe94f82a"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
699192180b7e83b2b48cb97a	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	699192189680c92d3ce4566a	attempt.granted	2026-02-15 09:30:00+00	{"amount": 1, "user_id": "68b71480e47c4756e8f93d79", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6776a0908c6ef372fe94f82a"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
698afa9847ed7725b321b1a4	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	698afa98e7f0441a10ee6380	attempt.granted	2026-02-10 09:30:00+00	{"amount": 2, "user_id": "68b7229082b3c1106843b98e", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677705582aa66d2c7ddf743f"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
69a6aa18e624f0df326c2db9	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	69a6aa188627bdd39038df95	attempt.revoked	2026-03-03 09:30:00+00	{"amount": 1, "user_id": "68b7229082b3c1106843b98e", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677705582aa66d2c7ddf743f"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
69a6aa18845c6a98b1b6a9ce	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	69a6aa1875ceb279e38d68c0	attempt.revoked	2026-03-03 09:30:00+00	{"amount": 1, "user_id": "68b730a020eb3ac9e78e35a3", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "67776a20c8dde6e5fd29f054"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
69a6aa182293e452310125e3	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	69a6aa1803ad20d9b62c6e00	attempt.revoked	2026-03-03 09:30:00+00	{"amount": 2, "user_id": "68b73eb0bf22b48366d8b1b8", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677fae88c36ae31d6e461e0d"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
698afa98c0cb5e0bb04ba1f8	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	698afa98918b8f3988cb7340	attempt.granted	2026-02-10 09:30:00+00	{"amount": 1, "user_id": "68b74cc05d5a2e3ce6232dcd", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677833b0054cda58fbbee87e"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
69a6aa185f02d7c52f961e0d	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	69a6aa182fc308f30815ef55	attempt.revoked	2026-03-03 09:30:00+00	{"amount": 1, "user_id": "68b74cc05d5a2e3ce6232dcd", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677833b0054cda58fbbee87e"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
69a6aa18fd3a517eaee09a22	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	69a6aa18cdfa82ac87606b6a	attempt.revoked	2026-03-03 09:30:00+00	{"amount": 1, "user_id": "68b74cc05d5a2e3ce6232dcd", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677833b0054cda58fbbee87e"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
698afa989b71cb382e2b1637	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	698afa981f69fd995b6a7880	attempt.granted	2026-02-10 09:30:00+00	{"amount": 2, "user_id": "68b75ad0fb91a7f6656da9e2", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "67789878a38454127b096493"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
69a6aa1839a944f1ad75924c	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	69a6aa18bda17752dab4f495	attempt.revoked	2026-03-03 09:30:00+00	{"amount": 1, "user_id": "68b75ad0fb91a7f6656da9e2", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "67789878a38454127b096493"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
698afa9876183864ac0a8a76	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	698afa98ad486bf92e097dc0	attempt.granted	2026-02-10 09:30:00+00	{"amount": 1, "user_id": "68b768e099c921afe4b825f7", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6778fd4041bbcdcbfa53e0a8"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
699b47dd144fb21e2b55068b	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	699b47dda6ec2eb5fd37dc40	attempt.granted	2026-02-22 18:15:57+00	{"amount": 1, "user_id": "6999f65db9afb0bad7f4df71", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677c8848d1af155173f23d65"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
69bae18eb2872bd7aa9f82a0	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	69bae18e34ca9d15cfd6e180	attempt.granted	2026-03-18 17:31:58+00	{"amount": 1, "user_id": "69b9900e57e72a74573f5b86", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "67776a20c8dde6e5fd29f054"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
67ffbe8850bea59129e9feb5	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	67ffbe889d61d2d133fd6a00	attempt.granted	2025-04-16 14:28:24+00	{"amount": 1, "user_id": "67fe6d086989874b44cff5a8", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677f49c025336963eefba1f8"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
69f95998eef61f4aa9347aca	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	69f959987b48b8ce5dedbe00	attempt.granted	2026-05-05 02:44:40+00	{"amount": 1, "user_id": "69f808184d0122e33977b6f8", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677833b0054cda58fbbee87e"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
68fc2e648d2d9904287ef6df	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	68fc2e6421b5e54c3d61fd00	attempt.granted	2025-10-25 01:56:52+00	{"amount": 1, "user_id": "68fadce4b79ad79530f587f4", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6650c3d4e5f6a7b8c9d0e1f2"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
679f1d192b6512bda7c972f4	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	679f1d195ea9a520023e6740	attempt.granted	2025-02-02 07:22:01+00	{"amount": 1, "user_id": "679dcb995c8ea6948008f99d", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6777cee86715609f7c746c69"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
679f1d19c99c8c772713ef09	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	679f1d19fce11ed98188e355	attempt.granted	2025-02-02 07:22:01+00	{"amount": 1, "user_id": "679dcb995c8ea6948008f99d", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6776a0908c6ef372fe94f82a"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
685b9e3b67d40630a65e6b1e	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	685b9e3bf20219d44f3dc1c0	attempt.granted	2025-06-25 06:59:07+00	{"amount": 1, "user_id": "685a4cbb26dc0867513cf707", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "67796208dff34785799e5cbd"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
67dcd9cb060b7fea25a8e733	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	67dcd9cbcfe8ffd1792e15c0	attempt.granted	2025-03-21 03:15:23+00	{"amount": 1, "user_id": "67db884b0a53a3ff45e4b857", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6778fd4041bbcdcbfa53e0a8"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
69b6db2aa442f9a3a4f36348	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	69b6db2a1ff1776ed07f6480	attempt.granted	2026-03-15 16:15:38+00	{"amount": 1, "user_id": "69b589aa4f93c5ddbb41fd92", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6650c3d4e5f6a7b8c9d0e1f2"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
69d674db427a735d243ddf5d	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	69d674dbadcfe5cea31e69c0	attempt.granted	2026-04-08 15:31:39+00	{"amount": 1, "user_id": "69d5235bedcb3f973a8c79a7", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6650e5f6a7b8c9d0e1f2a3b4"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
68b9aff6e0b1ed16a3885b72	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	68b9aff6c65ea3ecaff3a380	attempt.granted	2025-09-04 15:27:50+00	{"amount": 1, "user_id": "68b85e76ba2d7a8fb2bfce8e", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677e1b684a8cfc37711c2db9"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
68995aed7ee966d022d2d787	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	68995aed63417485c62d7040	attempt.granted	2025-08-11 02:52:29+00	{"amount": 1, "user_id": "6898096dd4a105d21718b5c1", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677833b0054cda58fbbee87e"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
68f828001d20e089a21d539c	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	68f828000cdcbfa53e0a8000	attempt.granted	2025-10-22 00:40:32+00	{"amount": 1, "user_id": "68f6d680af4772fe94f82a00", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677833b0054cda58fbbee87e"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
69962875bb585a432167cfb1	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	69962875d234e7845b259a40	attempt.granted	2026-02-18 21:00:37+00	{"amount": 1, "user_id": "6994d6f5c65cd39e116c9669", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677af52858d12e6b76c84d11"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
67fafccc598fd3fca0b24bc6	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	67fafcccb349ec231d7ebf00	attempt.granted	2025-04-12 23:52:44+00	{"amount": 1, "user_id": "67f9ab4c19e127b08c75fafc", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "67796208dff34785799e5cbd"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
67daa7c3f7c74db61ffcc7db	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	67daa7c3502cbcbc33b88bc0	attempt.granted	2025-03-19 11:17:23+00	{"amount": 1, "user_id": "67d956433454b2f2f0cee22f", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6780dce09e115049ec25924c"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
69d3e52795fec76f9f4743f0	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	69d3e52743744235d21548c0	attempt.granted	2026-04-06 16:53:59+00	{"amount": 1, "user_id": "69d293a77421d108d7485523", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "67789878a38454127b096493"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
67ba52ba343641291e91c005	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	67ba52baed0f8d5549f25880	attempt.granted	2025-02-22 22:42:02+00	{"amount": 1, "user_id": "67b9013a4ec83e355527c962", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6777cee86715609f7c746c69"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
67d9ec6bd26dbae29ddc3c1a	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	67d9ec6b7aedfbb51c915dc0	attempt.granted	2025-03-18 21:58:03+00	{"amount": 1, "user_id": "67d89aebecffb7eed4724577", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677ced106fe68f0af33cb97a"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
68d6b9f370a5349c1d26b82f	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	68d6b9f3e9e16eb3b18987c0	attempt.granted	2025-09-26 16:06:11+00	{"amount": 1, "user_id": "68d56873debb85bacec6261f", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "677af52858d12e6b76c84d11"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
68f653a40edcae559c713444	67765590ee3779b97f4a7c15	admin@demo.example	Adaora Nwachukwu-Bell	attempt	68f653a477bfdd1384288d00	attempt.granted	2025-10-20 15:22:12+00	{"amount": 1, "user_id": "68f502247cf2ff744e10a234", "tenant_id": "6650a1b2c3d4e5f6a7b8c9d0", "case_study_id": "6780dce09e115049ec25924c"}	\N	192.0.2.17	6650a1b2c3d4e5f6a7b8c9d0
683d6810a000000000000000	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	role	683c5ce018dde6e5fd29f054	role.created	2025-06-02 09:00:00+00	{"name": "Registrar", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
684fcf003e3779b97f4a7c15	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	user	684fcf00dc6ef372fe94f82a	user.created	2025-06-16 08:00:00+00	{"user_id": "684fcf00dc6ef372fe94f82a", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
698afa983b97f4a7c1500000	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	698afa98712e6b76c84d1100	attempt.granted	2026-02-10 09:30:00+00	{"amount": 2, "user_id": "68b6dc40b398b9addb213444", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "68406fd8f38454127b096493"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
698afa98d9cf6e61409a7c15	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	698afa98ff0cd9d69aec1640	attempt.granted	2026-02-10 09:30:00+00	{"amount": 1, "user_id": "68b6ea5051d033675a6bb059", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e77f0dc6ef372fe94f82a"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
698afa987806e81abfe4f82a	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	698afa988ceb48366d8b1b80	attempt.granted	2026-02-10 09:30:00+00	{"amount": 1, "user_id": "68b6f860f007ad20d9b62c6e", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683dae60a000000000000000"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
698afa98b475db8dbe79f054	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	698afa981ac9b696402a20c0	attempt.granted	2026-02-10 09:30:00+00	{"amount": 3, "user_id": "68b706708e3f26da5900a883", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e13283e3779b97f4a7c15"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
698afa9852ad55473dc46c69	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	698afa98a8a824f612c92600	attempt.granted	2026-02-10 09:30:00+00	{"amount": 1, "user_id": "68b714802c76a093d84b2498", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e77f0dc6ef372fe94f82a"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
698eef18f0e4cf00bd0ee87e	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	698eef1846df9eaf9213a215	attempt.granted	2026-02-13 09:30:00+00	{"amount": 2, "user_id": "68b714802c76a093d84b2498", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e77f0dc6ef372fe94f82a"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
699192188f1c48ba3c596493	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	69919218e5171869115e1e2a	attempt.granted	2026-02-15 09:30:00+00	{"amount": 1, "user_id": "68b714802c76a093d84b2498", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e77f0dc6ef372fe94f82a"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
698afa98cb8b3c2d3aee5cbd	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	698afa9836869355e5682b40	attempt.granted	2026-02-10 09:30:00+00	{"amount": 2, "user_id": "68b72290caae1a4d5795a0ad", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683dae60a000000000000000"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
69a6aa1869c2b5e6ba38d8d2	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	69a6aa18d4be0d0f64b2a755	attempt.revoked	2026-03-03 09:30:00+00	{"amount": 1, "user_id": "68b72290caae1a4d5795a0ad", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683dae60a000000000000000"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
69a6aa1807fa2fa0398354e7	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	69a6aa18c46501b5b8073080	attempt.revoked	2026-03-03 09:30:00+00	{"amount": 1, "user_id": "68b730a068e59406d6e01cc2", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e13283e3779b97f4a7c15"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
69a6aa18a631a959b8cdd0fc	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	69a6aa18524370158aa635c0	attempt.revoked	2026-03-03 09:30:00+00	{"amount": 2, "user_id": "68b73eb0071d0dc0562a98d7", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e77f0dc6ef372fe94f82a"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
698afa984469231338184d11	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	698afa98e021de755d453b00	attempt.granted	2026-02-10 09:30:00+00	{"amount": 1, "user_id": "68b74cc0a5548779d57514ec", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e13283e3779b97f4a7c15"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
69a6aa18e2a09cccb762c926	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	69a6aa187e59582edc8fb715	attempt.revoked	2026-03-03 09:30:00+00	{"amount": 1, "user_id": "68b74cc0a5548779d57514ec", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e13283e3779b97f4a7c15"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
69a6aa1880d8168636ad453b	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	69a6aa181c90d1e85bda332a	attempt.revoked	2026-03-03 09:30:00+00	{"amount": 1, "user_id": "68b74cc0a5548779d57514ec", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e13283e3779b97f4a7c15"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
698afa981f0f903fb5f7c150	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	698afa986e004cd52fe44040	attempt.granted	2026-02-10 09:30:00+00	{"amount": 2, "user_id": "68b75ad0438c013354bf9101", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e13283e3779b97f4a7c15"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
69a6aa18bd4709f935423d65	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	69a6aa180c37c68eaf2ebc55	attempt.revoked	2026-03-03 09:30:00+00	{"amount": 1, "user_id": "68b75ad0438c013354bf9101", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e13283e3779b97f4a7c15"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
698afa98f9b5fd6c33d7358f	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	698afa98fbdebb3502834580	attempt.granted	2026-02-10 09:30:00+00	{"amount": 1, "user_id": "68b768e0e1c37aecd40a0d16", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e77f0dc6ef372fe94f82a"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
68c4eaee97ed7725b321b1a4	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	68c4eaee51613926d434e980	attempt.granted	2025-09-13 03:54:22+00	{"amount": 1, "user_id": "68c3996e531984e49b50d3a6", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e13283e3779b97f4a7c15"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
6885923e3624f0df326c2db9	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	6885923eeb15eb1e5205e580	attempt.granted	2025-07-27 02:43:10+00	{"amount": 1, "user_id": "688440befd8057ac79481796", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e13283e3779b97f4a7c15"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
691fa01bd45c6a98b1b6a9ce	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	691fa01b1f6185fc041929c0	attempt.granted	2025-11-20 23:11:23+00	{"amount": 1, "user_id": "691e4e9b06518617f01064a7", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "683e77f0dc6ef372fe94f82a"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
68a3a7e77293e452310125e3	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	68a3a7e7c5ceb279e38d68c0	attempt.granted	2025-08-18 22:23:35+00	{"amount": 1, "user_id": "68a2566770eb3ac9e78e35a3", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "68406fd8f38454127b096493"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
69002ddc10cb5e0bb04ba1f8	683d5a00a000000000000000	admin@state.example	Begoña Quiñones-Ampofo	attempt	69002ddc8b26da5900a88300	attempt.granted	2025-10-28 02:43:40+00	{"amount": 1, "user_id": "68fedc5c88009b696402a20c", "tenant_id": "6650c3d4e5f6a7b8c9d0e1f2", "case_study_id": "68406fd8f38454127b096493"}	\N	192.0.2.17	6650c3d4e5f6a7b8c9d0e1f2
\.


--
-- Data for Name: tenants_tenant; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tenants_tenant (id, created_at, updated_at, name, slug, domain, lms_type, is_active, access_epoch) FROM stdin;
6650a1b2c3d4e5f6a7b8c9d0	2025-01-01 00:00:00+00	\N	Demo University	demo-university	demo.miva.university	canvas	t	0
6650c3d4e5f6a7b8c9d0e1f2	2025-06-01 14:00:00+00	\N	State University	state-university	state.miva.university	canvas	t	0
\.


--
-- Data for Name: tenants_tenantaiconfig; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tenants_tenantaiconfig (tenant_id, default_llm_model, default_tts_voice, default_stt_language, max_sessions_per_student, default_language, admin_email, support_email, updated_at) FROM stdin;
6650a1b2c3d4e5f6a7b8c9d0	gpt-4o	verse	en	2	en	admin@demo.example	support@demo.example	\N
6650c3d4e5f6a7b8c9d0e1f2	gpt-4o	alloy	en	5	en	admin@state.edu	support@state.edu	\N
\.


--
-- Data for Name: tenants_tenantbranding; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tenants_tenantbranding (tenant_id, logo_url, primary_color, secondary_color, widget_position, updated_at) FROM stdin;
6650a1b2c3d4e5f6a7b8c9d0	https://cdn.example.com/demo-university/logo.png	#0B5D3B	#E3B23C	bottom-left	\N
6650c3d4e5f6a7b8c9d0e1f2	https://cdn.example.com/logo.png	#1E3A5F	#F5A623	bottom-right	\N
\.


--
-- Data for Name: tenants_tenantssoconfig; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tenants_tenantssoconfig (tenant_id, provider, server_url, callback_url, is_enabled, updated_at) FROM stdin;
6650c3d4e5f6a7b8c9d0e1f2	cas	https://cas.state.edu	https://app.state.edu/cas/callback	t	\N
\.


--
-- Name: accounts_programmemembership_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_programmemembership_id_seq', 1042, true);


--
-- Name: auth_group_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_permission_id_seq', 168, true);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);


--
-- Name: django_cas_ng_proxygrantingticket_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_cas_ng_proxygrantingticket_id_seq', 1, false);


--
-- Name: django_cas_ng_sessionticket_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_cas_ng_sessionticket_id_seq', 1, false);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_content_type_id_seq', 42, true);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_migrations_id_seq', 54, true);


--
-- Name: programmes_casestudyprogramme_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.programmes_casestudyprogramme_id_seq', 57, true);


--
-- Name: standing_count_tickets; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standing_count_tickets', 1, false);


--
-- Name: student_count_tickets; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.student_count_tickets', 1, false);


--
-- Name: students_standingcount_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.students_standingcount_id_seq', 870, true);


--
-- Name: students_studentcount_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.students_studentcount_id_seq', 8502, true);


--
-- Name: accounts_browsersession accounts_browsersession_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_browsersession
    ADD CONSTRAINT accounts_browsersession_pkey PRIMARY KEY (key_digest);


--
-- Name: accounts_invitation accounts_invitation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_pkey PRIMARY KEY (id);


--
-- Name: accounts_invitation accounts_invitation_token_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_token_hash_key UNIQUE (token_hash);


--
-- Name: accounts_programmemembership accounts_programmemembership_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_programmemembership
    ADD CONSTRAINT accounts_programmemembership_pkey PRIMARY KEY (id);


--
-- Name: accounts_programmeset accounts_programmeset_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_programmeset
    ADD CONSTRAINT accounts_programmeset_pkey PRIMARY KEY (id);


--
-- Name: accounts_ratecounter accounts_ratecounter_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_ratecounter
    ADD CONSTRAINT accounts_ratecounter_pkey PRIMARY KEY (key);


--
-- Name: accounts_role accounts_role_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_role
    ADD CONSTRAINT accounts_role_pkey PRIMARY KEY (id);


--
-- Name: accounts_servicekey accounts_servicekey_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_servicekey
    ADD CONSTRAINT accounts_servicekey_pkey PRIMARY KEY (id);


--
-- Name: accounts_servicekey accounts_servicekey_prefix_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_servicekey
    ADD CONSTRAINT accounts_servicekey_prefix_key UNIQUE (prefix);


--
-- Name: accounts_signin accounts_signin_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_signin
    ADD CONSTRAINT accounts_signin_pkey PRIMARY KEY (id);


--
-- Name: accounts_ssocode accounts_ssocode_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_ssocode
    ADD CONSTRAINT accounts_ssocode_pkey PRIMARY KEY (digest);


--
-- Name: accounts_ssoidentity accounts_ssoidentity_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_ssoidentity
    ADD CONSTRAINT accounts_ssoidentity_pkey PRIMARY KEY (id);


--
-- Name: accounts_ssoidentity accounts_ssoidentity_user_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_ssoidentity
    ADD CONSTRAINT accounts_ssoidentity_user_id_key UNIQUE (user_id);


--
-- Name: accounts_ssologin accounts_ssologin_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_ssologin
    ADD CONSTRAINT accounts_ssologin_pkey PRIMARY KEY (id);


--
-- Name: accounts_user accounts_user_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);


--
-- Name: students_attempttransaction attempt_transaction_of_pair; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_attempttransaction
    ADD CONSTRAINT attempt_transaction_of_pair UNIQUE (tenant_id, user_id, case_study_id, id);


--
-- Name: auth_group auth_group_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


--
-- Name: auth_group_permissions auth_group_permissions_group_id_permission_id_0cd325b0_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


--
-- Name: auth_group_permissions auth_group_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


--
-- Name: auth_group auth_group_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


--
-- Name: auth_permission auth_permission_content_type_id_codename_01ab375a_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


--
-- Name: auth_permission auth_permission_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


--
-- Name: programmes_casestudy case_study_tenant_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programmes_casestudy
    ADD CONSTRAINT case_study_tenant_id UNIQUE (tenant_id, id);


--
-- Name: django_admin_log django_admin_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);


--
-- Name: django_cas_ng_proxygrantingticket django_cas_ng_proxygrant_session_key_user_id_4cd2ea19_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_cas_ng_proxygrantingticket
    ADD CONSTRAINT django_cas_ng_proxygrant_session_key_user_id_4cd2ea19_uniq UNIQUE (session_key, user_id);


--
-- Name: django_cas_ng_proxygrantingticket django_cas_ng_proxygrantingticket_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_cas_ng_proxygrantingticket
    ADD CONSTRAINT django_cas_ng_proxygrantingticket_pkey PRIMARY KEY (id);


--
-- Name: django_cas_ng_sessionticket django_cas_ng_sessionticket_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_cas_ng_sessionticket
    ADD CONSTRAINT django_cas_ng_sessionticket_pkey PRIMARY KEY (id);


--
-- Name: django_content_type django_content_type_app_label_model_76bd3d3b_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


--
-- Name: django_content_type django_content_type_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


--
-- Name: django_migrations django_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


--
-- Name: django_session django_session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


--
-- Name: django_tasks_database_dbtaskresult django_tasks_database_dbtaskresult_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_tasks_database_dbtaskresult
    ADD CONSTRAINT django_tasks_database_dbtaskresult_pkey PRIMARY KEY (id);


--
-- Name: programmes_programme programme_tenant_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programmes_programme
    ADD CONSTRAINT programme_tenant_id UNIQUE (tenant_id, id);


--
-- Name: programmes_casestudy programmes_casestudy_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programmes_casestudy
    ADD CONSTRAINT programmes_casestudy_pkey PRIMARY KEY (id);


--
-- Name: programmes_casestudyprogramme programmes_casestudyprogramme_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programmes_casestudyprogramme
    ADD CONSTRAINT programmes_casestudyprogramme_pkey PRIMARY KEY (id);


--
-- Name: programmes_programme programmes_programme_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programmes_programme
    ADD CONSTRAINT programmes_programme_pkey PRIMARY KEY (id);


--
-- Name: rest_framework_api_key_apikey rest_framework_api_key_apikey_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rest_framework_api_key_apikey
    ADD CONSTRAINT rest_framework_api_key_apikey_pkey PRIMARY KEY (id);


--
-- Name: rest_framework_api_key_apikey rest_framework_api_key_apikey_prefix_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rest_framework_api_key_apikey
    ADD CONSTRAINT rest_framework_api_key_apikey_prefix_key UNIQUE (prefix);


--
-- Name: accounts_role role_tenant_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_role
    ADD CONSTRAINT role_tenant_id UNIQUE (tenant_id, id);


--
-- Name: students_session session_tenant_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_session
    ADD CONSTRAINT session_tenant_id UNIQUE (tenant_id, id);


--
-- Name: accounts_ssologin sso_login_tenant_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_ssologin
    ADD CONSTRAINT sso_login_tenant_id UNIQUE (tenant_id, id);


--
-- Name: students_attempttransaction students_attempttransaction_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_attempttransaction
    ADD CONSTRAINT students_attempttransaction_pkey PRIMARY KEY (id);


--
-- Name: students_bulkjob students_bulkjob_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_bulkjob
    ADD CONSTRAINT students_bulkjob_pkey PRIMARY KEY (id);


--
-- Name: students_grade students_grade_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_grade
    ADD CONSTRAINT students_grade_pkey PRIMARY KEY (id);


--
-- Name: students_grade students_grade_session_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_grade
    ADD CONSTRAINT students_grade_session_id_key UNIQUE (session_id);


--
-- Name: students_idempotencyrecord students_idempotencyrecord_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_idempotencyrecord
    ADD CONSTRAINT students_idempotencyrecord_pkey PRIMARY KEY (id);


--
-- Name: students_rosterimport students_rosterimport_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_rosterimport
    ADD CONSTRAINT students_rosterimport_pkey PRIMARY KEY (id);


--
-- Name: students_searchentry students_searchentry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_searchentry
    ADD CONSTRAINT students_searchentry_pkey PRIMARY KEY (user_id);


--
-- Name: students_session students_session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_session
    ADD CONSTRAINT students_session_pkey PRIMARY KEY (id);


--
-- Name: students_standing students_standing_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_standing
    ADD CONSTRAINT students_standing_pkey PRIMARY KEY (user_id, case_study_id);


--
-- Name: students_standingcount students_standingcount_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_standingcount
    ADD CONSTRAINT students_standingcount_pkey PRIMARY KEY (id);


--
-- Name: students_studentcount students_studentcount_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_studentcount
    ADD CONSTRAINT students_studentcount_pkey PRIMARY KEY (id);


--
-- Name: students_transcript students_transcript_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_transcript
    ADD CONSTRAINT students_transcript_pkey PRIMARY KEY (session_id);


--
-- Name: tenants_allowedorigin tenants_allowedorigin_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants_allowedorigin
    ADD CONSTRAINT tenants_allowedorigin_pkey PRIMARY KEY (id);


--
-- Name: tenants_auditevent tenants_auditevent_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants_auditevent
    ADD CONSTRAINT tenants_auditevent_pkey PRIMARY KEY (id);


--
-- Name: tenants_tenant tenants_tenant_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants_tenant
    ADD CONSTRAINT tenants_tenant_pkey PRIMARY KEY (id);


--
-- Name: tenants_tenantaiconfig tenants_tenantaiconfig_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants_tenantaiconfig
    ADD CONSTRAINT tenants_tenantaiconfig_pkey PRIMARY KEY (tenant_id);


--
-- Name: tenants_tenantbranding tenants_tenantbranding_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants_tenantbranding
    ADD CONSTRAINT tenants_tenantbranding_pkey PRIMARY KEY (tenant_id);


--
-- Name: tenants_tenantssoconfig tenants_tenantssoconfig_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants_tenantssoconfig
    ADD CONSTRAINT tenants_tenantssoconfig_pkey PRIMARY KEY (tenant_id);


--
-- Name: programmes_casestudyprogramme unique_case_study_programme; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programmes_casestudyprogramme
    ADD CONSTRAINT unique_case_study_programme UNIQUE (case_study_id, programme_id);


--
-- Name: programmes_casestudy unique_case_study_slug; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programmes_casestudy
    ADD CONSTRAINT unique_case_study_slug UNIQUE (tenant_id, slug);


--
-- Name: students_idempotencyrecord unique_idempotency_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_idempotencyrecord
    ADD CONSTRAINT unique_idempotency_key UNIQUE (tenant_id, operation, key);


--
-- Name: tenants_allowedorigin unique_origin_per_tenant; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants_allowedorigin
    ADD CONSTRAINT unique_origin_per_tenant UNIQUE (tenant_id, origin);


--
-- Name: programmes_programme unique_programme_code; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programmes_programme
    ADD CONSTRAINT unique_programme_code UNIQUE (tenant_id, code);


--
-- Name: accounts_programmemembership unique_programme_membership; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_programmemembership
    ADD CONSTRAINT unique_programme_membership UNIQUE (user_id, programme_id);


--
-- Name: accounts_ssologin unique_sso_ticket; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_ssologin
    ADD CONSTRAINT unique_sso_ticket UNIQUE (tenant_id, ticket_digest);


--
-- Name: students_standingcount unique_standing_count; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_standingcount
    ADD CONSTRAINT unique_standing_count UNIQUE (tenant_id, transcript_status, day, ticket);


--
-- Name: students_studentcount unique_student_count; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_studentcount
    ADD CONSTRAINT unique_student_count UNIQUE NULLS NOT DISTINCT (tenant_id, programme, gram, status, dated, day, ticket);


--
-- Name: accounts_role unique_system_role; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_role
    ADD CONSTRAINT unique_system_role UNIQUE (tenant_id, legacy_role);


--
-- Name: tenants_tenant unique_tenant_slug; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants_tenant
    ADD CONSTRAINT unique_tenant_slug UNIQUE (slug);


--
-- Name: accounts_user user_tenant_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT user_tenant_id UNIQUE (tenant_id, id);


--
-- Name: accounts_browsersession_expire_date_e7b6413e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_browsersession_expire_date_e7b6413e ON public.accounts_browsersession USING btree (expire_date);


--
-- Name: accounts_browsersession_key_digest_39bb97c0_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_browsersession_key_digest_39bb97c0_like ON public.accounts_browsersession USING btree (key_digest varchar_pattern_ops);


--
-- Name: accounts_invitation_token_hash_3d59d75c_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_invitation_token_hash_3d59d75c_like ON public.accounts_invitation USING btree (token_hash varchar_pattern_ops);


--
-- Name: accounts_ratecounter_key_616dc99b_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_ratecounter_key_616dc99b_like ON public.accounts_ratecounter USING btree (key varchar_pattern_ops);


--
-- Name: accounts_ratecounter_window_ends_at_2f590710; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_ratecounter_window_ends_at_2f590710 ON public.accounts_ratecounter USING btree (window_ends_at);


--
-- Name: accounts_servicekey_created_60518afa; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_servicekey_created_60518afa ON public.accounts_servicekey USING btree (created);


--
-- Name: accounts_servicekey_id_126efe07_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_servicekey_id_126efe07_like ON public.accounts_servicekey USING btree (id varchar_pattern_ops);


--
-- Name: accounts_servicekey_prefix_60937ac1_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_servicekey_prefix_60937ac1_like ON public.accounts_servicekey USING btree (prefix varchar_pattern_ops);


--
-- Name: accounts_signin_expires_at_a78dc242; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_signin_expires_at_a78dc242 ON public.accounts_signin USING btree (expires_at);


--
-- Name: accounts_ssocode_digest_c2b51143_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_ssocode_digest_c2b51143_like ON public.accounts_ssocode USING btree (digest varchar_pattern_ops);


--
-- Name: accounts_ssocode_expires_at_f2547b58; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_ssocode_expires_at_f2547b58 ON public.accounts_ssocode USING btree (expires_at);


--
-- Name: accounts_ssocode_login_id_b257e444; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_ssocode_login_id_b257e444 ON public.accounts_ssocode USING btree (login_id);


--
-- Name: allowed_origin_lookup; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX allowed_origin_lookup ON public.tenants_allowedorigin USING btree (origin, tenant_id);


--
-- Name: audit_by_actor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_by_actor ON public.tenants_auditevent USING btree (tenant_id, actor_user_id, event_time DESC, id DESC);


--
-- Name: audit_by_event; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_by_event ON public.tenants_auditevent USING btree (tenant_id, event_type, event_time DESC, id DESC);


--
-- Name: audit_by_target; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_by_target ON public.tenants_auditevent USING btree (tenant_id, target_id, event_time DESC, id DESC);


--
-- Name: audit_by_type; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_by_type ON public.tenants_auditevent USING btree (tenant_id, target_type, event_time DESC, id DESC);


--
-- Name: audit_count; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_count ON public.tenants_auditevent USING btree (tenant_id);


--
-- Name: audit_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_newest ON public.tenants_auditevent USING btree (tenant_id, event_time DESC, id DESC);


--
-- Name: auth_group_name_a6ea08ec_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


--
-- Name: auth_group_permissions_group_id_b120cbf9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


--
-- Name: auth_group_permissions_permission_id_84c5c92e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


--
-- Name: auth_permission_content_type_id_2f476e4b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


--
-- Name: bulk_jobs_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX bulk_jobs_newest ON public.students_bulkjob USING btree (tenant_id, created_at DESC, id DESC);


--
-- Name: case_studies_of_prog; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX case_studies_of_prog ON public.programmes_casestudyprogramme USING btree (tenant_id, programme_id, case_study_id);


--
-- Name: case_study_by_title; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX case_study_by_title ON public.programmes_casestudy USING btree (tenant_id, sort_title, id);


--
-- Name: case_study_sessions_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX case_study_sessions_newest ON public.students_session USING btree (tenant_id, case_study_id, start_time DESC, id DESC, grading_status, status) WHERE (start_time IS NOT NULL);


--
-- Name: django_admin_log_content_type_id_c4bce8eb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);


--
-- Name: django_admin_log_user_id_c564eba6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);


--
-- Name: django_cas_ng_proxygrantingticket_user_id_f833edd2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_cas_ng_proxygrantingticket_user_id_f833edd2 ON public.django_cas_ng_proxygrantingticket USING btree (user_id);


--
-- Name: django_session_expire_date_a5c62663; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


--
-- Name: django_session_session_key_c0390e0f_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


--
-- Name: django_task_backend_071754_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_task_backend_071754_idx ON public.django_tasks_database_dbtaskresult USING btree (backend_name);


--
-- Name: django_task_queue_n_99c321_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_task_queue_n_99c321_idx ON public.django_tasks_database_dbtaskresult USING btree (queue_name);


--
-- Name: grants_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX grants_by_expiry ON public.students_attempttransaction USING btree (tenant_id, expires_at) WHERE ((expires_at IS NOT NULL) AND ((type)::text = 'grant'::text));


--
-- Name: invitations_of_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invitations_of_user ON public.accounts_invitation USING btree (tenant_id, user_id);


--
-- Name: ledger_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ledger_newest ON public.students_attempttransaction USING btree (tenant_id, created_at DESC, id DESC);


--
-- Name: ledger_newest_of_type; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ledger_newest_of_type ON public.students_attempttransaction USING btree (tenant_id, type, created_at DESC, id DESC);


--
-- Name: ledger_of_case_study; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ledger_of_case_study ON public.students_attempttransaction USING btree (tenant_id, case_study_id, user_id);


--
-- Name: ledger_of_student; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ledger_of_student ON public.students_attempttransaction USING btree (tenant_id, user_id, case_study_id, created_at);


--
-- Name: members_of_programme; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX members_of_programme ON public.accounts_programmemembership USING btree (tenant_id, programme_id, user_id);


--
-- Name: open_sessions_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX open_sessions_newest ON public.students_session USING btree (tenant_id, status, start_time DESC, id DESC) WHERE ((NOT ((status)::text = 'ended'::text)) AND (start_time IS NOT NULL));


--
-- Name: open_sign_ins; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX open_sign_ins ON public.accounts_signin USING btree (tenant_id, user_id) WHERE (ended_at IS NULL);


--
-- Name: performance_by_count; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX performance_by_count ON public.students_standing USING btree (tenant_id, graded_sessions, sort_name) WHERE (graded_sessions > 0);


--
-- Name: performance_by_count_desc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX performance_by_count_desc ON public.students_standing USING btree (tenant_id, graded_sessions DESC, sort_name) WHERE (graded_sessions > 0);


--
-- Name: performance_by_date; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX performance_by_date ON public.students_standing USING btree (tenant_id, latest_graded_at) WHERE (graded_sessions > 0);


--
-- Name: performance_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX performance_by_name ON public.students_standing USING btree (tenant_id, sort_name) WHERE (graded_sessions > 0);


--
-- Name: performance_by_score; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX performance_by_score ON public.students_standing USING btree (tenant_id, best_score, sort_name) WHERE (graded_sessions > 0);


--
-- Name: performance_by_score_desc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX performance_by_score_desc ON public.students_standing USING btree (tenant_id, best_score DESC, sort_name) WHERE (graded_sessions > 0);


--
-- Name: performance_by_transcript; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX performance_by_transcript ON public.students_standing USING btree (tenant_id, transcript_status, latest_graded_at) WHERE (graded_sessions > 0);


--
-- Name: programme_sets_by_label; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX programme_sets_by_label ON public.accounts_programmeset USING btree (tenant_id, sort_label);


--
-- Name: programmes_casestudyprogramme_case_study_id_80cc803c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX programmes_casestudyprogramme_case_study_id_80cc803c ON public.programmes_casestudyprogramme USING btree (case_study_id);


--
-- Name: rest_framework_api_key_apikey_created_c61872d9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX rest_framework_api_key_apikey_created_c61872d9 ON public.rest_framework_api_key_apikey USING btree (created);


--
-- Name: rest_framework_api_key_apikey_id_6e07e68e_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX rest_framework_api_key_apikey_id_6e07e68e_like ON public.rest_framework_api_key_apikey USING btree (id varchar_pattern_ops);


--
-- Name: rest_framework_api_key_apikey_prefix_4e0db5f8_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX rest_framework_api_key_apikey_prefix_4e0db5f8_like ON public.rest_framework_api_key_apikey USING btree (prefix varchar_pattern_ops);


--
-- Name: roster_imports_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX roster_imports_newest ON public.students_rosterimport USING btree (tenant_id, created_at DESC, id DESC);


--
-- Name: service_keys_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX service_keys_newest ON public.accounts_servicekey USING btree (tenant_id, created DESC);


--
-- Name: sessions_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_newest ON public.students_session USING btree (tenant_id, start_time DESC, id DESC) WHERE (start_time IS NOT NULL);


--
-- Name: sessions_of_case_study; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_of_case_study ON public.students_session USING btree (tenant_id, case_study_id, user_id, start_time);


--
-- Name: sessions_of_student; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_of_student ON public.students_session USING btree (tenant_id, user_id, case_study_id, start_time);


--
-- Name: sign_ins_by_sso; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sign_ins_by_sso ON public.accounts_signin USING btree (sso_login_id) WHERE (sso_login_id IS NOT NULL);


--
-- Name: sso_logins_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sso_logins_by_age ON public.accounts_ssologin USING btree (created_at);


--
-- Name: sso_logins_of_session; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sso_logins_of_session ON public.accounts_ssologin USING btree (session_digest) WHERE (session_digest IS NOT NULL);


--
-- Name: sso_logins_of_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sso_logins_of_user ON public.accounts_ssologin USING btree (tenant_id, user_id);


--
-- Name: staff_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_newest ON public.accounts_user USING btree (tenant_id, created_at DESC, id DESC) WHERE ((NOT (((legacy_role)::text = 'STUDENT'::text) AND (legacy_role IS NOT NULL))) OR (legacy_role IS NULL));


--
-- Name: standings_of_case_study; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standings_of_case_study ON public.students_standing USING btree (tenant_id, case_study_id, user_id) INCLUDE (sort_name, programme_set_id, in_ledger, counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id, latest_graded_at, transcript_status);


--
-- Name: student_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX student_by_name ON public.accounts_user USING btree (tenant_id, sort_name, id) WHERE (((legacy_role)::text = 'STUDENT'::text) AND (NOT ((status)::text = 'DELETED'::text)));


--
-- Name: student_set_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX student_set_name ON public.accounts_user USING btree (tenant_id, programme_set_id, status, sort_name, id) WHERE (((legacy_role)::text = 'STUDENT'::text) AND (NOT ((status)::text = 'DELETED'::text)));


--
-- Name: student_set_seen; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX student_set_seen ON public.accounts_user USING btree (tenant_id, programme_set_id, status, last_seen_at DESC NULLS LAST, sort_name, id) WHERE (((legacy_role)::text = 'STUDENT'::text) AND (NOT ((status)::text = 'DELETED'::text)));


--
-- Name: student_status_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX student_status_name ON public.accounts_user USING btree (tenant_id, status, sort_name, id) WHERE (((legacy_role)::text = 'STUDENT'::text) AND (NOT ((status)::text = 'DELETED'::text)));


--
-- Name: student_status_seen_asc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX student_status_seen_asc ON public.accounts_user USING btree (tenant_id, status, last_seen_at, sort_name, id) WHERE (((legacy_role)::text = 'STUDENT'::text) AND (NOT ((status)::text = 'DELETED'::text)));


--
-- Name: student_status_seen_desc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX student_status_seen_desc ON public.accounts_user USING btree (tenant_id, status, last_seen_at DESC NULLS LAST, sort_name, id) WHERE (((legacy_role)::text = 'STUDENT'::text) AND (NOT ((status)::text = 'DELETED'::text)));


--
-- Name: students_attempttransaction_grant_id_bfbb6625; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX students_attempttransaction_grant_id_bfbb6625 ON public.students_attempttransaction USING btree (grant_id);


--
-- Name: students_by_trigram; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX students_by_trigram ON public.students_searchentry USING gin (tenant_id, text public.gin_trgm_ops);


--
-- Name: students_idempotencyrecord_created_at_05df660d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX students_idempotencyrecord_created_at_05df660d ON public.students_idempotencyrecord USING btree (created_at);


--
-- Name: tasks_db_new_ordering_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_db_new_ordering_idx ON public.django_tasks_database_dbtaskresult USING btree (status, priority DESC, run_after, enqueued_at) WHERE ((status)::text = 'READY'::text);


--
-- Name: tenant_by_domain; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tenant_by_domain ON public.tenants_tenant USING btree (domain);


--
-- Name: tenant_in_name_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tenant_in_name_order ON public.tenants_tenant USING btree (public.fold_text((name)::text), id);


--
-- Name: ticketed_counts; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ticketed_counts ON public.students_studentcount USING btree (tenant_id) WHERE (NOT (ticket = 0));


--
-- Name: ticketed_standings; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ticketed_standings ON public.students_standingcount USING btree (tenant_id) WHERE (NOT (ticket = 0));


--
-- Name: ungraded_sessions_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ungraded_sessions_newest ON public.students_session USING btree (tenant_id, grading_status, start_time DESC, id DESC) WHERE ((NOT ((grading_status)::text = 'complete'::text)) AND (start_time IS NOT NULL));


--
-- Name: unique_domain_of_active_tenant; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_domain_of_active_tenant ON public.tenants_tenant USING btree (domain) WHERE is_active;


--
-- Name: unique_expiry_of_grant; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_expiry_of_grant ON public.students_attempttransaction USING btree (grant_id) WHERE ((type)::text = 'expiry'::text);


--
-- Name: unique_live_invitation; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_live_invitation ON public.accounts_invitation USING btree (tenant_id, user_id) WHERE (replaced_at IS NULL);


--
-- Name: unique_role_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_role_name ON public.accounts_role USING btree (tenant_id, lower((name)::text));


--
-- Name: unique_user_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_user_email ON public.accounts_user USING btree (tenant_id, lower((email)::text));


--
-- Name: user_by_role; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX user_by_role ON public.accounts_user USING btree (tenant_id, role_id);


--
-- Name: tenants_tenant access_epoch; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER access_epoch BEFORE UPDATE ON public.tenants_tenant FOR EACH ROW EXECUTE FUNCTION public.count_tenant_epoch();


--
-- Name: students_attempttransaction append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.students_attempttransaction FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


--
-- Name: tenants_auditevent append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.tenants_auditevent FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


--
-- Name: students_grade attempts_standing_after_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attempts_standing_after_delete AFTER DELETE ON public.students_grade REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.standing_grade_deleted();


--
-- Name: students_session attempts_standing_after_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attempts_standing_after_delete AFTER DELETE ON public.students_session REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.standing_session_deleted();


--
-- Name: students_attempttransaction attempts_standing_after_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attempts_standing_after_insert AFTER INSERT ON public.students_attempttransaction REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.standing_ledger_inserted();


--
-- Name: students_grade attempts_standing_after_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attempts_standing_after_insert AFTER INSERT ON public.students_grade REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.standing_grade_inserted();


--
-- Name: students_session attempts_standing_after_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attempts_standing_after_insert AFTER INSERT ON public.students_session REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.standing_session_inserted();


--
-- Name: accounts_user attempts_standing_after_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attempts_standing_after_truncate AFTER TRUNCATE ON public.accounts_user FOR EACH STATEMENT EXECUTE FUNCTION public.standings_truncated();


--
-- Name: students_attempttransaction attempts_standing_after_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attempts_standing_after_truncate AFTER TRUNCATE ON public.students_attempttransaction FOR EACH STATEMENT EXECUTE FUNCTION public.standings_truncated();


--
-- Name: students_grade attempts_standing_after_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attempts_standing_after_truncate AFTER TRUNCATE ON public.students_grade FOR EACH STATEMENT EXECUTE FUNCTION public.standings_truncated();


--
-- Name: students_session attempts_standing_after_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attempts_standing_after_truncate AFTER TRUNCATE ON public.students_session FOR EACH STATEMENT EXECUTE FUNCTION public.standings_truncated();


--
-- Name: accounts_user attempts_standing_after_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attempts_standing_after_update AFTER UPDATE ON public.accounts_user REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.standing_user_updated();


--
-- Name: students_grade attempts_standing_after_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attempts_standing_after_update AFTER UPDATE ON public.students_grade REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.standing_grade_updated();


--
-- Name: students_session attempts_standing_after_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attempts_standing_after_update AFTER UPDATE ON public.students_session REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.standing_session_updated();


--
-- Name: students_standing count_after_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER count_after_delete AFTER DELETE ON public.students_standing REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.count_standing_deleted();


--
-- Name: students_standing count_after_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER count_after_insert AFTER INSERT ON public.students_standing REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.count_standing_inserted();


--
-- Name: students_standing count_after_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER count_after_truncate AFTER TRUNCATE ON public.students_standing FOR EACH STATEMENT EXECUTE FUNCTION public.count_standings_truncated();


--
-- Name: students_standing count_after_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER count_after_update AFTER UPDATE ON public.students_standing REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.count_standing_updated();


--
-- Name: accounts_user derived_columns; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER derived_columns BEFORE INSERT OR UPDATE ON public.accounts_user FOR EACH ROW EXECUTE FUNCTION public.guard_derived_user_columns();


--
-- Name: programmes_programme labels_after_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER labels_after_delete AFTER DELETE ON public.programmes_programme REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.programme_deleted();


--
-- Name: programmes_programme labels_after_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER labels_after_update AFTER UPDATE ON public.programmes_programme REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.programme_renamed();


--
-- Name: students_session last_seen_after_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER last_seen_after_delete AFTER DELETE ON public.students_session REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.session_deleted();


--
-- Name: students_session last_seen_after_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER last_seen_after_insert AFTER INSERT ON public.students_session REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.session_inserted();


--
-- Name: students_session last_seen_after_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER last_seen_after_truncate AFTER TRUNCATE ON public.students_session FOR EACH STATEMENT EXECUTE FUNCTION public.sessions_truncated();


--
-- Name: students_session last_seen_after_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER last_seen_after_update AFTER UPDATE ON public.students_session REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.session_updated();


--
-- Name: accounts_role legacy_role_is_fixed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER legacy_role_is_fixed BEFORE UPDATE ON public.accounts_role FOR EACH ROW WHEN (((old.legacy_role)::text IS DISTINCT FROM (new.legacy_role)::text)) EXECUTE FUNCTION public.refuse_role_change();


--
-- Name: accounts_user panel_after_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER panel_after_delete AFTER DELETE ON public.accounts_user REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.panel_user_deleted();


--
-- Name: accounts_user panel_after_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER panel_after_insert AFTER INSERT ON public.accounts_user REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.panel_user_inserted();


--
-- Name: accounts_user panel_after_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER panel_after_truncate AFTER TRUNCATE ON public.accounts_user FOR EACH STATEMENT EXECUTE FUNCTION public.panel_users_truncated();


--
-- Name: accounts_user panel_after_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER panel_after_update AFTER UPDATE ON public.accounts_user REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.panel_user_updated();


--
-- Name: accounts_programmemembership programme_set_after_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER programme_set_after_delete AFTER DELETE ON public.accounts_programmemembership REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.membership_deleted();


--
-- Name: accounts_programmemembership programme_set_after_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER programme_set_after_insert AFTER INSERT ON public.accounts_programmemembership REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.membership_inserted();


--
-- Name: accounts_programmemembership programme_set_after_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER programme_set_after_truncate AFTER TRUNCATE ON public.accounts_programmemembership FOR EACH STATEMENT EXECUTE FUNCTION public.memberships_truncated();


--
-- Name: accounts_programmemembership programme_set_after_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER programme_set_after_update AFTER UPDATE ON public.accounts_programmemembership REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.membership_updated();


--
-- Name: accounts_invitation accounts_invitation_tenant_id_3b426b19_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_tenant_id_3b426b19_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_programmemembership accounts_programmeme_tenant_id_c8559417_fk_tenants_t; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_programmemembership
    ADD CONSTRAINT accounts_programmeme_tenant_id_c8559417_fk_tenants_t FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_programmeset accounts_programmeset_tenant_id_dd65ceea_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_programmeset
    ADD CONSTRAINT accounts_programmeset_tenant_id_dd65ceea_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_role accounts_role_tenant_id_a24ef05b_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_role
    ADD CONSTRAINT accounts_role_tenant_id_a24ef05b_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_servicekey accounts_servicekey_tenant_id_34480c2f_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_servicekey
    ADD CONSTRAINT accounts_servicekey_tenant_id_34480c2f_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_signin accounts_signin_tenant_id_64c1468a_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_signin
    ADD CONSTRAINT accounts_signin_tenant_id_64c1468a_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_ssocode accounts_ssocode_tenant_id_e5717156_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_ssocode
    ADD CONSTRAINT accounts_ssocode_tenant_id_e5717156_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_ssoidentity accounts_ssoidentity_tenant_id_dbf754a3_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_ssoidentity
    ADD CONSTRAINT accounts_ssoidentity_tenant_id_dbf754a3_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_ssologin accounts_ssologin_tenant_id_100198d5_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_ssologin
    ADD CONSTRAINT accounts_ssologin_tenant_id_100198d5_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_user accounts_user_tenant_id_1906c0a8_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_tenant_id_1906c0a8_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: students_attempttransaction attempt_transaction_case_study_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_attempttransaction
    ADD CONSTRAINT attempt_transaction_case_study_fk FOREIGN KEY (tenant_id, case_study_id) REFERENCES public.programmes_casestudy(tenant_id, id);


--
-- Name: students_attempttransaction attempt_transaction_grant_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_attempttransaction
    ADD CONSTRAINT attempt_transaction_grant_fk FOREIGN KEY (tenant_id, user_id, case_study_id, grant_id) REFERENCES public.students_attempttransaction(tenant_id, user_id, case_study_id, id);


--
-- Name: students_attempttransaction attempt_transaction_user_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_attempttransaction
    ADD CONSTRAINT attempt_transaction_user_fk FOREIGN KEY (tenant_id, user_id) REFERENCES public.accounts_user(tenant_id, id);


--
-- Name: auth_group_permissions auth_group_permissio_permission_id_84c5c92e_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissions_group_id_b120cbf9_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_permission auth_permission_content_type_id_2f476e4b_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: students_bulkjob bulk_job_case_study_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_bulkjob
    ADD CONSTRAINT bulk_job_case_study_fk FOREIGN KEY (tenant_id, case_study_id) REFERENCES public.programmes_casestudy(tenant_id, id);


--
-- Name: programmes_casestudyprogramme case_study_programme_case_study_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programmes_casestudyprogramme
    ADD CONSTRAINT case_study_programme_case_study_fk FOREIGN KEY (tenant_id, case_study_id) REFERENCES public.programmes_casestudy(tenant_id, id);


--
-- Name: programmes_casestudyprogramme case_study_programme_programme_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programmes_casestudyprogramme
    ADD CONSTRAINT case_study_programme_programme_fk FOREIGN KEY (tenant_id, programme_id) REFERENCES public.programmes_programme(tenant_id, id);


--
-- Name: django_admin_log django_admin_log_content_type_id_c4bce8eb_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: django_admin_log django_admin_log_user_id_c564eba6_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: django_cas_ng_proxygrantingticket django_cas_ng_proxyg_user_id_f833edd2_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_cas_ng_proxygrantingticket
    ADD CONSTRAINT django_cas_ng_proxyg_user_id_f833edd2_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: students_grade grade_session_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_grade
    ADD CONSTRAINT grade_session_fk FOREIGN KEY (tenant_id, session_id) REFERENCES public.students_session(tenant_id, id);


--
-- Name: accounts_invitation invitation_user_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT invitation_user_fk FOREIGN KEY (tenant_id, user_id) REFERENCES public.accounts_user(tenant_id, id);


--
-- Name: accounts_programmemembership programme_membership_programme_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_programmemembership
    ADD CONSTRAINT programme_membership_programme_fk FOREIGN KEY (tenant_id, programme_id) REFERENCES public.programmes_programme(tenant_id, id);


--
-- Name: accounts_programmemembership programme_membership_user_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_programmemembership
    ADD CONSTRAINT programme_membership_user_fk FOREIGN KEY (tenant_id, user_id) REFERENCES public.accounts_user(tenant_id, id);


--
-- Name: programmes_casestudyprogramme programmes_casestudy_tenant_id_305775e9_fk_tenants_t; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programmes_casestudyprogramme
    ADD CONSTRAINT programmes_casestudy_tenant_id_305775e9_fk_tenants_t FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: programmes_casestudy programmes_casestudy_tenant_id_b285f309_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programmes_casestudy
    ADD CONSTRAINT programmes_casestudy_tenant_id_b285f309_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: programmes_programme programmes_programme_tenant_id_e09a75cf_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programmes_programme
    ADD CONSTRAINT programmes_programme_tenant_id_e09a75cf_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: students_session session_case_study_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_session
    ADD CONSTRAINT session_case_study_fk FOREIGN KEY (tenant_id, case_study_id) REFERENCES public.programmes_casestudy(tenant_id, id);


--
-- Name: students_session session_user_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_session
    ADD CONSTRAINT session_user_fk FOREIGN KEY (tenant_id, user_id) REFERENCES public.accounts_user(tenant_id, id);


--
-- Name: accounts_signin sign_in_sso_login_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_signin
    ADD CONSTRAINT sign_in_sso_login_fk FOREIGN KEY (tenant_id, sso_login_id) REFERENCES public.accounts_ssologin(tenant_id, id);


--
-- Name: accounts_signin sign_in_user_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_signin
    ADD CONSTRAINT sign_in_user_fk FOREIGN KEY (tenant_id, user_id) REFERENCES public.accounts_user(tenant_id, id);


--
-- Name: accounts_ssocode sso_code_login_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_ssocode
    ADD CONSTRAINT sso_code_login_fk FOREIGN KEY (tenant_id, login_id) REFERENCES public.accounts_ssologin(tenant_id, id);


--
-- Name: accounts_ssoidentity sso_identity_user_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_ssoidentity
    ADD CONSTRAINT sso_identity_user_fk FOREIGN KEY (tenant_id, user_id) REFERENCES public.accounts_user(tenant_id, id);


--
-- Name: accounts_ssologin sso_login_user_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_ssologin
    ADD CONSTRAINT sso_login_user_fk FOREIGN KEY (tenant_id, user_id) REFERENCES public.accounts_user(tenant_id, id);


--
-- Name: students_attempttransaction students_attempttran_tenant_id_11c06fc5_fk_tenants_t; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_attempttransaction
    ADD CONSTRAINT students_attempttran_tenant_id_11c06fc5_fk_tenants_t FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: students_bulkjob students_bulkjob_tenant_id_7cec67b8_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_bulkjob
    ADD CONSTRAINT students_bulkjob_tenant_id_7cec67b8_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: students_grade students_grade_tenant_id_265317cf_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_grade
    ADD CONSTRAINT students_grade_tenant_id_265317cf_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: students_idempotencyrecord students_idempotency_tenant_id_0ea934b7_fk_tenants_t; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_idempotencyrecord
    ADD CONSTRAINT students_idempotency_tenant_id_0ea934b7_fk_tenants_t FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: students_rosterimport students_rosterimport_tenant_id_d5d3bcb5_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_rosterimport
    ADD CONSTRAINT students_rosterimport_tenant_id_d5d3bcb5_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: students_session students_session_tenant_id_7fdff7be_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_session
    ADD CONSTRAINT students_session_tenant_id_7fdff7be_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: students_transcript students_transcript_tenant_id_4e3dbe3e_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_transcript
    ADD CONSTRAINT students_transcript_tenant_id_4e3dbe3e_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: tenants_allowedorigin tenants_allowedorigin_tenant_id_23dd3cc9_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants_allowedorigin
    ADD CONSTRAINT tenants_allowedorigin_tenant_id_23dd3cc9_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: tenants_auditevent tenants_auditevent_tenant_id_45dbc5b7_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants_auditevent
    ADD CONSTRAINT tenants_auditevent_tenant_id_45dbc5b7_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: tenants_tenantaiconfig tenants_tenantaiconfig_tenant_id_ab0fc680_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants_tenantaiconfig
    ADD CONSTRAINT tenants_tenantaiconfig_tenant_id_ab0fc680_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: tenants_tenantbranding tenants_tenantbranding_tenant_id_a5893787_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants_tenantbranding
    ADD CONSTRAINT tenants_tenantbranding_tenant_id_a5893787_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: tenants_tenantssoconfig tenants_tenantssoconfig_tenant_id_6abbc2f8_fk_tenants_tenant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants_tenantssoconfig
    ADD CONSTRAINT tenants_tenantssoconfig_tenant_id_6abbc2f8_fk_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants_tenant(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: students_transcript transcript_session_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_transcript
    ADD CONSTRAINT transcript_session_fk FOREIGN KEY (tenant_id, session_id) REFERENCES public.students_session(tenant_id, id);


--
-- Name: accounts_user user_role_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT user_role_fk FOREIGN KEY (tenant_id, role_id) REFERENCES public.accounts_role(tenant_id, id);


--
-- PostgreSQL database dump complete
--


