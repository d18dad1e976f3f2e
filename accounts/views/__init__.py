"""The views of the accounts app."""

from accounts.views.auth import LoginView, LogoutView, RefreshView
from accounts.views.invitations import AcceptInvitationView, InvitationPage
from accounts.views.password_resets import (
    ForgottenPasswordPage,
    PasswordResetConfirmView,
    PasswordResetPage,
    PasswordResetView,
)
from accounts.views.profile import ChangePasswordView, ProfileView
from accounts.views.roles import RoleViewSet
from accounts.views.second_factor import (
    ConfirmSecondFactorView,
    RecoveryCodesView,
    SecondFactorView,
)
from accounts.views.second_step import SecondStepPage, SetUpPage
from accounts.views.sessions import SessionsView, SessionView
from accounts.views.sign_in import OrganisationPage, SignInPage, SignOutPage, StartPage
from accounts.views.sso import SSOCallbackView, SSOLoginView, SSOLogoutView, SSOTokenView
from accounts.views.sso_check import SSOCheckViewSet
from accounts.views.users import UserViewSet

__all__ = [
    "AcceptInvitationView",
    "ChangePasswordView",
    "ConfirmSecondFactorView",
    "ForgottenPasswordPage",
    "InvitationPage",
    "LoginView",
    "LogoutView",
    "OrganisationPage",
    "PasswordResetConfirmView",
    "PasswordResetPage",
    "PasswordResetView",
    "ProfileView",
    "RecoveryCodesView",
    "RefreshView",
    "RoleViewSet",
    "SSOCallbackView",
    "SSOCheckViewSet",
    "SSOLoginView",
    "SSOLogoutView",
    "SSOTokenView",
    "SecondFactorView",
    "SecondStepPage",
    "SessionView",
    "SessionsView",
    "SetUpPage",
    "SignInPage",
    "SignOutPage",
    "StartPage",
    "UserViewSet",
]
