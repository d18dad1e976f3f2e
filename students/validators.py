"""The rules for single values of session reports and of attempts (contract §9, §12, §15)."""

from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# The time by which the live service's clock may be ahead of ours.
CLOCK_TOLERANCE = timedelta(minutes=5)

# The most attempts of one grant or revocation.
MOST_ATTEMPTS = 100

# Characters of a reason.
LONGEST_REASON = 1_000

_TENTH = Decimal("0.1")


def validate_not_in_the_future(moment: datetime) -> None:
    """Refuse a moment in the future."""
    if moment > timezone.now() + CLOCK_TOLERANCE:
        raise ValidationError(_("This lies in the future."))


def validate_in_the_future(moment: datetime) -> None:
    """Refuse a moment that is not in the future, as the end of something that begins now."""
    if moment <= timezone.now():
        raise ValidationError(_("Give a moment in the future."))


def validate_span(start: datetime | None, end: datetime | None) -> None:
    """Refuse an end before its start; a value that is not known yet is never wrong."""
    if start and end and end < start:
        raise ValidationError(_("A session cannot end before it starts."))


def rounded_score(score: float) -> Decimal:
    """Return a score as it is stored: one decimal, halves rounded up as on a school report."""
    # By way of its text, so that 82.25 is a half and not the binary fraction just below it.
    return Decimal(str(score)).quantize(_TENTH, ROUND_HALF_UP)
