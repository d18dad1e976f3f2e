"""How often something may be asked or tried (contract §1.4, 429)."""

from accounts.throttling.addresses import neighbourhood
from accounts.throttling.devices import Device
from accounts.throttling.passwords import count_guess
from accounts.throttling.permits import spend
from accounts.throttling.tries import allow, allows, forgive, take_back

__all__ = [
    "Device",
    "allow",
    "allows",
    "count_guess",
    "forgive",
    "neighbourhood",
    "spend",
    "take_back",
]
