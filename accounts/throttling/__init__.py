"""The limits on requests and attempts (contract §1.4, 429)."""

from accounts.throttling.attempts import attempt, count, is_within, refund, reset
from accounts.throttling.devices import Device
from accounts.throttling.networks import client_network, network_of
from accounts.throttling.passwords import account_key, forgive, guess
from accounts.throttling.quotas import consume

__all__ = [
    "Device",
    "account_key",
    "attempt",
    "client_network",
    "consume",
    "count",
    "forgive",
    "guess",
    "is_within",
    "network_of",
    "refund",
    "reset",
]
