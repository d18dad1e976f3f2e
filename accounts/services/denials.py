"""The record of attempts that were not allowed (contract §11)."""

from typing import Any

from django.conf import settings
from django.db import transaction

from accounts import throttling
from accounts.models import User
from tenants.models import EventType
from tenants.services import audit


@transaction.atomic
def record_denial(*, actor: User, **facts: Any) -> None:
    """Record that a user was refused; beyond DENIALS_RECORDED_PER_USER, record nothing more.

    A program that repeats a forbidden request must not fill the disk.
    """
    if not throttling.is_within("denial", actor.pk, settings.DENIALS_RECORDED_PER_USER):
        return
    audit.record(EventType.ACCESS_DENIED, actor=actor, tenant=actor.tenant, target_id=None, **facts)
