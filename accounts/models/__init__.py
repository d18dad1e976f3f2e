"""Users, roles, memberships, invitations, and the ways to sign in."""

from accounts.models.access import CLOCKS_APART, RateCounter, ServiceKey, SignIn
from accounts.models.invitation import Invitation
from accounts.models.mailed_link import LinkState, MailedLink, MailedLinkQuerySet, hash_of
from accounts.models.membership import ProgrammeMembership, ProgrammeSet
from accounts.models.password_reset import PasswordReset
from accounts.models.pseudonym import is_erased, pseudonym_address
from accounts.models.role import LegacyRole, Role
from accounts.models.second_factor import SecondFactor
from accounts.models.session import BrowserSession
from accounts.models.sso import SSOCode, SSOIdentity, SSOLogin
from accounts.models.user import User, UserQuerySet, UserStatus
from accounts.models.ways_in import SignInKind, SignInWay

__all__ = [
    "CLOCKS_APART",
    "BrowserSession",
    "Invitation",
    "LegacyRole",
    "LinkState",
    "MailedLink",
    "MailedLinkQuerySet",
    "PasswordReset",
    "ProgrammeMembership",
    "ProgrammeSet",
    "RateCounter",
    "Role",
    "SSOCode",
    "SSOIdentity",
    "SSOLogin",
    "SecondFactor",
    "ServiceKey",
    "SignIn",
    "SignInKind",
    "SignInWay",
    "User",
    "UserQuerySet",
    "UserStatus",
    "hash_of",
    "is_erased",
    "pseudonym_address",
]
