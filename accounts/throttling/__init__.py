"""How often something may be asked or tried (contract §1.4, 429)."""

from accounts.throttling.attempts import allow, allows, forgive, take_back
from accounts.throttling.devices import Device
from accounts.throttling.networks import client_network
from accounts.throttling.passwords import count_guess
from accounts.throttling.quotas import consume

__all__ = [
    "Device",
    "allow",
    "allows",
    "client_network",
    "consume",
    "count_guess",
    "forgive",
    "take_back",
]
