from django.contrib.postgres.operations import BtreeGinExtension, TrigramExtension
from django.db import migrations

# What names are sorted by: lower case, decomposed, without combining marks, compared in
# collation "C". Immutable, so that generated columns and indexes may use it.
FOLD_TEXT = """
CREATE FUNCTION fold_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(normalize(lower(value), NFD), '[\u0300-\u036f]', '', 'g') COLLATE "C"
"""

REFUSE_CHANGE = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: rows are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$
"""


class Migration(migrations.Migration):
    initial = True

    operations = [
        TrigramExtension(),
        BtreeGinExtension(),
        migrations.RunSQL(FOLD_TEXT, "DROP FUNCTION fold_text(text)"),
        migrations.RunSQL(REFUSE_CHANGE, "DROP FUNCTION refuse_change()"),
    ]
