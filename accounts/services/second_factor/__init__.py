"""Second factors: codes of an authenticator app, or recovery codes, beside the password (§16)."""

from accounts.services.second_factor.changes import (
    SET_UP_TIME,
    OfferedFactor,
    activate,
    begin,
    confirm,
    offer,
    prove,
    remove_of,
    remove_own,
    renew_recovery_codes,
)
from accounts.services.second_factor.checks import (
    SecondFactorRequired,
    SecondFactorSetupRequired,
    forgive_codes,
    require_code,
    require_set_up,
)
from accounts.services.second_factor.codes import LONGEST_CODE
from accounts.services.second_factor.resealing import reseal_secrets

__all__ = [
    "LONGEST_CODE",
    "SET_UP_TIME",
    "OfferedFactor",
    "SecondFactorRequired",
    "SecondFactorSetupRequired",
    "activate",
    "begin",
    "confirm",
    "forgive_codes",
    "offer",
    "prove",
    "remove_of",
    "remove_own",
    "renew_recovery_codes",
    "require_code",
    "require_set_up",
    "reseal_secrets",
]
