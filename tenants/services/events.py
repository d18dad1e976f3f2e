"""The signals of this app, the lowest one, which are sent inside its own transaction."""

from django.dispatch import Signal

tenant_created = Signal()
"""Sent with ``tenant`` when one was created; whoever hears it adds what every tenant has."""

tenant_deleted = Signal()
"""Sent with ``tenant`` when one was switched off; whoever hears it may refuse (DomainError)."""
