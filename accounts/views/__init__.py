"""What the accounts' routes answer."""

from accounts.views.auth import LoginView, LogoutView, RefreshView
from accounts.views.invitations import AcceptInvitationView, InvitationPage
from accounts.views.profile import ChangePasswordView, ProfileView
from accounts.views.roles import RoleViewSet
from accounts.views.sign_in import OrganisationPage, SignInPage, SignOutPage, StartPage
from accounts.views.users import UserViewSet

__all__ = [
    "AcceptInvitationView",
    "ChangePasswordView",
    "InvitationPage",
    "LoginView",
    "LogoutView",
    "OrganisationPage",
    "ProfileView",
    "RefreshView",
    "RoleViewSet",
    "SignInPage",
    "SignOutPage",
    "StartPage",
    "UserViewSet",
]
