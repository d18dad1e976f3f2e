from django.db import migrations

# As before, and further: signs that only look like those of a formula, and characters of which
# nothing is seen before one. ``config.formulas`` explains the two lists.
UNSEEN = (
    r"''\x01-\x08\x0b\x0c\x0e-\x20\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891"
    r"\u08e2\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    r"\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd"
    r"\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
SIGNS = (
    r"=+@\t\n\r\u207a-\u207c\u208a-\u208c\u2212\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6b"
    r"\uff0b\uff0d\uff1d\uff20-"
)

_FUNCTION = r"""
CREATE OR REPLACE FUNCTION text_cell(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN value ~ '[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|^{formula}' THEN regexp_replace(
        regexp_replace(value, '[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]', '', 'g'),
        '^({formula})',
        E'''\\1'
    )
    ELSE value
END
"""
TEXT_CELL = _FUNCTION.format(formula=f"[{UNSEEN}]*[{SIGNS}]")
BEFORE = _FUNCTION.format(formula=r"[=+@\t\r-]")


class Migration(migrations.Migration):
    dependencies = [("tenants", "0007_quicker_text_cells")]

    operations = [migrations.RunSQL(TEXT_CELL, BEFORE)]
