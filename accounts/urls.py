from django.urls import include, path, re_path
from rest_framework.routers import SimpleRouter

from accounts import views
from config.ids import ID_REGEX

console = SimpleRouter(trailing_slash=False)
console.register("users", views.UserViewSet, basename="user")
console.register("roles", views.RoleViewSet, basename="role")
console.register("tenants", views.SSOCheckViewSet, basename="sso-check")

urlpatterns = [
    path("auth/login", views.LoginView.as_view()),
    path("auth/refresh", views.RefreshView.as_view()),
    path("auth/logout", views.LogoutView.as_view()),
    path("auth/accept-invite", views.AcceptInvitationView.as_view()),
    path("auth/password-reset", views.PasswordResetView.as_view()),
    path("auth/password-reset/confirm", views.PasswordResetConfirmView.as_view()),
    path("auth/sso/token", views.SSOTokenView.as_view(), name="sso-token"),
    path("auth/sso/logout", views.SSOLogoutView.as_view(), name="sso-logout"),
    path("auth/sso/<slug:tenant_slug>/login", views.SSOLoginView.as_view(), name="sso-login"),
    path(
        "auth/sso/<slug:tenant_slug>/callback",
        views.SSOCallbackView.as_view(),
        name="sso-callback",
    ),
    path("users/me", views.ProfileView.as_view()),
    path("users/me/change-password", views.ChangePasswordView.as_view()),
    path("users/me/second-factor", views.SecondFactorView.as_view()),
    path("users/me/second-factor/confirm", views.ConfirmSecondFactorView.as_view()),
    path("users/me/second-factor/recovery-codes", views.RecoveryCodesView.as_view()),
    path("users/me/sessions", views.SessionsView.as_view()),
    re_path(rf"^users/me/sessions/(?P<session_id>{ID_REGEX})$", views.SessionView.as_view()),
    path("console/", include(console.urls)),
]
