"""Every curl example of the three documents that the API is built to, against a fresh demo.

``tests/documents`` holds them as they were given. Each example is sent as it stands, with the token
of a demo account; then what it changed is undone. What a demo cannot answer as printed is listed
here with the reason, and nothing else may differ.
"""

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import transaction

from accounts.models import User
from students.demo.staff import JOHN_DOE_ID
from tests.clients import ApiClient
from tests.students.test_demo_data.probes import run

FOLDER = settings.BASE_DIR / "tests" / "documents"
HOSTS = {"staging-be.mind.miva.university", "mind-be.staging.miva.university"}
ACCOUNTS = {
    "students": "admin@demo.example",
    "users": "admin@demo.example",
    "tenants": "superadmin@demo.example",
}

SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
FENCED = re.compile(r"^```(bash|json)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

# One id is a student in one document, and a lecturer in another. In the demo it is the student.
STANDS_FOR = {"users": {"6650a1b2c3d4e5f6a7b8c9d0": JOHN_DOE_ID}}

# What is made anew has an id and a moment of its own.
MADE_ANEW = {"data.id", "data.created_at"}
# Slug and domain are free, so that the document's own request can create such a tenant.
NOT_THE_CREATED_ONE = {"data.slug", "data.domain"}
# Logos are served by the demo itself.
LOGO = {"data.branding.logo_url"}

MAY_DIFFER: dict[str, set[str]] = {
    # There is a second university.
    "List Tenants": {"total"},
    "Create Tenant": MADE_ANEW,
    "Get Tenant": NOT_THE_CREATED_ONE | LOGO,
    # The example's tenant has no configurations yet; the demo's has.
    "Update Branding": {"data.logo_url"},
    "Update AI Config": {
        *("data.default_tts_voice", "data.default_stt_language", "data.default_language"),
        *("data.admin_email", "data.support_email"),
    },
    # The same document says of the same tenant that it has one origin.
    "Get Allowed Origins": {"data.1"},
    # There are other lecturers; and this one's id, see above.
    "List Users": {"data.0.id", "total"},
    "Create User (Invite)": MADE_ANEW,
}

# Where the document describes the answer in words: the example that prints one like it.
LIKE = {
    "Update Tenant": "Get Tenant",
    "Delete Tenant": "Get Tenant",
    "Add Allowed Origin": "Get Allowed Origins",
    "Get User": "Create User (Invite)",
    "Update User": "Create User (Invite)",
    "Activate User": "Create User (Invite)",
    "Deactivate User": "Create User (Invite)",
    "Resend Invite": "Create User (Invite)",
    "Delete User": "Create User (Invite)",
}

# What the words say about single values.
SAYS: dict[str, dict[str, Any]] = {
    "Update Tenant": {"lms_type": "blackboard"},
    "Delete Tenant": {"is_active": False},
    "Update User": {"role_id": "6650a0b1c2d3e4f5a6b7c8da", "unlimited_sessions": True},
    "Activate User": {"status": "ACTIVE"},
    "Deactivate User": {"status": "INACTIVE"},
    "Delete User": {"status": "DELETED"},
}

# An example that needs what another one makes.
AFTER = {"Remove Allowed Origin": "Add Allowed Origin"}


@dataclass(frozen=True)
class Example:
    """A request as a document prints it, and the answer printed below it, if there is one."""

    document: str
    section: str
    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""
    printed: Any = None

    def __str__(self) -> str:
        return f"{self.document}: {self.section}"

    def send(self, client: ApiClient) -> Any:
        extra = {"headers": self.headers}
        if self.body:
            return client.generic(self.method, self.path, self.body, "application/json", **extra)
        return client.generic(self.method, self.path, **extra)


def examples() -> list[Example]:
    return [
        example
        for document in ACCOUNTS
        for example in _examples_of(document, (FOLDER / f"{document}.md").read_text())
    ]


def _examples_of(document: str, text: str) -> Iterator[Example]:
    for old, new in STANDS_FOR.get(document, {}).items():
        text = re.sub(rf"(?<=users/){old}", new, text)
    _, *parts = SECTION.split(text)
    for section, part in zip(parts[::2], parts[1::2], strict=True):
        blocks = FENCED.findall(part)
        (command,) = (block for kind, block in blocks if kind == "bash")
        printed = [json.loads(block) for kind, block in blocks if kind == "json"]
        yield _read(document, section, command, printed[0] if printed else None)


def _read(document: str, section: str, command: str, printed: Any) -> Example:
    """Return what a curl command sends; an option that is not known here fails the test."""
    program, *words = shlex.split(command.replace("\\\n", " "))
    assert program == "curl"
    method, url, body, headers = "", "", "", {}
    while words:
        match words.pop(0):
            case "-X":
                method = words.pop(0)
            case "-H":
                name, _, value = words.pop(0).partition(": ")
                headers[name] = value
            case "-d":
                body = words.pop(0)
            case "-o":
                words.pop(0)
            case option if option.startswith("-"):
                raise AssertionError(f"{section}: {option}")
            case address:
                url = address
    assert headers.pop("Authorization") == "Bearer <access_token>"
    assert headers.pop("Content-Type", "application/json") == "application/json"
    parts = urlsplit(url)
    assert parts.hostname in HOSTS
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return Example(document, section, method or "GET", path, headers, body, printed)


EXAMPLES = examples()
BY_SECTION = {example.section: example for example in EXAMPLES}


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The demo of today, for all tests of this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        run()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, db) -> None:
    """The demo as it was loaded, whatever the example before did to it."""


def client_for(document: str) -> ApiClient:
    return ApiClient(User.objects.get(email=ACCOUNTS[document]))


def differences(printed: Any, answered: Any, path: str = "") -> set[str]:
    """Return where an answer is not as printed. It may tell more: keys, and rows of a list."""
    match printed, answered:
        case dict(), dict():
            missing = {_below(path, key) for key in printed.keys() - answered.keys()}
            both = printed.keys() & answered.keys()
            return missing.union(
                *(differences(printed[key], answered[key], _below(path, key)) for key in both)
            )
        case list(), list():
            return set().union(
                *(_nearest(row, answered, _below(path, place)) for place, row in enumerate(printed))
            )
    return set() if type(printed) is type(answered) and printed == answered else {path}


def _nearest(row: Any, answered: list, path: str) -> set[str]:
    """Return where a printed row differs from the row of the answer that is most like it."""
    return min((differences(row, one, path) for one in answered), key=len, default={path})


def _below(path: str, key: object) -> str:
    return f"{path}.{key}".lstrip(".")


def shape(value: Any) -> Any:
    """Return the keys of objects, however deep; values are left out."""
    return {key: shape(one) for key, one in value.items()} if isinstance(value, dict) else None


def keys_missing(like: Any, answered: Any) -> set[str]:
    return differences(shape(like), shape(answered))


def test_all_examples_of_the_documents_are_known():
    assert len(EXAMPLES) == 3 + 11 + 8
    assert {*MAY_DIFFER, *LIKE, *SAYS, *AFTER} <= set(BY_SECTION)
    unprinted = {example.section for example in EXAMPLES if example.printed is None}
    assert unprinted == {*LIKE, "Export Students"}


@pytest.mark.drill
@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_is_answered_as_the_document_says(example, demo):
    client = client_for(example.document)
    if before := AFTER.get(example.section):
        assert BY_SECTION[before].send(client).status_code == 200

    answer = example.send(client)

    creates = example.section.startswith("Create")
    assert answer.status_code == (201 if creates else 200), answer.content
    if example.section == "Export Students":
        return  # a file, which has a test of its own
    told = answer.json()
    if example.printed is not None:
        assert differences(example.printed, told) == MAY_DIFFER.get(example.section, set())
    else:
        assert told["success"] is True
        assert keys_missing(BY_SECTION[LIKE[example.section]].printed, told) == set()
        if said := SAYS.get(example.section):
            assert differences(said, told["data"]) == set()


def test_the_list_of_students_begins_with_the_printed_row(demo):
    example = BY_SECTION["List Students"]

    told = example.send(client_for("students")).json()

    assert told["data"][0] == example.printed["data"][0]
    assert len(told["data"]) == 10


def test_the_students_details_begin_with_the_printed_card_and_say_no_more_than_the_document(demo):
    example = BY_SECTION["Get Student Details"]

    told = example.send(client_for("students")).json()

    cards = {card["case_study_title"]: card for card in told["data"]["case_study_details"]}
    (printed,) = example.printed["data"]["case_study_details"]
    assert cards[printed["case_study_title"]] == printed
    assert told["data"].keys() == example.printed["data"].keys()


def test_the_export_is_the_file_that_the_document_describes(demo):
    answer = BY_SECTION["Export Students"].send(client_for("students"))

    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert answer["Content-Type"] == kind
    name = r'attachment; filename="students_demo-university_\d{4}-\d\d-\d\d\.xlsx"'
    assert re.fullmatch(name, answer["Content-Disposition"])


def test_the_id_that_two_documents_share_is_the_students(demo):
    """The one example of the users' document that names it is answered, about the student."""
    answer = client_for("users").get("/v1/console/users/6650a1b2c3d4e5f6a7b8c9d0")

    assert answer.status_code == 200
    assert answer.json()["data"]["display_name"] == "Abdulwahab Umar"
    assert keys_missing(BY_SECTION["Create User (Invite)"].printed, answer.json()) == set()


@pytest.mark.parametrize(
    ("printed", "answered", "where"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, set()),
        ({"a": 1, "b": 2}, {"a": 1}, {"b"}),
        ({"a": {"b": 1}}, {"a": {"b": 2}}, {"a.b"}),
        ([{"a": 1, "b": 2}], [{"a": 3, "b": 4}, {"a": 1, "b": 3}], {"0.b"}),
        ([1], [], {"0"}),
        (1, True, {""}),
        (None, 0, {""}),
    ],
)
def test_what_differs_is_found(printed, answered, where):
    assert differences(printed, answered) == where
