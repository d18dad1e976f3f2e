"""How often something may be asked or tried (contract §1.4, 429)."""

from accounts.throttling.addresses import neighbourhood
from accounts.throttling.permits import spend
from accounts.throttling.tries import allow, allows, forgive, take_back

__all__ = ["allow", "allows", "forgive", "neighbourhood", "spend", "take_back"]
