"""The rules for single values and single rows of this app."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

# Python and PostgreSQL read it alike; "$" would let a line break through in Python.
CODE_PATTERN = r"\A[A-Z0-9_-]+\Z"

validate_code = RegexValidator(
    CODE_PATTERN, _("Use upper-case letters, digits, hyphens and underscores only.")
)

MAX_INSTRUCTIONS = 20
INSTRUCTION_LENGTH = 2000


def validate_instructions(instructions: Any) -> None:
    """Refuse anything but a list of at most 20 texts, each of 1 to 2000 characters."""
    sound = (
        isinstance(instructions, list)
        and len(instructions) <= MAX_INSTRUCTIONS
        and all(isinstance(one, str) and one.strip() for one in instructions)
        and all(len(one) <= INSTRUCTION_LENGTH for one in instructions)
    )
    if not sound:
        raise ValidationError(
            _("Give a list of at most %(most)d texts of at most %(longest)d characters each.")
            % {"most": MAX_INSTRUCTIONS, "longest": INSTRUCTION_LENGTH}
        )
