from django.contrib.postgres.operations import BtreeGinExtension, TrigramExtension
from django.db import migrations

# What names are sorted by: lower case, decomposed, without combining marks, compared in
# collation "C". Immutable, so that generated columns and indexes may use it.
FOLD_TEXT = """
CREATE FUNCTION fold_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(normalize(lower(value), NFD), '[\u0300-\u036f]', '', 'g') COLLATE "C"
"""

# What searches compare: every letter in one case (ς, σ and Σ are one letter), accents as written,
# and composed, however the caller's keyboard makes them.
FOLD_CASE = """
CREATE FUNCTION fold_case(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(upper(normalize(value, NFC)))
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
        migrations.RunSQL(FOLD_CASE, "DROP FUNCTION fold_case(text)"),
        migrations.RunSQL(REFUSE_CHANGE, "DROP FUNCTION refuse_change()"),
    ]
