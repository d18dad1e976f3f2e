"""The rules for what a university's own system says of a student (contract §17)."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from config.text import as_written

# A number beyond eleven digits as a spreadsheet shows it, and writes it to CSV.
_rounded = re.compile(r"-?[0-9](?:[.,][0-9]+)?[eE]\+[0-9]{1,3}")


def is_rounded(text: str) -> bool:
    """Return whether an id is a number of which a spreadsheet has dropped digits."""
    return _rounded.fullmatch(text) is not None


def kept_sis_id(text: str) -> str:
    """Return an id as it is kept: as it was written, without the blanks around it.

    Raises ValidationError for what nobody sees, and for numbers that a spreadsheet has rounded.
    """
    if is_rounded(text.strip()):
        raise ValidationError(
            _(
                "The SIS id %(id)s is a number that a spreadsheet has rounded; make the column "
                "text, and export it again."
            )
            % {"id": text.strip()}
        )
    return as_written(text)
