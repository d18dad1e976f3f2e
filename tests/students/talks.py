"""Sessions with a transcript, of some days ago."""

from datetime import timedelta

from django.utils import timezone

from students.models import Session
from tests.factories import SessionFactory, StudentFactory, TranscriptFactory

SAID = [{"role": "student", "content": "Yes, please.", "timestamp": "2026-04-01T14:30:11Z"}]


def talk(tenant, days: float, **values) -> Session:
    """Return a session that ended so many days ago, with its transcript."""
    end = timezone.now() - timedelta(days=days)
    values = {"start_time": end - timedelta(minutes=9), "end_time": end} | values
    session = SessionFactory(
        user=values.pop("user", None) or StudentFactory(tenant=tenant),
        transcript_status="available",
        **values,
    )
    TranscriptFactory(session=session, messages=SAID)
    return session
