"""What the accounts' routes answer."""

from accounts.views.auth import LoginView, LogoutView, RefreshView
from accounts.views.profile import ChangePasswordView, ProfileView

__all__ = ["ChangePasswordView", "LoginView", "LogoutView", "ProfileView", "RefreshView"]
