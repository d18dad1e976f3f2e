from django.db import models

from students.models.attempts import AttemptTransaction
from tenants.models.kept_apart import PersonalPart


class LedgerPersonal(PersonalPart):
    """What names a person in one line of the ledger: why, and who added it (contract §18).

    The database moves it here when the line is written (``students/sql/keep_line_apart.sql``), and
    an erasure empties it: ``reason`` is about the student, ``actor_name`` names the staff.
    """

    line = models.OneToOneField(
        AttemptTransaction,
        on_delete=models.DO_NOTHING,
        primary_key=True,
        related_name="personal",
        db_constraint=False,
    )
    reason = models.CharField(max_length=1000, null=True)
    actor_name = models.CharField(max_length=511, null=True)

    def __str__(self) -> str:
        return f"Personal data of {self.line_id}"
