import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import config.ids
import config.models

IS_STUDENT = models.Q(("legacy_role", "STUDENT"), models.Q(("status", "DELETED"), _negated=True))

# The set of a user follows from the memberships. Its id follows from the programmes, so that two
# transactions that both need a new set do not make two of it.
FUNCTIONS = """
CREATE FUNCTION programme_set_id(programmes text[]) RETURNS uuid
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN md5(array_to_string(programmes, ','))::uuid;

CREATE FUNCTION programme_label(programmes text[]) RETURNS text LANGUAGE sql STABLE
RETURN (
    SELECT string_agg(name, ', ' ORDER BY code)
    FROM programmes_programme WHERE id = ANY (programmes)
);

CREATE VIEW expected_programme_set AS
SELECT member.id AS user_id, member.tenant_id, enrolled.programmes,
    programme_set_id(enrolled.programmes) AS id
FROM accounts_user AS member, LATERAL (
    SELECT array_agg(programme_id::text ORDER BY programme_id) AS programmes
    FROM accounts_programmemembership WHERE user_id = member.id
) AS enrolled;
"""

DROP_FUNCTIONS = """
DROP VIEW expected_programme_set;
DROP FUNCTION programme_label(text[]);
DROP FUNCTION programme_set_id(text[]);
"""

# The users' rows are locked first, in the order of their ids: statements about the same users then
# take turns, and the later one sees the memberships that the earlier one committed.
#
# Who writes a new set's label locks the programmes, so that nobody renames one meanwhile who does
# not see the set yet.
REFRESH = """
CREATE FUNCTION refresh_programme_sets(user_ids text[]) RETURNS void LANGUAGE plpgsql AS $$
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

CREATE FUNCTION membership_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_programme_sets(ARRAY(SELECT DISTINCT user_id FROM new_rows));
    RETURN NULL;
END
$$;

CREATE FUNCTION membership_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_programme_sets(ARRAY(
        SELECT user_id FROM old_rows UNION SELECT user_id FROM new_rows
    ));
    RETURN NULL;
END
$$;

CREATE FUNCTION membership_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_programme_sets(ARRAY(SELECT DISTINCT user_id FROM old_rows));
    RETURN NULL;
END
$$;

CREATE FUNCTION memberships_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE accounts_user SET programme_set_id = NULL WHERE programme_set_id IS NOT NULL;
    RETURN NULL;
END
$$;

CREATE TRIGGER programme_set_after_insert AFTER INSERT ON accounts_programmemembership
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION membership_inserted();

CREATE TRIGGER programme_set_after_update AFTER UPDATE ON accounts_programmemembership
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION membership_updated();

CREATE TRIGGER programme_set_after_delete AFTER DELETE ON accounts_programmemembership
REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION membership_deleted();

CREATE TRIGGER programme_set_after_truncate AFTER TRUNCATE ON accounts_programmemembership
FOR EACH STATEMENT EXECUTE FUNCTION memberships_truncated();
"""

DROP_REFRESH = """
DROP TRIGGER programme_set_after_insert ON accounts_programmemembership;
DROP TRIGGER programme_set_after_update ON accounts_programmemembership;
DROP TRIGGER programme_set_after_delete ON accounts_programmemembership;
DROP TRIGGER programme_set_after_truncate ON accounts_programmemembership;
DROP FUNCTION membership_inserted();
DROP FUNCTION membership_updated();
DROP FUNCTION membership_deleted();
DROP FUNCTION memberships_truncated();
DROP FUNCTION refresh_programme_sets(text[]);
"""

# A renamed programme renames its sets; a programme that can be deleted is in no set that anybody
# has, since memberships hold it.
LABELS = """
CREATE FUNCTION programme_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
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

CREATE FUNCTION programme_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM accounts_programmeset
    WHERE tenant_id IN (SELECT tenant_id FROM old_rows)
        AND programmes::text[] && ARRAY(SELECT id::text FROM old_rows);
    RETURN NULL;
END
$$;

CREATE TRIGGER labels_after_update AFTER UPDATE ON programmes_programme
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION programme_renamed();

CREATE TRIGGER labels_after_delete AFTER DELETE ON programmes_programme
REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION programme_deleted();
"""

DROP_LABELS = """
DROP TRIGGER labels_after_update ON programmes_programme;
DROP TRIGGER labels_after_delete ON programmes_programme;
DROP FUNCTION programme_renamed();
DROP FUNCTION programme_deleted();
"""

# The users' guard as 0003 made it, now for the set as well. At depth 1 somebody else is writing,
# unless it is a repair, which says so.
GUARD = """
CREATE OR REPLACE FUNCTION guard_derived_user_columns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.last_seen_at := NULL;
        {insert}
    ELSE
        IF pg_trigger_depth() = 1 {unless} THEN
            NEW.last_seen_at := OLD.last_seen_at;
            {update}
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
$$
"""

GUARD_SET = GUARD.format(
    insert="NEW.programme_set_id := NULL;",
    update="NEW.programme_set_id := OLD.programme_set_id;",
    unless="AND current_setting('command_center.repair', true) IS DISTINCT FROM 'on'",
)
GUARD_NO_SET = GUARD.format(insert="", update="", unless="")

FILL = """
SET LOCAL command_center.repair = 'on';
SELECT refresh_programme_sets(ARRAY(SELECT DISTINCT user_id FROM accounts_programmemembership));
SET LOCAL command_center.repair = 'off';
"""

REPLACED = ("student_last_seen_desc", "student_last_seen_asc", "student_search")


def _index(name: str, *columns) -> models.Index:
    return models.Index(
        models.F("tenant"),
        *(models.F(column) if isinstance(column, str) else column for column in columns),
        name=name,
        condition=IS_STUDENT,
    )


SEEN_DESC = models.OrderBy(models.F("last_seen_at"), descending=True, nulls_last=True)
SEEN_ASC = models.OrderBy(models.F("last_seen_at"), nulls_last=True)
INDEXES = (
    _index("student_status_name", "status", "sort_name", "id"),
    _index("student_status_seen_desc", "status", SEEN_DESC, "sort_name", "id"),
    _index("student_status_seen_asc", "status", SEEN_ASC, "sort_name", "id"),
    _index("student_set_name", "programme_set", "status", "sort_name", "id"),
    _index("student_set_seen", "programme_set", "status", SEEN_DESC, "sort_name", "id"),
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_invitation_mails"),
        ("programmes", "0002_case_study_formats"),
        ("tenants", "0005_audit_lists"),
    ]

    operations = [
        migrations.CreateModel(
            name="ProgrammeSet",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                (
                    "programmes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=config.ids.IdField(), help_text="Ids, ascending."
                    ),
                ),
                ("label", models.TextField(help_text="The programmes' names in code order.")),
                (
                    "sort_label",
                    models.GeneratedField(
                        db_persist=True,
                        expression=config.models.Fold("label"),
                        output_field=models.TextField(db_collation="C"),
                    ),
                ),
                (
                    "tenant",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenants.tenant",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="user",
            name="programme_set",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="users",
                to="accounts.programmeset",
            ),
        ),
        migrations.AddIndex(
            model_name="programmeset",
            index=models.Index(fields=["tenant", "sort_label"], name="programme_sets_by_label"),
        ),
        migrations.RunSQL(GUARD_SET, GUARD_NO_SET),
        migrations.RunSQL(FUNCTIONS, DROP_FUNCTIONS),
        migrations.RunSQL(REFRESH, DROP_REFRESH),
        migrations.RunSQL(LABELS, DROP_LABELS),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        *(migrations.RemoveIndex("user", name) for name in REPLACED),
        *(migrations.AddIndex("user", index) for index in INDEXES),
    ]
