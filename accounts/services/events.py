"""The signals of this app's services, which are sent inside their own transaction."""

from django.dispatch import Signal

invitation_issued = Signal()
"""Sent with ``invitation``: its mail is to be written (``accounts.tasks`` queues it)."""
