"""Rules about single values of session reports and of attempts (contract §9, §12, §15)."""

from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.core.exceptions import ValidationError
from django.utils import timezone

# How far the live service's clock may be ahead of ours.
CLOCK_TOLERANCE = timedelta(minutes=5)

# Attempts that one grant or revocation may be about.
MOST_ATTEMPTS = 100

# Characters of a reason.
LONGEST_REASON = 1_000

_TENTH = Decimal("0.1")


def validate_not_in_the_future(moment: datetime) -> None:
    """Refuse a moment that cannot have happened yet."""
    if moment > timezone.now() + CLOCK_TOLERANCE:
        raise ValidationError("This lies in the future.")


def validate_in_the_future(moment: datetime) -> None:
    """Refuse a moment that has come, as the end of something that shall begin now."""
    if moment <= timezone.now():
        raise ValidationError("Give a moment in the future.")


def validate_span(start: datetime | None, end: datetime | None) -> None:
    """Refuse an end before its start; what is not known yet is before or after nothing."""
    if start and end and end < start:
        raise ValidationError("A session cannot end before it starts.")


def rounded_score(score: float) -> Decimal:
    """Return a score as it is kept: one decimal, halves rounded up as on a school report."""
    # By way of its text, so that 82.25 is a half and not the binary fraction just below it.
    return Decimal(str(score)).quantize(_TENTH, ROUND_HALF_UP)
