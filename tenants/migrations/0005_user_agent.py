"""What the program of whoever acted calls itself, beside the address."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tenants", "0004_allow_password_login")]

    operations = [
        migrations.AddField(
            model_name="auditevent",
            name="user_agent",
            field=models.CharField(max_length=256, null=True),
        ),
    ]
