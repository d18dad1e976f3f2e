from django.db import migrations


class Migration(migrations.Migration):
    """New names in the code; the tables keep theirs."""

    dependencies = [("students", "0007_newest_first")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RenameModel("Standing", "CaseStudyProgress"),
                migrations.AlterModelTable("CaseStudyProgress", "students_standing"),
                migrations.RenameModel("StandingCount", "ProgressCount"),
                migrations.AlterModelTable("ProgressCount", "students_standingcount"),
            ]
        )
    ]
