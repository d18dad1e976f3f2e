"""The people of the CAS server: those whom a file lists, whenever they come to sign in."""

import json
from pathlib import Path

from cas_server.auth import DjangoAuthUser
from django.conf import settings
from django.contrib.auth.models import User


def take_in(listed: Path) -> None:
    """Give everybody in the file an account who has none yet."""
    people = json.loads(listed.read_text())
    known = set(User.objects.values_list("username", flat=True))
    for person in people:
        if person["username"] not in known:
            User.objects.create_user(**person)


class ListedUser(DjangoAuthUser):
    """A person of the file; it is read at each sign-in, since somebody may have been added."""

    def __init__(self, username: str) -> None:
        take_in(settings.LISTED)
        super().__init__(username)
