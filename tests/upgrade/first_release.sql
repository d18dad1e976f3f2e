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
    ELSIF pg_trigger_depth() = 1 THEN
        NEW.last_seen_at := OLD.last_seen_at;
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


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: accounts_invitation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_invitation (
    id character varying(24) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    invited_by_id character varying(24) COLLATE pg_catalog."C",
    invited_by_name character varying(511),
    token_hash character varying(64) NOT NULL COLLATE pg_catalog."C",
    expires_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    accepted_at timestamp with time zone,
    replaced_at timestamp with time zone,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    user_id character varying(24) NOT NULL COLLATE pg_catalog."C"
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
    refresh_jti character varying(32) NOT NULL COLLATE pg_catalog."C",
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    user_id character varying(24) NOT NULL COLLATE pg_catalog."C"
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
    role_id character varying(24) COLLATE pg_catalog."C",
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
-- Name: students_transcript; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.students_transcript (
    session_id character varying(24) NOT NULL COLLATE pg_catalog."C",
    messages jsonb NOT NULL,
    tenant_id character varying(24) NOT NULL COLLATE pg_catalog."C"
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
);


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
    CONSTRAINT tenant_name_not_empty CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT tenant_slug_format CHECK (((slug)::text ~ '\A[a-z0-9-]+\Z'::text))
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
-- Data for Name: accounts_invitation; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_invitation (id, created_at, invited_by_id, invited_by_name, token_hash, expires_at, sent_at, accepted_at, replaced_at, tenant_id, user_id) FROM stdin;
683c5ce25000000000000000	2025-06-01 14:00:02+00	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	0000000000000000000000000000000000000000683c5ce25000000000000000	2025-06-08 14:00:02+00	2025-06-01 14:00:02+00	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	6650b2c3d4e5f6a7b8c9d0e1
67a07b07ee3779b97f4a7c15	2025-02-03 08:15:03+00	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	000000000000000000000000000000000000000067a07b07ee3779b97f4a7c15	2025-02-10 08:15:03+00	2025-02-03 08:15:03+00	2025-02-04 07:02:11+00	\N	6650a1b2c3d4e5f6a7b8c9d0	67a07b04c8dde6e5fd29f054
67d7f2a28c6ef372fe94f82a	2025-03-17 10:00:02+00	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	000000000000000000000000000000000000000067d7f2a28c6ef372fe94f82a	2025-03-24 10:00:02+00	2025-03-17 10:00:02+00	\N	2025-03-28 09:40:00+00	6650a1b2c3d4e5f6a7b8c9d0	67d7f2a06715609f7c746c69
67e66e702aa66d2c7ddf743f	2025-03-28 09:40:00+00	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	000000000000000000000000000000000000000067e66e702aa66d2c7ddf743f	2025-04-04 09:40:00+00	2025-03-28 09:40:00+00	2025-03-28 11:05:30+00	\N	6650a1b2c3d4e5f6a7b8c9d0	67d7f2a06715609f7c746c69
6a1d4a14c8dde6e5fd29f054	2026-06-01 09:00:04+00	67765590ee3779b97f4a7c15	Adaora Nwachukwu-Bell	00000000000000000000000000000000000000006a1d4a14c8dde6e5fd29f054	2026-06-08 09:00:04+00	2026-06-01 09:00:04+00	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	6a1d4a1041bbcdcbfa53e0a8
684fcf01a000000000000000	2025-06-16 08:00:01+00	683d5a00a000000000000000	Begoña Quiñones-Ampofo	0000000000000000000000000000000000000000684fcf01a000000000000000	2025-06-23 08:00:01+00	2025-06-16 08:00:01+00	\N	\N	6650c3d4e5f6a7b8c9d0e1f2	684fcf00dc6ef372fe94f82a
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

COPY public.accounts_signin (id, created_at, refresh_jti, expires_at, ended_at, tenant_id, user_id) FROM stdin;
\.


--
-- Data for Name: accounts_user; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_user (id, created_at, updated_at, password, email, legacy_role, status, first_name, middle_name, last_name, title, department, unlimited_sessions, last_activity_at, last_seen_at, tenant_id, role_id) FROM stdin;
677486ac5000000000000000	2025-01-01 00:05:00+00	\N	argon2$argon2id$v=19$m=102400,t=2,p=8$ODFjaG8wYUU5NXY3em5iNFgzVDdUTw$Xfi4wXsTfSFzSXNZ6CShSYi7pHmqjF95bQpOwxD8bHc	superadmin@demo.example	SUPER_ADMIN	ACTIVE	Solveig	\N	Anyanwu-Lund	Platform Lead	Digital Campus	f	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	677485805000000000000000
67765590ee3779b97f4a7c15	2025-01-02 09:00:00+00	\N	argon2$argon2id$v=19$m=102400,t=2,p=8$akw1cVZWQk00TVRUejZSZGh4WW81Yw$mb+/OB6qwaqEDfAlXoSUb1ZEvJ3Q/ZKseXw/vEpekKA	admin@demo.example	ADMIN	ACTIVE	Adaora	\N	Nwachukwu-Bell	Head of Student Services	Registry	f	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	67748580ee3779b97f4a7c15
677ba2988c6ef372fe94f82a	2025-01-06 09:30:00+00	\N	argon2$argon2id$v=19$m=102400,t=2,p=8$ellHTWNPSlppSGU4cFZ5bzJEM0NVaA$cPGE3s70wdU4Stz8IZFHck6nGvJxlcbDFyg4XqOC1DA	faculty@demo.example	FACULTY	ACTIVE	Kwabena	Selorm	Lartey	Senior Lecturer	Business School	f	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	6650a0b1c2d3e4f5a6b7c8da
6650b2c3d4e5f6a7b8c9d0e1	2025-06-01 14:00:00+00	\N	!demo	faculty@example.com	FACULTY	ACTIVE	John	\N	Doe	\N	\N	f	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	6650a0b1c2d3e4f5a6b7c8da
67a07b04c8dde6e5fd29f054	2025-02-03 08:15:00+00	\N	!demo	olawale.fagbemi@demo.example	FACULTY	ACTIVE	Ọláwálé	\N	Fágbẹ́mi	Professor	Public Health	f	2026-05-29 15:41:07+00	\N	6650a1b2c3d4e5f6a7b8c9d0	6650a0b1c2d3e4f5a6b7c8da
67d7f2a06715609f7c746c69	2025-03-17 10:00:00+00	\N	!demo	m.slazakiewicz@demo.example	\N	ACTIVE	Małgorzata	\N	Ślązakiewicz	Coordinator	Business School	f	2026-06-02 08:12:55+00	\N	6650a1b2c3d4e5f6a7b8c9d0	67748580c8dde6e5fd29f054
680784c0054cda58fbbee87e	2025-04-22 12:00:00+00	2026-01-31 17:00:00+00	!demo	taras.hrytsenko@demo.example	FACULTY	INACTIVE	Тарас	\N	Гриценко	\N	Computing	f	2026-01-30 16:20:00+00	\N	6650a1b2c3d4e5f6a7b8c9d0	6650a0b1c2d3e4f5a6b7c8da
678e1090a38454127b096493	2025-01-20 09:00:00+00	2025-09-30 16:55:00+00	!demo	philippa.darcy@demo.example	ADMIN	DELETED	Philippa	\N	D'Arcy	Registrar	Registry	f	2025-09-30 12:00:00+00	\N	6650a1b2c3d4e5f6a7b8c9d0	67748580ee3779b97f4a7c15
6a1d4a1041bbcdcbfa53e0a8	2026-06-01 09:00:00+00	\N	!demo	meenakshi.nambiar@demo.example	FACULTY	ACTIVE	Meenakshi	\N	Nambiar	Visiting Lecturer	\N	f	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	6650a0b1c2d3e4f5a6b7c8da
6874e330dff34785799e5cbd	2025-07-14 11:00:00+00	\N	!demo	jorg.weisshaupt@demo.example	\N	ACTIVE	Jörg	\N	Weißhaupt	\N	\N	f	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	677485806715609f7c746c69
67a2eb014fe183b1469142a5	2025-02-05 04:37:21+00	\N	!demo	abdulateef.mahmoudi@students.demo.example	STUDENT	ACTIVE	Abdulateef	\N	Mahmoudi	\N	\N	f	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67a1d1fd64e20b2b1c065791	2025-02-04 08:38:21+00	2026-06-09 12:30:47+00	!demo	abdulhakeemkwaru25@students.demo.example	STUDENT	INACTIVE	Abdulhakeem	\N	Kwaru	\N	\N	f	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67a05b4dd6381522e34d1e21	2025-02-03 05:59:41+00	\N	!demo	mojisolayamkovyi@students.demo.example	STUDENT	ACTIVE	Mojísọ́lá	\N	Ямковий	\N	\N	f	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67b95ee6f272bbb7635617be	2025-02-22 05:21:42+00	\N	!demo	tsehay_woldemariam@students.demo.example	STUDENT	ACTIVE	Tsehay	\N	Woldemariam	\N	\N	f	\N	\N	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
6650a1b2c3d4e5f6a7b8c9d0	2026-01-15 08:00:00+00	\N	!demo	abdulwahabumar@miva.university	STUDENT	ACTIVE	Abdulwahab	\N	Umar	\N	\N	f	\N	2026-06-04 09:00:00+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67e33767774fefaa6fb125e3	2025-03-25 23:08:23+00	\N	!demo	abdulfataiwakilu@students.demo.example	STUDENT	ACTIVE	Abdulfatai	\N	Wakilu	\N	\N	f	\N	2025-11-27 02:44:03+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
6802d11815876963eefba1f8	2025-04-18 22:24:24+00	\N	!demo	tsvetana_yamkovyi@students.demo.example	STUDENT	ACTIVE	Цветана	Abdulsabur	Ямковий	\N	\N	f	\N	2025-11-27 23:56:52+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67e21e638c50772445263acf	2025-03-25 03:09:23+00	\N	!demo	abduljalil_bukar@students.demo.example	STUDENT	ACTIVE	Abduljalil	\N	Bukar	\N	\N	f	\N	2025-11-24 14:35:41+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
683fd2727bf76bca987ac3fa	2025-06-04 04:58:26+00	2025-12-13 21:39:08+00	!demo	abdulmumin.karimova@students.demo.example	STUDENT	INACTIVE	ABDULMUMIN	\N	Karimova	\N	\N	f	\N	2025-12-12 21:39:08+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67a17451c1378da90dd80935	2025-02-04 01:58:41+00	\N	!demo	abdulbasitshagaya@students.demo.example	STUDENT	ACTIVE	Abdulbasit	\N	Shagaya	\N	\N	f	\N	2026-04-18 08:31:52+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
68b6dc406b9e6070ebcf4d25	2025-09-02 12:00:00+00	\N	!demo	meenakshivenkataraman@students.demo.example	STUDENT	ACTIVE	Meenakshi	Vikram	Venkataraman	\N	\N	f	\N	2026-03-03 09:30:00+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
68b6ea5009d5da2a6b19c93a	2025-09-02 13:00:00+00	\N	!demo	nwachukwu.ebere@students.demo.example	STUDENT	ACTIVE	Ebere	Somtọ	Nwachukwu	\N	\N	f	\N	2026-04-27 13:42:51+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
68b6f860a80d53e3ea64454f	2025-09-02 14:00:00+00	\N	!demo	maduka.somto@students.demo.example	STUDENT	ACTIVE	Somtọ	Chidị	Madụka	\N	\N	f	\N	2026-03-03 09:30:00+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
68b706704644cd9d69aec164	2025-09-02 15:00:00+00	\N	!demo	adwoa.owusu-darko@students.demo.example	STUDENT	ACTIVE	Adwoa	\N	Owusu-Darko	\N	\N	f	\N	2026-05-05 18:55:28+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67fe6d086989874b44cff5a8	2025-04-15 14:28:24+00	\N	!demo	thorunngrunewald-bar@students.demo.example	STUDENT	ACTIVE	Þórunn	\N	Grünewald-Bär	\N	\N	f	\N	2026-06-28 08:50:29+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
679e86f1a3e3a1989c659655	2025-02-01 20:41:21+00	2025-07-20 21:50:27+00	!demo	danladizhuge@students.demo.example	STUDENT	DELETED	Danladi	\N	诸葛	\N	\N	f	\N	2025-07-19 21:50:27+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
679e2945003924168e3747f9	2025-02-01 14:01:41+00	2025-12-06 22:09:12+00	!demo	tarashrytsenko@students.demo.example	STUDENT	INACTIVE	Тарас	Йордан	Гриценко	\N	\N	f	\N	2025-12-05 22:09:12+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
679dcb995c8ea6948008f99d	2025-02-01 07:22:01+00	\N	!demo	dogarai.yordan@students.demo.example	STUDENT	ACTIVE	Йордан	Ганна	Dogarai	\N	\N	f	\N	2026-06-05 03:23:01+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67bc4c460fc6a7c7d4c88a9e	2025-02-24 10:39:02+00	2026-06-29 08:38:52+00	!demo	yetunde_oyedipo@students.demo.example	STUDENT	DELETED	Yétúndé	\N	Òyèdípọ̀	\N	\N	f	\N	2026-06-28 08:38:52+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
685a4cbb26dc0867513cf707	2025-06-24 06:59:07+00	\N	!demo	nkechi_lartey@students.demo.example	STUDENT	ACTIVE	Nkẹchi	Nkẹchi	Lartey	\N	\N	f	\N	2026-02-10 08:20:26+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67db884b0a53a3ff45e4b857	2025-03-20 03:15:23+00	\N	!demo	arjunkulkarnikar@students.demo.example	STUDENT	ACTIVE	Arjun	\N	Kulkarnikar	\N	\N	f	\N	2026-03-21 06:02:38+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
6898096dd4a105d21718b5c1	2025-08-10 02:52:29+00	\N	!demo	folake.fagbemi@students.demo.example	STUDENT	ACTIVE	Fọláké	\N	Fágbẹ́mi	\N	\N	f	\N	2026-05-19 12:23:56+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67f9ab4c19e127b08c75fafc	2025-04-11 23:52:44+00	\N	!demo	nkechiigbokwe@students.demo.example	STUDENT	ACTIVE	Nkẹchi	\N	Igbokwe	\N	\N	f	\N	2026-04-10 13:35:41+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
679a808d9b903d0200683861	2025-01-29 19:25:01+00	2026-03-25 00:07:02+00	!demo	gebreyes.meseret@students.demo.example	STUDENT	INACTIVE	Meseret	\N	Gebreyes	\N	\N	f	\N	2026-03-24 00:07:02+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67ba1a3e39c7b6bb7fb2b476	2025-02-22 18:41:02+00	2026-06-28 20:01:11+00	!demo	gwenllian_odwyer@students.demo.example	STUDENT	INACTIVE	Gwenllian	\N	O'Dwyer	\N	\N	f	\N	2026-06-27 20:01:11+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67b9bc92961d39397184661a	2025-02-22 12:01:22+00	2026-04-15 23:37:05+00	!demo	thao_bui25@students.demo.example	STUDENT	INACTIVE	Thảo	Phượng	Bùi	\N	\N	f	\N	2026-04-14 23:37:05+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67d956433454b2f2f0cee22f	2025-03-18 11:17:23+00	\N	!demo	meenakshi_chattopadhyaya@students.demo.example	STUDENT	ACTIVE	Meenakshi	\N	Chattopadhyaya	\N	\N	f	\N	2026-02-24 22:14:59+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67b9013a4ec83e355527c962	2025-02-21 22:42:02+00	\N	!demo	sadeadeyinka@students.demo.example	STUDENT	ACTIVE	Ṣadé	\N	Adéyínká	\N	\N	f	\N	2026-06-23 21:05:24+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67d89aebecffb7eed4724577	2025-03-17 21:58:03+00	\N	!demo	garba_kwaru@students.demo.example	STUDENT	ACTIVE	Garba	\N	Kwaru	\N	\N	f	\N	2026-02-24 19:52:29+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
67b8a38eab1dc0b346f97b06	2025-02-21 16:02:22+00	2025-06-23 09:40:54+00	!demo	dogarai.jamilu@students.demo.example	STUDENT	INACTIVE	Jamilu	\N	Dogarai	\N	\N	f	\N	2025-06-22 09:40:54+00	6650a1b2c3d4e5f6a7b8c9d0	677485802aa66d2c7ddf743f
683d5a00a000000000000000	2025-06-02 08:00:00+00	\N	argon2$argon2id$v=19$m=102400,t=2,p=8$bDRvOXJSTU0zOUE1Q3dYdzA1ek1KVA$cwucabAY9PD1+IPX3onNg4PGrHaDSUTGRQxSSnQcyk4	admin@state.example	ADMIN	ACTIVE	Begoña	\N	Quiñones-Ampofo	IT Director	\N	f	\N	\N	6650c3d4e5f6a7b8c9d0e1f2	683c5ce03e3779b97f4a7c15
684694803e3779b97f4a7c15	2025-06-09 08:00:00+00	\N	!demo	emeka.umeh@state.example	FACULTY	ACTIVE	Emeka	\N	Ụmeh	\N	Law	f	2026-05-11 10:00:00+00	\N	6650c3d4e5f6a7b8c9d0e1f2	683c5ce0dc6ef372fe94f82a
684fcf00dc6ef372fe94f82a	2025-06-16 08:00:00+00	\N	!demo	haiyan.ouyang@state.example	\N	ACTIVE	海燕	\N	欧阳	\N	\N	f	\N	\N	6650c3d4e5f6a7b8c9d0e1f2	683c5ce018dde6e5fd29f054
68662b158a15748f0b01f989	2025-07-03 07:02:45+00	\N	!demo	bjornaeroskov@students.state.example	STUDENT	ACTIVE	Björn	\N	Ærøskov	\N	\N	f	\N	\N	6650c3d4e5f6a7b8c9d0e1f2	683c5ce07aa66d2c7ddf743f
686542b1d826c4d8f7278bd5	2025-07-02 14:31:13+00	2026-03-14 05:35:39+00	!demo	baraka.odhiambo@students.state.example	STUDENT	INACTIVE	Baraka	\N	Odhiambo	\N	\N	f	\N	\N	6650c3d4e5f6a7b8c9d0e1f2	683c5ce07aa66d2c7ddf743f
684c9f609054000000000000	2025-06-13 22:00:00+00	\N	!demo	abdulmalikgambo@students.state.example	STUDENT	ACTIVE	Abdulmalik	\N	Gambo	\N	\N	f	\N	2026-05-20 10:00:00+00	6650c3d4e5f6a7b8c9d0e1f2	683c5ce07aa66d2c7ddf743f
68b6dc40b398b9addb213444	2025-09-02 12:00:00+00	\N	!demo	dawit_zhao@students.state.example	STUDENT	ACTIVE	Dawit	\N	赵	\N	\N	f	\N	2026-03-03 09:30:00+00	6650c3d4e5f6a7b8c9d0e1f2	683c5ce07aa66d2c7ddf743f
68b6ea5051d033675a6bb059	2025-09-02 13:00:00+00	\N	!demo	mojisola_oyedipo@students.state.example	STUDENT	ACTIVE	Mojísọ́lá	\N	Òyèdípọ̀	\N	\N	f	\N	2026-03-03 10:32:22+00	6650c3d4e5f6a7b8c9d0e1f2	683c5ce07aa66d2c7ddf743f
68b6f860f007ad20d9b62c6e	2025-09-02 14:00:00+00	\N	!demo	hanh_nguyen@students.state.example	STUDENT	ACTIVE	Hạnh	\N	Nguyễn	\N	\N	f	\N	2026-03-03 09:30:00+00	6650c3d4e5f6a7b8c9d0e1f2	683c5ce07aa66d2c7ddf743f
68b706708e3f26da5900a883	2025-09-02 15:00:00+00	\N	!demo	vlachidi.nikos@students.state.example	STUDENT	ACTIVE	Νίκος	\N	Βλαχίδη	\N	\N	f	\N	2025-12-10 12:49:54+00	6650c3d4e5f6a7b8c9d0e1f2	683c5ce07aa66d2c7ddf743f
68b714802c76a093d84b2498	2025-09-02 16:00:00+00	\N	!demo	karabetsos.mariadelcarmen@students.state.example	STUDENT	ACTIVE	María del Carmen	Joaquín	Καραμπέτσος	\N	\N	f	\N	2026-06-14 02:26:16+00	6650c3d4e5f6a7b8c9d0e1f2	683c5ce07aa66d2c7ddf743f
6865b6e3311e1cb40114c2af	2025-07-02 22:46:59+00	\N	!demo	taras.hrytsenko@students.state.example	STUDENT	ACTIVE	Тарас	\N	Гриценко	\N	\N	f	\N	2025-12-26 20:33:54+00	6650c3d4e5f6a7b8c9d0e1f2	683c5ce07aa66d2c7ddf743f
688440befd8057ac79481796	2025-07-26 02:43:10+00	\N	!demo	uzoma_shepitko@students.state.example	STUDENT	ACTIVE	Ụzọma	Adaọra	Шепітько	\N	\N	f	\N	2026-01-18 05:16:12+00	6650c3d4e5f6a7b8c9d0e1f2	683c5ce07aa66d2c7ddf743f
6864ce7f7f2f6cfded3a54fb	2025-07-02 06:15:27+00	2026-04-20 04:58:46+00	!demo	meenakshi.iyer-menon@students.state.example	STUDENT	INACTIVE	Meenakshi	Arjun	Iyer-Menon	\N	\N	f	\N	2026-04-19 04:58:46+00	6650c3d4e5f6a7b8c9d0e1f2	683c5ce07aa66d2c7ddf743f
68a2566770eb3ac9e78e35a3	2025-08-17 22:23:35+00	\N	!demo	hauwa.maikudi@students.state.example	STUDENT	ACTIVE	Hauwa	\N	Maikudi	\N	\N	f	\N	2026-05-30 14:42:32+00	6650c3d4e5f6a7b8c9d0e1f2	683c5ce07aa66d2c7ddf743f
68645a4d26381522e34d1e21	2025-07-01 21:59:41+00	\N	!demo	priya.bhattarai@students.state.example	STUDENT	ACTIVE	Priya	\N	Bhattarai	\N	\N	f	\N	2026-05-03 17:38:47+00	6650c3d4e5f6a7b8c9d0e1f2	683c5ce07aa66d2c7ddf743f
6863e61bcd40bd47d95fe747	2025-07-01 13:43:55+00	\N	!demo	wakili.kabiru@students.state.example	STUDENT	ACTIVE	Kabiru	\N	Wakili	\N	\N	f	\N	2025-10-16 21:42:47+00	6650c3d4e5f6a7b8c9d0e1f2	683c5ce07aa66d2c7ddf743f
686371e97449656ccf72b06d	2025-07-01 05:28:09+00	\N	!demo	esi.amenyo@students.state.example	STUDENT	ACTIVE	Ɛsi	Mawuli	Amenyo	\N	\N	f	\N	2026-03-05 14:31:40+00	6650c3d4e5f6a7b8c9d0e1f2	683c5ce07aa66d2c7ddf743f
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
37	Can add rate counter	12	add_ratecounter
38	Can change rate counter	12	change_ratecounter
39	Can delete rate counter	12	delete_ratecounter
40	Can view rate counter	12	view_ratecounter
41	Can add user	16	add_user
42	Can change user	16	change_user
43	Can delete user	16	delete_user
44	Can view user	16	view_user
45	Can add programme membership	11	add_programmemembership
46	Can change programme membership	11	change_programmemembership
47	Can delete programme membership	11	delete_programmemembership
48	Can view programme membership	11	view_programmemembership
49	Can add role	13	add_role
50	Can change role	13	change_role
51	Can delete role	13	delete_role
52	Can view role	13	view_role
53	Can add API key	14	add_servicekey
54	Can change API key	14	change_servicekey
55	Can delete API key	14	delete_servicekey
56	Can view API key	14	view_servicekey
57	Can add sign in	15	add_signin
58	Can change sign in	15	change_signin
59	Can delete sign in	15	delete_signin
60	Can view sign in	15	view_signin
61	Can add invitation	10	add_invitation
62	Can change invitation	10	change_invitation
63	Can delete invitation	10	delete_invitation
64	Can view invitation	10	view_invitation
65	Can add session	21	add_session
66	Can change session	21	change_session
67	Can delete session	21	delete_session
68	Can view session	21	view_session
69	Can add student	22	add_student
70	Can change student	22	change_student
71	Can delete student	22	delete_student
72	Can view student	22	view_student
73	Can add grade	19	add_grade
74	Can change grade	19	change_grade
75	Can delete grade	19	delete_grade
76	Can view grade	19	view_grade
77	Can add attempt transaction	17	add_attempttransaction
78	Can change attempt transaction	17	change_attempttransaction
79	Can delete attempt transaction	17	delete_attempttransaction
80	Can view attempt transaction	17	view_attempttransaction
81	Can add bulk job	18	add_bulkjob
82	Can change bulk job	18	change_bulkjob
83	Can delete bulk job	18	delete_bulkjob
84	Can view bulk job	18	view_bulkjob
85	Can add idempotency record	20	add_idempotencyrecord
86	Can change idempotency record	20	change_idempotencyrecord
87	Can delete idempotency record	20	delete_idempotencyrecord
88	Can view idempotency record	20	view_idempotencyrecord
89	Can add transcript	23	add_transcript
90	Can change transcript	23	change_transcript
91	Can delete transcript	23	delete_transcript
92	Can view transcript	23	view_transcript
93	Can add permission	25	add_permission
94	Can change permission	25	change_permission
95	Can delete permission	25	delete_permission
96	Can view permission	25	view_permission
97	Can add group	24	add_group
98	Can change group	24	change_group
99	Can delete group	24	delete_group
100	Can view group	24	view_group
101	Can add content type	26	add_contenttype
102	Can change content type	26	change_contenttype
103	Can delete content type	26	delete_contenttype
104	Can view content type	26	view_contenttype
105	Can add session	27	add_session
106	Can change session	27	change_session
107	Can delete session	27	delete_session
108	Can view session	27	view_session
109	Can add Task Result	28	add_dbtaskresult
110	Can change Task Result	28	change_dbtaskresult
111	Can delete Task Result	28	delete_dbtaskresult
112	Can view Task Result	28	view_dbtaskresult
113	Can add API key	29	add_apikey
114	Can change API key	29	change_apikey
115	Can delete API key	29	delete_apikey
116	Can view API key	29	view_apikey
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
10	accounts	invitation
11	accounts	programmemembership
12	accounts	ratecounter
13	accounts	role
14	accounts	servicekey
15	accounts	signin
16	accounts	user
17	students	attempttransaction
18	students	bulkjob
19	students	grade
20	students	idempotencyrecord
21	students	session
22	students	student
23	students	transcript
24	auth	group
25	auth	permission
26	contenttypes	contenttype
27	sessions	session
28	django_tasks_database	dbtaskresult
29	rest_framework_api_key	apikey
\.


--
-- Data for Name: django_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_migrations (id, app, name, applied) FROM stdin;
1	tenants	0001_database_functions	2026-11-22 01:10:17.977882+00
2	tenants	0002_initial	2026-11-22 01:10:18.298419+00
3	programmes	0001_initial	2026-11-22 01:10:18.686557+00
4	accounts	0001_initial	2026-11-22 01:10:20.124752+00
5	accounts	0002_derived_columns	2026-11-22 01:10:20.138065+00
6	contenttypes	0001_initial	2026-11-22 01:10:20.154724+00
7	contenttypes	0002_remove_content_type_name	2026-11-22 01:10:20.197028+00
8	auth	0001_initial	2026-11-22 01:10:20.251534+00
9	auth	0002_alter_permission_name_max_length	2026-11-22 01:10:20.266719+00
10	auth	0003_alter_user_email_max_length	2026-11-22 01:10:20.281458+00
11	auth	0004_alter_user_username_opts	2026-11-22 01:10:20.288743+00
12	auth	0005_alter_user_last_login_null	2026-11-22 01:10:20.303895+00
13	auth	0006_require_contenttypes_0002	2026-11-22 01:10:20.31132+00
14	auth	0007_alter_validators_add_error_messages	2026-11-22 01:10:20.318958+00
15	auth	0008_alter_user_username_max_length	2026-11-22 01:10:20.334079+00
16	auth	0009_alter_user_last_name_max_length	2026-11-22 01:10:20.344243+00
17	auth	0010_alter_group_name_max_length	2026-11-22 01:10:20.363242+00
18	auth	0011_update_proxy_permissions	2026-11-22 01:10:20.417041+00
19	auth	0012_alter_user_first_name_max_length	2026-11-22 01:10:20.428163+00
20	django_tasks_database	0001_initial	2026-11-22 01:10:20.441796+00
21	django_tasks_database	0002_alter_dbtaskresult_options	2026-11-22 01:10:20.449163+00
22	django_tasks_database	0003_dbtaskresult_enqueued_at_dbtaskresult_finished_at	2026-11-22 01:10:20.466593+00
23	django_tasks_database	0004_dbtaskresult_started_at	2026-11-22 01:10:20.469468+00
24	django_tasks_database	0005_alter_dbtaskresult_priority_and_more	2026-11-22 01:10:20.481018+00
25	django_tasks_database	0006_alter_dbtaskresult_args_kwargs_and_more	2026-11-22 01:10:20.511148+00
26	django_tasks_database	0007_add_separate_results_fields	2026-11-22 01:10:20.530213+00
27	django_tasks_database	0008_separate_results_field	2026-11-22 01:10:20.596013+00
28	django_tasks_database	0009_remove_results_field	2026-11-22 01:10:20.607033+00
29	django_tasks_database	0010_alter_dbtaskresult_status	2026-11-22 01:10:20.620575+00
30	django_tasks_database	0011_rename_complete_status	2026-11-22 01:10:20.688007+00
31	django_tasks_database	0012_add_separate_exception_fields	2026-11-22 01:10:20.711106+00
32	django_tasks_database	0013_separate_exception_fields	2026-11-22 01:10:20.763367+00
33	django_tasks_database	0014_remove_dbtaskresult_exception_data	2026-11-22 01:10:20.782121+00
34	django_tasks_database	0015_correctly_order_run_after	2026-11-22 01:10:20.785062+00
35	django_tasks_database	0016_remove_dbtaskresult_django_task_new_ordering_idx_and_more	2026-11-22 01:10:20.905457+00
36	django_tasks_database	0017_dbtaskresult_metadata	2026-11-22 01:10:20.920331+00
37	django_tasks_database	0018_rename_succeeded_status	2026-11-22 01:10:20.994237+00
38	django_tasks_database	0019_rename_django_task_new_ordering_idx_tasks_db_new_ordering_idx_and_more	2026-11-22 01:10:21.010406+00
39	django_tasks_database	0020_update_db_task_result_ordering	2026-11-22 01:10:21.024287+00
40	django_tasks_database	0021_conditional_partial_index_ordering	2026-11-22 01:10:21.038895+00
41	rest_framework_api_key	0001_initial	2026-11-22 01:10:21.063395+00
42	rest_framework_api_key	0002_auto_20190529_2243	2026-11-22 01:10:21.083308+00
43	rest_framework_api_key	0003_auto_20190623_1952	2026-11-22 01:10:21.091014+00
44	rest_framework_api_key	0004_prefix_hashed_key	2026-11-22 01:10:21.185596+00
45	rest_framework_api_key	0005_auto_20220110_1102	2026-11-22 01:10:21.202524+00
46	sessions	0001_initial	2026-11-22 01:10:21.220188+00
47	tenants	0003_audit_append_only	2026-11-22 01:10:21.223258+00
48	students	0001_initial	2026-11-22 01:10:22.16989+00
49	students	0002_derived_columns	2026-11-22 01:10:22.179593+00
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
-- Data for Name: students_transcript; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.students_transcript (session_id, messages, tenant_id) FROM stdin;
6650d4e5f6a7b8c9d0e1f2a3	[{"role": "agent", "content": "Good morning. The unions call in an hour; what do I tell them?", "timestamp": "2025-04-03T15:00:05Z"}, {"role": "student", "content": "That the savings are theirs, and here is the calendar of transfers.", "timestamp": "2025-04-03T15:00:31Z"}, {"role": "agent", "content": "They have heard of calendars before.", "timestamp": "2025-04-03T15:02:12Z"}, {"role": "student", "content": "Then begin with buses. They can be counted, and they can be ridden.", "timestamp": "2025-04-03T15:02:40Z"}, {"role": "agent", "content": "Who runs them once the first tyres are worn?", "timestamp": "2025-04-03T15:05:03Z"}, {"role": "student", "content": "The states, from their share; the agreement ties it to the fleet.", "timestamp": "2025-04-03T15:05:27Z"}, {"role": "agent", "content": "That I can say. Stay close to the telephone.", "timestamp": "2025-04-03T15:08:44Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a213c1a8c6ef372fe94f82a	[{"role": "agent", "content": "The board has ten minutes. Why not simply grow faster?", "timestamp": "2026-06-04T08:49:36Z"}, {"role": "student", "content": "Because a third of our revenue cannot leave its country.", "timestamp": "2026-06-04T08:50:02Z"}, {"role": "agent", "content": "Our bankers call that a matter of patience.", "timestamp": "2026-06-04T08:54:15Z"}, {"role": "student", "content": "Patience costs interest. I would sell seats in dollars.", "timestamp": "2026-06-04T08:54:49Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6927197187d9d181e9736914	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2025-11-26T15:15:08Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2025-11-26T15:16:27Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2025-11-26T15:17:46Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2025-11-26T15:19:05Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2025-11-26T15:20:24Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2025-11-26T15:21:43Z"}]	6650a1b2c3d4e5f6a7b8c9d0
691dbf724b6ade0eeade70ea	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2025-11-19T13:00:45Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2025-11-19T13:01:53Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2025-11-19T13:03:01Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2025-11-19T13:04:09Z"}]	6650a1b2c3d4e5f6a7b8c9d0
691b1b77ad3364556b93f4d5	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-11-17T12:56:34Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-11-17T12:57:16Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-11-17T12:57:58Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-11-17T12:58:40Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-11-17T12:59:22Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-11-17T13:00:04Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6915fa8e0efbea9bec4978c0	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2025-11-13T15:34:49Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2025-11-13T15:35:54Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2025-11-13T15:36:59Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2025-11-13T15:38:04Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2025-11-13T15:39:09Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2025-11-13T15:40:14Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6928e31352273354baa7667e	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2025-11-27T23:47:42Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2025-11-27T23:49:45Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2025-11-27T23:51:48Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2025-11-27T23:53:51Z"}]	6650a1b2c3d4e5f6a7b8c9d0
691786c77780c6283cc7f23f	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2025-11-14T19:45:22Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2025-11-14T19:45:56Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2025-11-14T19:46:30Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2025-11-14T19:47:04Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2025-11-14T19:47:38Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2025-11-14T19:48:12Z"}]	6650a1b2c3d4e5f6a7b8c9d0
68ff599e3b11d2b53e32fa15	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2025-10-27T11:38:17Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2025-10-27T11:40:41Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2025-10-27T11:43:05Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2025-10-27T11:45:29Z"}]	6650a1b2c3d4e5f6a7b8c9d0
68ef80789cda58fbbee87e00	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2025-10-15T11:07:47Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2025-10-15T11:10:17Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2025-10-15T11:12:47Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2025-10-15T11:15:17Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69246c3ded5542cac8d92fd5	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-11-24T14:31:36Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-11-24T14:32:16Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-11-24T14:32:56Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-11-24T14:33:36Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-11-24T14:34:16Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-11-24T14:34:56Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6999fa7b97ed276617380894	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-02-21T18:33:42Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-02-21T18:34:42Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-02-21T18:35:42Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-02-21T18:36:42Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-02-21T18:37:42Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-02-21T18:38:42Z"}]	6650a1b2c3d4e5f6a7b8c9d0
698aa88ef9b5adac97ed8c7f	[{"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-02-10T03:40:09Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-02-10T03:41:22Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-02-10T03:42:35Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-02-10T03:43:48Z"}]	6650a1b2c3d4e5f6a7b8c9d0
693c8a4db1b8d98c1bdaeed4	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-12-12T21:34:16Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-12-12T21:35:04Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-12-12T21:35:52Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-12-12T21:36:40Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-12-12T21:37:28Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-12-12T21:38:16Z"}]	6650a1b2c3d4e5f6a7b8c9d0
693c303b13815fd29c9072bf	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2025-12-12T15:09:58Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2025-12-12T15:10:43Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2025-12-12T15:11:28Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2025-12-12T15:12:13Z"}]	6650a1b2c3d4e5f6a7b8c9d0
693a28317549e6191d45f6aa	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2025-12-11T02:11:08Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2025-12-11T02:12:44Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2025-12-11T02:14:20Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2025-12-11T02:15:56Z"}]	6650a1b2c3d4e5f6a7b8c9d0
692ce3cf38daf2a61eb0fe80	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-12-01T00:39:54Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-12-01T00:41:13Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-12-01T00:42:32Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-12-01T00:43:51Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-12-01T00:45:10Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-12-01T00:46:29Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69e33fa318d6b1c8efa0a9fd	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-04-18T08:24:14Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-04-18T08:25:57Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-04-18T08:27:40Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-04-18T08:29:23Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69df45badc67be55f10bb1d3	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-04-15T08:01:09Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-04-15T08:03:30Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-04-15T08:05:51Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-04-15T08:08:12Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69c1b11c01c15129732c3d94	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-03-23T21:31:19Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-03-23T21:32:31Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-03-23T21:33:43Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-03-23T21:34:55Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69b57fe06389d76ff3e1c17f	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-03-14T15:34:03Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-03-14T15:36:28Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-03-14T15:38:53Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-03-14T15:41:18Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69aa2082c5525db67497456a	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-06T00:32:13Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-06T00:34:02Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-06T00:35:51Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-06T00:37:40Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69a6a7f65f070fadf268416a	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-03-03T09:21:05Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-03-03T09:22:34Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-03-03T09:24:03Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-03-03T09:25:32Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-03-03T09:27:01Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-03-03T09:28:30Z"}]	6650a1b2c3d4e5f6a7b8c9d0
699f5114c0cf95f4731dc555	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-02-25T19:44:31Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-02-25T19:47:01Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-02-25T19:49:31Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-02-25T19:52:01Z"}]	6650a1b2c3d4e5f6a7b8c9d0
699250db22981c3af3d34940	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-02-15T23:04:06Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-02-15T23:04:58Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-02-15T23:05:50Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-02-15T23:06:42Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69ef660c4eae045445bcca95	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-04-27T13:35:19Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-04-27T13:37:12Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-04-27T13:39:05Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-04-27T13:40:58Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69eed28db0768a9ac6724e80	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-04-27T03:06:00Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-04-27T03:06:59Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-04-27T03:07:58Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-04-27T03:08:57Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-04-27T03:09:56Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-04-27T03:10:55Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69a6a7b57ac3ec6d97a64bea	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-03-03T09:20:00Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-03-03T09:21:40Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-03-03T09:23:20Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-03-03T09:25:00Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-03-03T09:26:40Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-03-03T09:28:20Z"}]	6650a1b2c3d4e5f6a7b8c9d0
699c87c4dc8c72b4185bcfd5	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-02-23T17:01:03Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-02-23T17:02:32Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-02-23T17:04:01Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-02-23T17:05:30Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-02-23T17:06:59Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-02-23T17:08:28Z"}]	6650a1b2c3d4e5f6a7b8c9d0
698fc86a3e54f8fa991153c0	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-02-14T00:57:25Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-02-14T00:59:05Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-02-14T01:00:45Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-02-14T01:02:25Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-02-14T01:04:05Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-02-14T01:05:45Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a3f971a52aead2a2fbc527e	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-06-27T09:25:57Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-06-27T09:27:34Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-06-27T09:29:11Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-06-27T09:30:48Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a3635c6163fb9b731275a54	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-06-20T06:40:17Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-06-20T06:41:19Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-06-20T06:42:21Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-06-20T06:43:23Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a270c6278083ffdb1dcde3f	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-06-08T18:39:41Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-06-08T18:40:22Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-06-08T18:41:03Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-06-08T18:41:44Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a25b37ed9d0c6443292622a	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-06-07T18:08:09Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-06-07T18:09:02Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-06-07T18:09:55Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-06-07T18:10:48Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a2404bf9d61d2d133fd6a00	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-06-06T11:30:18Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-06-06T11:31:54Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-06-06T11:33:30Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-06-06T11:35:06Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-06-06T11:36:42Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-06-06T11:38:18Z"}]	6650a1b2c3d4e5f6a7b8c9d0
687c13067057599a17fa8d6a	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2025-07-19T21:50:09Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2025-07-19T21:50:12Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2025-07-19T21:50:15Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2025-07-19T21:50:18Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2025-07-19T21:50:21Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2025-07-19T21:50:24Z"}]	6650a1b2c3d4e5f6a7b8c9d0
687abe0fd21fdfe098b01155	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-07-18T21:35:22Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-07-18T21:35:56Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-07-18T21:36:30Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-07-18T21:37:04Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-07-18T21:37:38Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-07-18T21:38:12Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a39ece0c4030f7f692189e9	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-06-23T02:18:19Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-06-23T02:19:28Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-06-23T02:20:37Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-06-23T02:21:46Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-06-23T02:22:55Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-06-23T02:24:04Z"}]	6650a1b2c3d4e5f6a7b8c9d0
693357d8c226ec898afbee94	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-12-05T22:08:35Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-12-05T22:08:41Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-12-05T22:08:47Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-12-05T22:08:53Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-12-05T22:08:59Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-12-05T22:09:05Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6928b3af23ef72d00bb1727f	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2025-11-27T20:25:30Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2025-11-27T20:26:47Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2025-11-27T20:28:04Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2025-11-27T20:29:21Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a22401c75bf05bf7eb2d3a9	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-06-05T03:19:03Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-06-05T03:20:02Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-06-05T03:21:01Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-06-05T03:22:00Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a1563b43950124c801ddb7f	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-05-26T09:11:27Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-05-26T09:12:57Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-05-26T09:14:27Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-05-26T09:15:57Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-05-26T09:17:27Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-05-26T09:18:57Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a151fc99b18989300d35f6a	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-05-26T04:21:40Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-05-26T04:22:29Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-05-26T04:23:18Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-05-26T04:24:07Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-05-26T04:24:56Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-05-26T04:25:45Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a0f0e14fce11ed98188e355	[{"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-05-21T13:52:31Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-05-21T13:55:01Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-05-21T13:57:31Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-05-21T14:00:01Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a0ea7f65ea9a520023e6740	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-05-21T06:36:49Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-05-21T06:38:07Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-05-21T06:39:25Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-05-21T06:40:43Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-05-21T06:42:01Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-05-21T06:43:19Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a3ce18243bf5294ae9713e9	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-06-25T08:06:37Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-06-25T08:06:48Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-06-25T08:06:59Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-06-25T08:07:10Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a37f36ea587d8db2f4c97d4	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-06-21T14:21:45Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-06-21T14:22:43Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-06-21T14:23:41Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-06-21T14:24:39Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-06-21T14:25:37Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-06-21T14:26:35Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a34e9b06918e56830b79faa	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-06-19T07:03:23Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-06-19T07:04:48Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-06-19T07:06:13Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-06-19T07:07:38Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-06-19T07:09:03Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-06-19T07:10:28Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a30fd24cae16baeb16d2395	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-06-16T07:37:19Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-06-16T07:38:44Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-06-16T07:40:09Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-06-16T07:41:34Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-06-16T07:42:59Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-06-16T07:44:24Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a227d062ca9f1f53222a780	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-06-05T07:38:57Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-06-05T07:39:41Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-06-05T07:40:25Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-06-05T07:41:09Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6974c81009177a73cbb22e29	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-01-24T13:24:43Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-01-24T13:26:27Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-01-24T13:28:11Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-01-24T13:29:55Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6966e3166ae000ba4c67b214	[{"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-01-14T00:28:17Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-01-14T00:33:02Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69648360cca88700cd1d35ff	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-01-12T05:15:23Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-01-12T05:16:07Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-01-12T05:16:51Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-01-12T05:17:35Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-01-12T05:18:19Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-01-12T05:19:03Z"}]	6650a1b2c3d4e5f6a7b8c9d0
695d2b002e710d474dd2b9ea	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-01-06T15:32:27Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-01-06T15:34:57Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-01-06T15:37:27Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-01-06T15:39:57Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6959c92bf20219d44f3dc1c0	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-01-04T01:58:14Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-01-04T01:58:44Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-01-04T01:59:14Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-01-04T01:59:44Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-01-04T02:00:14Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-01-04T02:00:44Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69be33133a82b48370abe6bc	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-03-21T05:56:46Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-03-21T05:57:33Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-03-21T05:58:20Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-03-21T05:59:07Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-03-21T05:59:54Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-03-21T06:00:41Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69b3ef2c236d53e3f4377a53	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-03-13T11:04:23Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-03-13T11:05:06Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-03-13T11:05:49Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-03-13T11:06:32Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-03-13T11:07:15Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-03-13T11:07:58Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69b34aa58535da2a74ecfe3e	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-03-12T23:22:24Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-03-12T23:22:54Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-03-12T23:23:24Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-03-12T23:23:54Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-03-12T23:24:24Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-03-12T23:24:54Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69a66eed48c6e6b776580614	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-03-03T05:17:44Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-03-03T05:20:04Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-03-03T05:22:24Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-03-03T05:24:44Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69a50e050c57f34477c30dea	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-03-02T04:12:00Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-03-02T04:12:11Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-03-02T04:12:22Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-03-02T04:12:33Z"}]	6650a1b2c3d4e5f6a7b8c9d0
699f0e3d6e20798af87891d5	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-02-25T14:59:20Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-02-25T15:00:48Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-02-25T15:02:16Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-02-25T15:03:44Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a0c1c693de7e1b2440ce47f	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-05-19T08:16:52Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-05-19T08:18:59Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-05-19T08:21:06Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-05-19T08:23:13Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a0878269fb067f8c4c2686a	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-05-16T13:59:13Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-05-16T14:01:02Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-05-16T14:02:51Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-05-16T14:04:40Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a0611110178ee3f4577ec55	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-05-14T18:14:52Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-05-14T18:16:13Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-05-14T18:17:34Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-05-14T18:18:55Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a05ead763417485c62d7040	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-05-14T15:31:46Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-05-14T15:33:01Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-05-14T15:34:16Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-05-14T15:35:31Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-05-14T15:36:46Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-05-14T15:38:01Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69d8fbda6896c67c193da77e	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-04-10T13:32:21Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-04-10T13:33:11Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-04-10T13:34:01Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-04-10T13:34:51Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69d86f7dca5f4cc299f32b69	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-04-10T03:33:28Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-04-10T03:35:08Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-04-10T03:36:48Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-04-10T03:38:28Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-04-10T03:40:08Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-04-10T03:41:48Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69d83c0f2c27d3091aa8af54	[{"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-04-09T23:54:02Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-04-09T23:56:13Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-04-09T23:58:24Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-04-10T00:00:35Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69d6d2d18df0594f9b5e333f	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-04-08T22:12:44Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-04-08T22:13:29Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-04-08T22:14:14Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-04-08T22:14:59Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69d3d061efb8df961c13b72a	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-04-06T15:25:32Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-04-06T15:27:40Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-04-06T15:29:48Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-04-06T15:31:56Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69c712c1518165dc9cc93b15	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-27T23:29:16Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-27T23:31:19Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-27T23:33:22Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-27T23:35:25Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69c4e64ab349ec231d7ebf00	[{"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-03-26T07:55:01Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-03-26T07:58:47Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69c1d50089a8f532118be93c	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-24T00:04:27Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-24T00:05:05Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-24T00:05:43Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-24T00:06:21Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69bb20d44d3a01bf12f6f112	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-03-18T22:02:07Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-03-18T22:02:16Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-03-18T22:02:25Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-03-18T22:02:34Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69bafdf9af02880593ac74fd	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-03-18T19:33:24Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-03-18T19:34:15Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-03-18T19:35:06Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-03-18T19:35:57Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-03-18T19:36:48Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-03-18T19:37:39Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69a0e63d7293949295177cd3	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-02-27T00:33:12Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-02-27T00:33:49Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-02-27T00:34:26Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-02-27T00:35:03Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-02-27T00:35:40Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-02-27T00:36:17Z"}]	6650a1b2c3d4e5f6a7b8c9d0
699b61c03624a11f968284a9	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-02-22T20:06:35Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-02-22T20:08:12Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-02-22T20:09:49Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-02-22T20:11:26Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-02-22T20:13:03Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-02-22T20:14:40Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a2f26a287941c0c6a8c91bf	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-06-14T22:09:49Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-06-14T22:10:23Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-06-14T22:10:57Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-06-14T22:11:31Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-06-14T22:12:05Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-06-14T22:12:39Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a27a1f84b2528996bf79995	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-06-09T05:17:55Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-06-09T05:20:16Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-06-09T05:22:37Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-06-09T05:24:58Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69decd146085c815e0640295	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-04-14T23:26:23Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-04-14T23:28:02Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-04-14T23:29:41Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-04-14T23:31:20Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-04-14T23:32:59Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-04-14T23:34:38Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69d30cfdc24e4e5c61198680	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-04-06T01:31:52Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-04-06T01:33:14Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-04-06T01:34:36Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-04-06T01:35:58Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-04-06T01:37:20Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-04-06T01:38:42Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a3af3c70424edf4c666c4e9	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-06-23T21:00:02Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-06-23T21:01:22Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-06-23T21:02:42Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-06-23T21:04:02Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a15aefaed0f8d5549f25880	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-05-26T14:32:37Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-05-26T14:34:26Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-05-26T14:36:15Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-05-26T14:38:04Z"}]	6650a1b2c3d4e5f6a7b8c9d0
699dffdbce724fc7979ac253	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-02-24T19:45:42Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-02-24T19:46:44Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-02-24T19:47:46Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-02-24T19:48:48Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-02-24T19:49:50Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-02-24T19:50:52Z"}]	6650a1b2c3d4e5f6a7b8c9d0
69942bd392035c549905ca29	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-02-17T08:50:38Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-02-17T08:51:20Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-02-17T08:52:02Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-02-17T08:52:44Z"}]	6650a1b2c3d4e5f6a7b8c9d0
698c90fc559468e19a70d1ff	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-02-11T14:24:07Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-02-11T14:26:13Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-02-11T14:28:19Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-02-11T14:30:25Z"}]	6650a1b2c3d4e5f6a7b8c9d0
698c300eb75cef281b2655ea	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-02-11T07:30:33Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-02-11T07:32:35Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-02-11T07:34:37Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-02-11T07:36:39Z"}]	6650a1b2c3d4e5f6a7b8c9d0
697e41867aedfbb51c915dc0	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-01-31T17:53:21Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-01-31T17:54:59Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-01-31T17:56:37Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-01-31T17:58:15Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-01-31T17:59:53Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-01-31T18:01:31Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6857cd5a19858d713ad32de9	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2025-06-22T09:31:17Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2025-06-22T09:33:41Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2025-06-22T09:36:05Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2025-06-22T09:38:29Z"}]	6650a1b2c3d4e5f6a7b8c9d0
68575494dd1699fe3c3e35bf	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2025-06-22T00:55:59Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2025-06-22T00:57:57Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2025-06-22T00:59:55Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2025-06-22T01:01:53Z"}]	6650a1b2c3d4e5f6a7b8c9d0
68501ac83edf2044bcf3b9aa	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-06-16T13:23:31Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-06-16T13:24:43Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-06-16T13:25:55Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-06-16T13:27:07Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-06-16T13:28:19Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-06-16T13:29:31Z"}]	6650a1b2c3d4e5f6a7b8c9d0
684a3015a0a7a68b3da93d95	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2025-06-12T01:40:48Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2025-06-12T01:43:18Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2025-06-12T01:45:48Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2025-06-12T01:48:18Z"}]	6650a1b2c3d4e5f6a7b8c9d0
6a0d84f0a000000000000000	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-05-20T09:55:07Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-05-20T09:55:55Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-05-20T09:56:43Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-05-20T09:57:31Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-05-20T09:58:19Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-05-20T09:59:07Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69a6a803ad9d5ee9c6e2092a	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-03T09:21:18Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-03T09:23:20Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-03T09:25:22Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-03T09:27:24Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69a40f0d0f65e53047978d15	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-01T10:04:08Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-01T10:05:33Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-01T10:06:58Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-01T10:08:23Z"}]	6650c3d4e5f6a7b8c9d0e1f2
699b9cfb712e6b76c84d1100	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-02-23T00:19:18Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-02-23T00:20:18Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-02-23T00:21:18Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-02-23T00:22:18Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69a6b7639d4453901a369255	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-03T10:26:54Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-03T10:28:16Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-03T10:29:38Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-03T10:31:00Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69a376f9ff0cd9d69aec1640	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-02-28T23:15:16Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-02-28T23:16:19Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-02-28T23:17:22Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-02-28T23:18:25Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-02-28T23:19:28Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-02-28T23:20:31Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69a6a864c95a3ba96c2013aa	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-03-03T09:22:55Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-03-03T09:24:05Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-03-03T09:25:15Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-03-03T09:26:25Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-03-03T09:27:35Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-03-03T09:28:45Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69a63cc72b22c1efecd59795	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-03-03T01:43:46Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-03-03T01:44:38Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-03-03T01:45:30Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-03-03T01:46:22Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-03-03T01:47:14Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-03-03T01:48:06Z"}]	6650c3d4e5f6a7b8c9d0e1f2
699a72b08ceb48366d8b1b80	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-02-22T03:06:35Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-02-22T03:09:05Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-02-22T03:11:35Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-02-22T03:14:05Z"}]	6650c3d4e5f6a7b8c9d0e1f2
6a2e0f1da8a824f612c92600	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-06-14T02:17:12Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-06-14T02:19:28Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-06-14T02:21:44Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-06-14T02:24:00Z"}]	6650c3d4e5f6a7b8c9d0e1f2
693e191e0ef6207343c5a3ea	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2025-12-14T01:55:53Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2025-12-14T01:57:31Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2025-12-14T01:59:09Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2025-12-14T02:00:47Z"}]	6650c3d4e5f6a7b8c9d0e1f2
693b1978d2872d004530abc0	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2025-12-11T19:20:35Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2025-12-11T19:21:31Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2025-12-11T19:22:27Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2025-12-11T19:23:23Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2025-12-11T19:24:19Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2025-12-11T19:25:15Z"}]	6650c3d4e5f6a7b8c9d0e1f2
696c6b6d1940ac5d4aeebe52	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-01-18T05:11:20Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-01-18T05:12:33Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-01-18T05:13:46Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-01-18T05:14:59Z"}]	6650c3d4e5f6a7b8c9d0e1f2
6960a5c3dcd1b8ea4c59c628	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-01-09T06:53:02Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-01-09T06:54:27Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-01-09T06:55:52Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-01-09T06:57:17Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-01-09T06:58:42Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-01-09T07:00:07Z"}]	6650c3d4e5f6a7b8c9d0e1f2
695fefe93e9a3f30cd0f4a13	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-01-08T17:57:08Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-01-08T17:58:54Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-01-08T18:00:40Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-01-08T18:02:26Z"}]	6650c3d4e5f6a7b8c9d0e1f2
694c16d9022b4bbdce7a51e9	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2025-12-24T16:37:56Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2025-12-24T16:38:22Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2025-12-24T16:38:48Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2025-12-24T16:39:14Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2025-12-24T16:39:40Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2025-12-24T16:40:06Z"}]	6650c3d4e5f6a7b8c9d0e1f2
693dc1f163f3d2044f2fd5d4	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2025-12-13T19:43:56Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2025-12-13T19:45:36Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2025-12-13T19:47:16Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2025-12-13T19:48:56Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69e45f226df0a01acb09ab29	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-04-19T04:50:53Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-04-19T04:52:51Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-04-19T04:54:49Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-04-19T04:56:47Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69ca69b7934a32ee4d2a36ea	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-30T12:17:06Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-30T12:18:28Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-30T12:19:50Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-30T12:21:12Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69bffd4f56db3f7b4e953ec0	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-03-22T14:31:54Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-03-22T14:34:24Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-03-22T14:36:54Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-03-22T14:39:24Z"}]	6650c3d4e5f6a7b8c9d0e1f2
6a1af5f7dce413196001d529	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-05-30T14:36:50Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-05-30T14:37:47Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-05-30T14:38:44Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-05-30T14:39:41Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-05-30T14:40:38Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-05-30T14:41:35Z"}]	6650c3d4e5f6a7b8c9d0e1f2
6a1a79b03eac995fe0b75914	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2026-05-30T05:46:35Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2026-05-30T05:47:07Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2026-05-30T05:47:39Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2026-05-30T05:48:11Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2026-05-30T05:48:43Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2026-05-30T05:49:15Z"}]	6650c3d4e5f6a7b8c9d0e1f2
6a0f861a023da5ece22260ea	[{"role": "agent", "content": "You wanted to see me about the figures.", "timestamp": "2026-05-21T22:24:37Z"}, {"role": "student", "content": "I did. The margin in the second quarter does not fit the volume.", "timestamp": "2026-05-21T22:24:47Z"}, {"role": "agent", "content": "Our accountant says it is a timing matter.", "timestamp": "2026-05-21T22:24:57Z"}, {"role": "student", "content": "Then the third quarter should make up for it, and it does not.", "timestamp": "2026-05-21T22:25:07Z"}]	6650c3d4e5f6a7b8c9d0e1f2
6a01bcfd64062c3362d7e4d5	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2026-05-11T11:27:04Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2026-05-11T11:27:55Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2026-05-11T11:28:46Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2026-05-11T11:29:37Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2026-05-11T11:30:28Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2026-05-11T11:31:19Z"}]	6650c3d4e5f6a7b8c9d0e1f2
68f16474179e4569568ec9ea	[{"role": "agent", "content": "Good morning, and thank you for making the time. Shall we start?", "timestamp": "2025-10-16T21:32:47Z"}, {"role": "student", "content": "Yes, please. I have read the brief twice.", "timestamp": "2025-10-16T21:34:27Z"}, {"role": "agent", "content": "Then tell me: who loses most if we follow your plan?", "timestamp": "2025-10-16T21:36:07Z"}, {"role": "student", "content": "In the short run the commuters. So I would phase it over six months.", "timestamp": "2025-10-16T21:37:47Z"}, {"role": "agent", "content": "Six months cost us money every day. What do you offer in return?", "timestamp": "2025-10-16T21:39:27Z"}, {"role": "student", "content": "A published calendar, so that nobody has to guess, and a fund for transport.", "timestamp": "2025-10-16T21:41:07Z"}]	6650c3d4e5f6a7b8c9d0e1f2
68ee91f0db2f51f657f9d1c0	[{"role": "agent", "content": "I have five minutes before the next meeting. Convince me.", "timestamp": "2025-10-14T18:10:03Z"}, {"role": "student", "content": "Three points then: cost, risk, and what our competitors do already.", "timestamp": "2025-10-14T18:11:28Z"}, {"role": "agent", "content": "Begin with the risk.", "timestamp": "2025-10-14T18:12:53Z"}, {"role": "student", "content": "The greatest risk is waiting; the licence runs out in March.", "timestamp": "2025-10-14T18:14:18Z"}, {"role": "agent", "content": "And if the regulator refuses?", "timestamp": "2025-10-14T18:15:43Z"}, {"role": "student", "content": "Then we fall back to the pilot in two regions. It is slower, but it is ours.", "timestamp": "2025-10-14T18:17:08Z"}]	6650c3d4e5f6a7b8c9d0e1f2
69a55fdf3b90d4ed5bf69755	[{"role": "agent", "content": "Nobody told me why I am here. Is something wrong?", "timestamp": "2026-03-02T10:01:14Z"}, {"role": "student", "content": "I would like to explain it to you slowly. Stop me whenever you like.", "timestamp": "2026-03-02T10:02:48Z"}, {"role": "agent", "content": "Please do. I am not from the trade.", "timestamp": "2026-03-02T10:04:22Z"}, {"role": "student", "content": "We found a mistake, we know its cause, and here is what we are doing.", "timestamp": "2026-03-02T10:05:56Z"}]	6650c3d4e5f6a7b8c9d0e1f2
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

COPY public.tenants_tenant (id, created_at, updated_at, name, slug, domain, lms_type, is_active) FROM stdin;
6650a1b2c3d4e5f6a7b8c9d0	2025-01-01 00:00:00+00	\N	Demo University	demo-university	demo.miva.university	canvas	t
6650c3d4e5f6a7b8c9d0e1f2	2025-06-01 14:00:00+00	\N	State University	state-university	state.miva.university	canvas	t
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

SELECT pg_catalog.setval('public.auth_permission_id_seq', 116, true);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_content_type_id_seq', 29, true);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_migrations_id_seq', 49, true);


--
-- Name: programmes_casestudyprogramme_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.programmes_casestudyprogramme_id_seq', 57, true);


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
-- Name: students_session students_session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.students_session
    ADD CONSTRAINT students_session_pkey PRIMARY KEY (id);


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

CREATE INDEX audit_by_target ON public.tenants_auditevent USING btree (tenant_id, target_type, target_id, event_time DESC, id DESC);


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
-- Name: open_sign_ins; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX open_sign_ins ON public.accounts_signin USING btree (tenant_id, user_id) WHERE (ended_at IS NULL);


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
-- Name: service_keys_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX service_keys_newest ON public.accounts_servicekey USING btree (tenant_id, created DESC);


--
-- Name: sessions_of_case_study; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_of_case_study ON public.students_session USING btree (tenant_id, case_study_id, user_id, start_time);


--
-- Name: sessions_of_student; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_of_student ON public.students_session USING btree (tenant_id, user_id, case_study_id, start_time);


--
-- Name: staff_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_newest ON public.accounts_user USING btree (tenant_id, created_at DESC, id DESC) WHERE ((NOT (((legacy_role)::text = 'STUDENT'::text) AND (legacy_role IS NOT NULL))) OR (legacy_role IS NULL));


--
-- Name: student_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX student_by_name ON public.accounts_user USING btree (tenant_id, sort_name, id) WHERE (((legacy_role)::text = 'STUDENT'::text) AND (NOT ((status)::text = 'DELETED'::text)));


--
-- Name: student_last_seen_asc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX student_last_seen_asc ON public.accounts_user USING btree (tenant_id, last_seen_at, sort_name, id) WHERE (((legacy_role)::text = 'STUDENT'::text) AND (NOT ((status)::text = 'DELETED'::text)));


--
-- Name: student_last_seen_desc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX student_last_seen_desc ON public.accounts_user USING btree (tenant_id, last_seen_at DESC NULLS LAST, sort_name, id) WHERE (((legacy_role)::text = 'STUDENT'::text) AND (NOT ((status)::text = 'DELETED'::text)));


--
-- Name: student_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX student_search ON public.accounts_user USING gin (tenant_id, search_text public.gin_trgm_ops) WHERE (((legacy_role)::text = 'STUDENT'::text) AND (NOT ((status)::text = 'DELETED'::text)));


--
-- Name: students_attempttransaction_grant_id_bfbb6625; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX students_attempttransaction_grant_id_bfbb6625 ON public.students_attempttransaction USING btree (grant_id);


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

CREATE INDEX tenant_by_domain ON public.tenants_tenant USING btree (lower((domain)::text));


--
-- Name: tenant_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tenant_by_name ON public.tenants_tenant USING btree (name, id);


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
-- Name: students_attempttransaction append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.students_attempttransaction FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


--
-- Name: tenants_auditevent append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.tenants_auditevent FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


--
-- Name: accounts_user derived_columns; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER derived_columns BEFORE INSERT OR UPDATE ON public.accounts_user FOR EACH ROW EXECUTE FUNCTION public.guard_derived_user_columns();


--
-- Name: students_session last_seen_after_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER last_seen_after_delete AFTER DELETE ON public.students_session REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.session_deleted();


--
-- Name: students_session last_seen_after_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER last_seen_after_insert AFTER INSERT ON public.students_session REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.session_inserted();


--
-- Name: students_session last_seen_after_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER last_seen_after_update AFTER UPDATE ON public.students_session REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.session_updated();


--
-- Name: accounts_role legacy_role_is_fixed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER legacy_role_is_fixed BEFORE UPDATE ON public.accounts_role FOR EACH ROW WHEN (((old.legacy_role)::text IS DISTINCT FROM (new.legacy_role)::text)) EXECUTE FUNCTION public.refuse_role_change();


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
-- Name: accounts_signin sign_in_user_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_signin
    ADD CONSTRAINT sign_in_user_fk FOREIGN KEY (tenant_id, user_id) REFERENCES public.accounts_user(tenant_id, id);


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


