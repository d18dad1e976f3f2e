"""All addresses of the project, on one screen."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from accounts.views import (
    ForgottenPasswordPage,
    InvitationPage,
    OrganisationPage,
    PasswordResetPage,
    SecondStepPage,
    SetUpPage,
    SignInPage,
    SignOutPage,
    StartPage,
)
from config.api.documentation import DocumentationView, SchemaView
from students.urls import ingest
from tenants.current_tenant import of_no_tenant

public = {"authentication_classes": (), "permission_classes": ()}

v1: list[URLPattern | URLResolver] = [
    path("schema", SchemaView.as_view(**public), name="schema"),
    path("docs", DocumentationView.as_view(url_name="schema", **public), name="docs"),
    # In this order addresses are compared, and those of students are asked for most.
    path("console/", include("students.urls")),
    path("console/", include("programmes.urls")),
    path("console/", include("tenants.urls")),
    path("ingest/", include(ingest)),
    path("", include("accounts.urls")),
]

urlpatterns = [
    path("v1/", include(v1)),
    path("", StartPage.as_view(), name="start"),
    # Before the admin's own addresses: it has no accounts without an organisation.
    path("admin/login/", StartPage.as_view()),
    path("admin/logout/", of_no_tenant(SignOutPage.as_view())),
    path("sign-in", OrganisationPage.as_view(), name="organisation"),
    path("sign-in/<slug:slug>", SignInPage.as_view(), name="sign-in"),
    path("sign-in/<slug:slug>/code/<slug:name>", SecondStepPage.as_view(), name="second-step"),
    path(
        "sign-in/<slug:slug>/second-factor/<slug:name>",
        SetUpPage.as_view(),
        name="second-factor-set-up",
    ),
    path(
        "sign-in/<slug:slug>/platform",
        SignInPage.as_view(is_of_platform=True),
        name="sign-in-platform",
    ),
    path(
        "sign-in/<slug:slug>/forgotten-password",
        ForgottenPasswordPage.as_view(),
        name="forgotten-password",
    ),
    path("sign-out", SignOutPage.as_view(), name="sign-out"),
    path("admin/", admin.site.urls),
    # The token stays out of the log (SECRET_PATHS).
    path("invitations/<str:token>", InvitationPage.as_view(), name="invitation"),
    path("password-reset/<str:token>", PasswordResetPage.as_view(), name="password-reset"),
]

handler400 = "config.api.exceptions.bad_request"
handler403 = "config.api.exceptions.permission_denied"
handler404 = "config.api.exceptions.not_found"
handler500 = "config.api.exceptions.server_error"
