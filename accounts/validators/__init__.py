"""The rules for single values and single rows of this app."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from config.permissions import ALL_FLAGS


def validate_flags(flags: Collection[str]) -> None:
    """Refuse flags that are not made of a module and an action."""
    unknown = sorted(set(flags) - set(ALL_FLAGS))
    if unknown:
        raise ValidationError(_("Unknown permission: %(flags)s.") % {"flags": ", ".join(unknown)})
