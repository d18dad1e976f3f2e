"""The signals of this app's services, which are sent inside their own transaction."""

from django.dispatch import Signal

roster_waits = Signal()
"""Sent with ``row``, a roster that the worker is to check or to import (``students.tasks``)."""
