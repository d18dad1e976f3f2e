from django.db import migrations

from config.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [("tenants", "0002_initial")]

    operations = [append_only("tenants_auditevent")]
