"""Addresses from before the rule for them (contract §16)."""

from collections import defaultdict
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db.models import Q

from accounts.models import User
from config.addresses import canonical, normalise_address

# Only these can be spelled in several ways, or be none that is taken now.
_DOUBTFUL = Q(email__regex=r"[^\x01-\x7f]|[xX][nN]--|^[^@]{65,}@") | ~Q(
    email__regex=r"@[^@]+[.][A-Za-z][A-Za-z0-9-]*$"
)


def doubtful_addresses() -> Iterator[str]:
    """Yield a sentence about each address that belongs to several people, or gets no mail."""
    people = User.objects.filter(_DOUBTFUL).order_by("tenant__slug", "pk")
    owners: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for slug, email in people.values_list("tenant__slug", "email").iterator():
        owners[slug, canonical(email).lower()].append(email)
        try:
            normalise_address(email)
        except ValidationError as error:
            yield f"{slug}: {email} would not be taken now. {error.message}"
    for (slug, _), emails in owners.items():
        if len(emails) > 1:
            yield f"{slug}: {', '.join(emails)} are one address."
