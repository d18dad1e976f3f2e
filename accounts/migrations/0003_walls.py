"""Walls between tenants: what a connection sees follows the tenant it works for (docs/security.md)."""

from django.db import migrations, models

from config.db.sql_objects import ApplySQL
from config.db.walls import BuildWalls

WITH_RIGHTS_OF_THE_CALLER = [
    ApplySQL("expected_programme_set", version=2),
    ApplySQL("programme_set_difference", version=2),
    ApplySQL("programme_label_difference", version=2),
]

DIRECTORY = ApplySQL(
    "directory",
    drop="""
    DROP FUNCTION tenant_of_user(text);
    DROP FUNCTION tenant_of_service_key(text);
    DROP FUNCTION tenant_of_invitation(text);
    DROP FUNCTION tenant_of_sso_code(text);
    DROP FUNCTION is_super_admin_left(text);
    """,
)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_database"), ("tenants", "0003_walls")]

    operations = [
        *WITH_RIGHTS_OF_THE_CALLER,
        DIRECTORY,
        migrations.AddField(
            model_name="browsersession",
            name="tenant",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=models.CASCADE,
                related_name="+",
                to="tenants.tenant",
            ),
        ),
        BuildWalls(
            "Role",
            "User",
            "SignIn",
            "ServiceKey",
            "Invitation",
            "ProgrammeMembership",
            "ProgrammeSet",
            "SSOIdentity",
            "SSOLogin",
            "SSOCode",
        ),
    ]
