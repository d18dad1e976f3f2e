"""What names people in the trail, kept apart from it, and the record of those who were erased."""

from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.ids import IdField
from tenants.models.audit import AuditEvent
from tenants.models.kept_apart import PersonalPart
from tenants.models.scoping import TenantEntity


class AuditPersonal(PersonalPart):
    """What names a person in one event: about the actor, and in the metadata (contract §18).

    The database moves it here when the event is written (``tenants/sql/keep_apart.sql``), and the
    event keeps a digest of each part. An erasure empties a part with its salt: after that, nobody
    can find out by guesses what the digest was made of. Nothing else ever changes.
    """

    # The trigger writes this row before the event, and the purge of old events may come between.
    event = models.OneToOneField(
        AuditEvent,
        on_delete=models.DO_NOTHING,
        primary_key=True,
        related_name="personal",
        db_constraint=False,
    )
    actor = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    actor_salt = models.UUIDField(null=True)
    metadata = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    metadata_salt = models.UUIDField(null=True)

    def __str__(self) -> str:
        return f"Personal data of {self.event_id}"


class Erasure(TenantEntity):
    """The erasure of one person, who is a pseudonym from then on (contract §18).

    The digests are keyed (``config.sealing``): they recognise an address or a SIS id that somebody
    brings back, and tell neither.
    """

    user_id = IdField()
    actor_user_id = IdField(null=True)
    digests = ArrayField(models.CharField(max_length=64, db_collation="C"), default=list)
    # Events about others whose metadata named the person.
    events = ArrayField(IdField(), default=list)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["user_id"],
                name="unique_erasure_of_user",
                violation_error_message=_("This person was erased already."),
            ),
            models.CheckConstraint(
                condition=~Q(user_id=""),
                name="erasure_of_somebody",
                violation_error_message=_("An erasure is of somebody."),
            ),
        )

    def __str__(self) -> str:
        return f"Erasure of {self.user_id}"
