"""A number of arrival for each event, in whose order seals cover them (contract §18).

Events that are there have 0, which rewrites no row. After this statement, which nobody else's
transaction runs beside, no event comes without a number.
"""

from django.db import migrations, models

import tenants.models.audit

SEQUENCE = "CREATE SEQUENCE tenants_auditevent_arrival"


class Migration(migrations.Migration):
    dependencies = [("tenants", "0008_digests")]

    operations = [
        migrations.RunSQL(SEQUENCE, "DROP SEQUENCE tenants_auditevent_arrival"),
        migrations.AddField(
            model_name="auditevent",
            name="arrival",
            field=models.BigIntegerField(db_default=0, editable=False),
        ),
        migrations.AlterField(
            model_name="auditevent",
            name="arrival",
            field=models.BigIntegerField(
                db_default=tenants.models.audit.NextArrival(), editable=False
            ),
        ),
    ]
