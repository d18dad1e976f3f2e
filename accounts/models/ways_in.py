"""The words for how somebody is signed in."""

from django.db import models


class SignInKind(models.TextChoices):
    """What a sign-in is used with: a browser, for the admin, or tokens, for the API."""

    BROWSER = "browser"
    API = "api"


class SignInWay(models.TextChoices):
    """How a person proved who they are."""

    PASSWORD = "password"  # noqa: S105 - a word, not a secret
    CAS = "cas"
