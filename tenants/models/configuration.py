"""The configurations of a tenant. An absent row means: not configured, ``null`` in the API."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from config.models import AddressField, UpdatedAtField
from tenants.models.scoping import TenantEntity
from tenants.models.tenant import Tenant
from tenants.validators import (
    COLOUR_PATTERN,
    validate_attribute_name,
    validate_colour,
    validate_logo_url,
    validate_sso_url,
)


class WidgetPosition(models.TextChoices):
    BOTTOM_RIGHT = "bottom-right", _("Bottom right")
    BOTTOM_LEFT = "bottom-left", _("Bottom left")
    TOP_RIGHT = "top-right", _("Top right")
    TOP_LEFT = "top-left", _("Top left")


class SSOProvider(models.TextChoices):
    CAS = "cas"


class TenantBranding(models.Model):
    """The appearance of the tenant's pages, mails and widget."""

    tenant = models.OneToOneField(
        Tenant,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="branding",
        verbose_name=_("university"),
    )
    logo_url = models.CharField(
        max_length=500, null=True, blank=True, validators=[validate_logo_url]
    )
    primary_color = models.CharField(
        max_length=7, null=True, blank=True, validators=[validate_colour]
    )
    secondary_color = models.CharField(
        max_length=7, null=True, blank=True, validators=[validate_colour]
    )
    widget_position = models.CharField(
        _("widget position"),
        max_length=20,
        choices=WidgetPosition,
        default=WidgetPosition.BOTTOM_RIGHT,
    )
    updated_at = UpdatedAtField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(primary_color__regex=COLOUR_PATTERN)
                & Q(secondary_color__regex=COLOUR_PATTERN),
                name="branding_colour_format",
                violation_error_message=validate_colour.message,
            ),
            models.CheckConstraint(
                condition=Q(widget_position__in=WidgetPosition.values),
                name="branding_widget_position",
                violation_error_message=_("Unknown widget position."),
            ),
        )

    def __str__(self) -> str:
        return f"Branding of {self.tenant_id}"


_SSO_NEEDS_URLS = _("Single sign-on can be enabled once server and callback URL are set.")
_ONE_WAY_IN = _(
    "Passwords can be switched off only while single sign-on is enabled: else nobody could sign "
    "in. Enable single sign-on, or allow passwords."
)


class TenantSSOConfig(models.Model):
    """The single sign-on of the tenant's people."""

    tenant = models.OneToOneField(
        Tenant, on_delete=models.CASCADE, primary_key=True, related_name="sso_config"
    )
    provider = models.CharField(max_length=20, choices=SSOProvider, default=SSOProvider.CAS)
    server_url = models.CharField(
        max_length=500, null=True, blank=True, validators=[validate_sso_url]
    )
    callback_url = models.CharField(
        max_length=500, null=True, blank=True, validators=[validate_sso_url]
    )
    is_enabled = models.BooleanField(default=False)
    # Whether passwords of this console are good beside it. Ask ``accounts.sso.passwords``: this
    # counts only while the server can be used.
    allow_password_login = models.BooleanField(default=True, db_default=True)
    # The only attribute that tells the address; none for the usual names.
    email_attribute = models.CharField(
        max_length=255, null=True, blank=True, validators=[validate_attribute_name]
    )
    # Whether the server's own name for a person, if it is an address, is theirs.
    user_is_email = models.BooleanField(default=False, db_default=False)
    # Whether people show who they are at every sign-in, also when they are signed in there.
    renew = models.BooleanField(default=False, db_default=False)
    updated_at = UpdatedAtField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(is_enabled=False)
                | Q(
                    server_url__isnull=False,
                    server_url__gt="",
                    callback_url__isnull=False,
                    callback_url__gt="",
                ),
                name="sso_enabled_needs_urls",
                violation_error_message=_SSO_NEEDS_URLS,
            ),
            models.CheckConstraint(
                condition=Q(provider__in=SSOProvider.values),
                name="sso_provider",
                violation_error_message=_("Unknown single sign-on provider."),
            ),
        )

    def __str__(self) -> str:
        return f"SSO of {self.tenant_id}"

    def clean(self) -> None:
        if self.is_enabled and not (self.server_url and self.callback_url):
            raise ValidationError(_SSO_NEEDS_URLS)
        if not (self.is_enabled or self.allow_password_login):
            raise ValidationError(_ONE_WAY_IN)
        # The server's endpoints are appended to the one, a code to the other.
        if any(mark in (self.server_url or "") for mark in "?#"):
            raise ValidationError(_("The CAS server's address ends with its path: no ? and no #."))
        if "#" in (self.callback_url or ""):
            raise ValidationError(_("The callback URL has no # in it."))


class TenantAIConfig(models.Model):
    """The defaults of the simulations, and the default number of attempts of a student."""

    tenant = models.OneToOneField(
        Tenant,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="ai_config",
        verbose_name=_("university"),
    )
    default_llm_model = models.CharField(max_length=100, null=True, blank=True)
    default_tts_voice = models.CharField(max_length=100, null=True, blank=True)
    default_stt_language = models.CharField(max_length=10, null=True, blank=True)
    max_sessions_per_student = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    pass_mark = models.PositiveSmallIntegerField(
        _("pass mark"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("The final score from which a case study is passed."),
    )
    default_language = models.CharField(max_length=10, null=True, blank=True)
    admin_email = AddressField(null=True, blank=True)
    support_email = AddressField(null=True, blank=True)
    updated_at = UpdatedAtField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(max_sessions_per_student__range=(1, 100)),
                name="ai_max_sessions_range",
                violation_error_message=_("A student may have from 1 to 100 sessions."),
            ),
            models.CheckConstraint(
                condition=Q(pass_mark__range=(1, 100)),
                name="ai_pass_mark_range",
                violation_error_message=_("The pass mark is from 1 to 100."),
            ),
        )

    def __str__(self) -> str:
        return f"AI settings of {self.tenant_id}"


class AllowedOrigin(TenantEntity):
    """A web origin whose pages may call the API for this tenant: scheme, host and port only."""

    origin = models.CharField(max_length=255, db_collation="C")

    class Meta:
        ordering = ("created_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["tenant", "origin"],
                name="unique_origin_per_tenant",
                violation_error_message=_("This origin is allowed already."),
            ),
            models.CheckConstraint(
                condition=Q(origin=Lower("origin")),
                name="origin_lower_case",
                violation_error_message=_("Write origins in lower case."),
            ),
        )
        # Found by origin before any tenant is known: CORS and sign-in ask this way round.
        indexes = (models.Index(fields=["origin", "tenant"], name="allowed_origin_lookup"),)

    def __str__(self) -> str:
        return self.origin
