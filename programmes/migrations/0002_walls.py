"""Walls between tenants: what a connection sees follows the tenant it works for (docs/security.md)."""

from django.db import migrations

from config.db.walls import BuildWalls


class Migration(migrations.Migration):
    dependencies = [("programmes", "0001_initial")]

    operations = [BuildWalls("Programme", "CaseStudy", "CaseStudyProgramme")]
