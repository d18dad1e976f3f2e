"""Walls between tenants: what a connection sees follows the tenant it works for (docs/security.md)."""

from django.db import migrations

from config.db.walls import BuildWalls


class Migration(migrations.Migration):
    dependencies = [("tenants", "0002_database")]

    operations = [
        BuildWalls(
            "AuditEvent",
            "TenantBranding",
            "TenantSSOConfig",
            "TenantAIConfig",
            "AllowedOrigin",
            # Asked for before anybody is known; whoever asks names one.
            read_by_all=("AllowedOrigin",),
        ),
    ]
