"""Serializers of the tenants' and the audit trail's endpoints (contract §3, §11)."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from config.api.inputs import InputSerializer, ModelInputSerializer, VerbatimField
from config.hosts import normalise_domain
from tenants.models import (
    AuditEvent,
    MoveState,
    Tenant,
    TenantAIConfig,
    TenantBranding,
    TenantRetention,
    TenantSSOConfig,
)
from tenants.queries import trail
from tenants.queries.configuration import allowed_origins
from tenants.validators import normalise_origin


class BrandingSerializer(ModelInputSerializer):
    """How the tenant's pages, mails and widget look."""

    class Meta:
        model = TenantBranding
        fields = ("logo_url", "primary_color", "secondary_color", "widget_position")


class SSOConfigSerializer(ModelInputSerializer):
    """Where the tenant's people sign in; both addresses are needed to enable it."""

    class Meta:
        model = TenantSSOConfig
        fields = (
            "provider",
            "server_url",
            "callback_url",
            "is_enabled",
            "allow_password_login",
            "email_attribute",
            "user_is_email",
            "renew",
        )


class AIConfigSerializer(ModelInputSerializer):
    """Defaults of the simulations; how many sessions a student has per case study."""

    class Meta:
        model = TenantAIConfig
        fields = (
            "default_llm_model",
            "default_tts_voice",
            "default_stt_language",
            "max_sessions_per_student",
            "pass_mark",
            "default_language",
            "admin_email",
            "support_email",
        )


class RetentionSerializer(ModelInputSerializer):
    """For how many days the tenant's records are kept; transcripts for good where null."""

    class Meta:
        model = TenantRetention
        fields = ("audit_days", "transcript_days")


class MoveSerializer(serializers.Serializer):
    """Where a tenant is between two cells, and since when (docs/scaling.md, "Cells")."""

    state = serializers.ChoiceField(choices=MoveState.values, source="move_state")
    since = serializers.DateTimeField(source="move_state_since")


class TenantRowSerializer(serializers.ModelSerializer):
    """One line of the list of tenants; ``move`` is null unless the tenant is on its way."""

    move = serializers.SerializerMethodField()

    class Meta:
        model = Tenant
        fields = (
            *("id", "name", "slug", "domain", "lms_type", "time_zone"),
            *("is_active", "created_at", "move"),
        )
        read_only_fields = fields

    @extend_schema_field(MoveSerializer(allow_null=True))
    def get_move(self, tenant: Tenant) -> dict | None:
        return MoveSerializer(tenant).data if tenant.move_state else None


class TenantSerializer(TenantRowSerializer):
    """The full tenant. Its configurations are ``null`` until they are first set up."""

    branding = BrandingSerializer(read_only=True, allow_null=True)
    sso_config = SSOConfigSerializer(read_only=True, allow_null=True)
    ai_config = AIConfigSerializer(read_only=True, allow_null=True)
    allowed_origins = serializers.SerializerMethodField()

    class Meta(TenantRowSerializer.Meta):
        fields = (
            *TenantRowSerializer.Meta.fields,
            "updated_at",
            "branding",
            "sso_config",
            "ai_config",
            "allowed_origins",
        )
        read_only_fields = fields

    def get_allowed_origins(self, tenant: Tenant) -> list[str]:
        return allowed_origins(tenant)


class TenantInputSerializer(ModelInputSerializer):
    """What is told of a tenant."""

    def validate_domain(self, domain: str | None) -> str | None:
        return domain and normalise_domain(domain)


class TenantCreateSerializer(TenantInputSerializer):
    """A new tenant; the slug is taken for ever."""

    class Meta:
        model = Tenant
        fields = ("name", "slug", "domain", "lms_type", "time_zone")


class TenantUpdateSerializer(TenantInputSerializer):
    """What may change of a tenant: everything but its slug."""

    class Meta:
        model = Tenant
        fields = ("name", "domain", "lms_type", "time_zone", "is_active")


class AllowedOriginSerializer(InputSerializer):
    """A web origin: scheme, host and, if need be, port."""

    origin = VerbatimField(max_length=2000)

    def validate_origin(self, origin: str) -> str:
        return normalise_origin(origin)


class HistoryEventSerializer(serializers.ModelSerializer):
    """One event of a row's history: what those see who may see the row."""

    class Meta:
        model = AuditEvent
        fields = (
            *("id", "event_type", "event_time", "actor_user_id", "actor_name"),
            *("target_type", "target_id", "metadata", "address"),
        )
        read_only_fields = fields


class AuditEventSerializer(serializers.ModelSerializer):
    """One event as it was then: the actor is not looked up again."""

    tenant_id = serializers.CharField()

    class Meta:
        model = AuditEvent
        fields = trail.FIELDS
        read_only_fields = fields
