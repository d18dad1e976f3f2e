"""Users, roles, memberships, invitations, and the ways to sign in."""

from accounts.models.access import CLOCKS_APART, RateCounter, ServiceKey, SignIn
from accounts.models.invitation import Invitation, InvitationQuerySet, InvitationState
from accounts.models.membership import ProgrammeMembership, ProgrammeSet
from accounts.models.role import LegacyRole, Role
from accounts.models.session import BrowserSession
from accounts.models.sso import SSOCode, SSOIdentity, SSOLogin
from accounts.models.user import User, UserQuerySet, UserStatus
from accounts.models.ways_in import SignInKind, SignInWay

__all__ = [
    "CLOCKS_APART",
    "BrowserSession",
    "Invitation",
    "InvitationQuerySet",
    "InvitationState",
    "LegacyRole",
    "ProgrammeMembership",
    "ProgrammeSet",
    "RateCounter",
    "Role",
    "SSOCode",
    "SSOIdentity",
    "SSOLogin",
    "ServiceKey",
    "SignIn",
    "SignInKind",
    "SignInWay",
    "User",
    "UserQuerySet",
    "UserStatus",
]
