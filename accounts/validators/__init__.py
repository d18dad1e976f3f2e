"""Rules that one value or one row of this app can be held against."""

from collections.abc import Collection

from django.core.exceptions import ValidationError

from config.permissions import ALL_FLAGS


def validate_flags(flags: Collection[str]) -> None:
    """Refuse flags that no module and action make up."""
    unknown = sorted(set(flags) - set(ALL_FLAGS))
    if unknown:
        raise ValidationError(f"Unknown permission: {', '.join(unknown)}.")
