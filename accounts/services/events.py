"""The signals of this app's services, which are sent inside their own transaction."""

from django.dispatch import Signal

invitation_issued = Signal()
"""Sent with ``invitation``: its mail is to be written (``accounts.tasks`` queues it)."""

reset_requested = Signal()
"""Sent with ``tenant_id``, ``user_id`` (``""`` where there is no such account), and the ``address``
and ``user_agent`` by which somebody unknown asks: what depends on the account is to be done
later."""

reset_issued = Signal()
"""Sent with ``reset``: its mail is to be written."""
