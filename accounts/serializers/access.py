"""What is known of the ways in of somebody else's account (contract §19)."""

from rest_framework import serializers

from accounts.queries.invitations import InvitationProgress


class LatestInvitationSerializer(serializers.Serializer):
    """The latest invitation of an account, and how far it has come."""

    status = serializers.ChoiceField([(one.value, one.value) for one in InvitationProgress])
    invited_by_name = serializers.CharField(allow_null=True)
    created_at = serializers.DateTimeField()
    sent_at = serializers.DateTimeField(allow_null=True)
    expires_at = serializers.DateTimeField(allow_null=True, help_text="Null until it is sent.")
    accepted_at = serializers.DateTimeField(allow_null=True)
    failure = serializers.CharField(
        allow_null=True, help_text="Why the mail could not be delivered, where that is known."
    )


class FactorOfSerializer(serializers.Serializer):
    """Whether an account has a second factor."""

    is_active = serializers.BooleanField()
    since = serializers.DateTimeField(allow_null=True)


class UserAccessSerializer(serializers.Serializer):
    """The ways in of an account."""

    invitation = LatestInvitationSerializer(
        allow_null=True, help_text="Null for who was never invited."
    )
    second_factor = FactorOfSerializer()
