"""Room in each event for the digests of what is kept apart from it (contract §18)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tenants", "0007_search")]

    operations = [
        migrations.AddField(
            model_name="auditevent",
            name=name,
            field=models.BinaryField(max_length=32, null=True),
        )
        for name in ("actor_digest", "metadata_digest")
    ]
