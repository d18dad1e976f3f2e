from django.db import migrations

# Text as a spreadsheet's cell holds it: without what XML cannot hold, and never a formula,
# whoever chose the first character (contract §8).
TEXT_CELL = r"""
CREATE FUNCTION text_cell(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(
    translate(
        value,
        E'\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19'
        '\x1a\x1b\x1c\x1d\x1e\x1f' || U&'\FFFE\FFFF',
        ''
    ),
    E'^([=+\\-@\t\r])',
    E'''\\1'
)
"""

# A moment as the API writes it (§1.6).
INSTANT_CELL = """
CREATE FUNCTION instant_cell(value timestamptz) RETURNS text
LANGUAGE sql STABLE STRICT PARALLEL SAFE
RETURN to_char(value AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
"""


class Migration(migrations.Migration):
    dependencies = [("tenants", "0005_audit_lists")]

    operations = [
        migrations.RunSQL(TEXT_CELL, "DROP FUNCTION text_cell(text)"),
        migrations.RunSQL(INSTANT_CELL, "DROP FUNCTION instant_cell(timestamptz)"),
    ]
