"""The views of the accounts app."""

from accounts.views.auth import LoginView, LogoutView, RefreshView
from accounts.views.invitations import AcceptInvitationView, InvitationPage
from accounts.views.profile import ChangePasswordView, ProfileView
from accounts.views.roles import RoleViewSet
from accounts.views.sessions import SessionsView, SessionView
from accounts.views.sign_in import OrganisationPage, SignInPage, SignOutPage, StartPage
from accounts.views.sso import SSOCallbackView, SSOLoginView, SSOLogoutView, SSOTokenView
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
    "SSOCallbackView",
    "SSOLoginView",
    "SSOLogoutView",
    "SSOTokenView",
    "SessionView",
    "SessionsView",
    "SignInPage",
    "SignOutPage",
    "StartPage",
    "UserViewSet",
]
