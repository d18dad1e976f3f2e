"""One rule for names and texts (contract §16) at every field of every door."""

from collections.abc import Iterator
from functools import cache

import pytest
from django import forms
from django.apps import apps
from django.core.management import CommandError, call_command
from drf_spectacular.generators import SchemaGenerator

from accounts.models import LegacyRole, User
from config.api import inputs
from config.models import TextOfLines, has_rule_of_its_own
from programmes.models import Programme
from students.models import Transcript
from tenants.models import AuditEvent
from tests.clients import OperatorClient, ServiceClient
from tests.contract.pages import PAGES, Page
from tests.contract.routes import ROUTES, Route
from tests.contract.test_permissions import send, who_may_call
from tests.factories import (
    FacultyFactory,
    ProgrammeFactory,
    SessionFactory,
    SuperAdminFactory,
    SystemRoleFactory,
)
from tests.operators import page, refused, told

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

TURNED = "A\u202eb"
NOT_SEEN = "Take out the character at position 2, which nobody sees: U+202E"

# Fields of bodies that hold no names, and what they are. They are taken as they were written.
VERBATIM = {
    "time_zone": "one of a list of names",
    **dict.fromkeys(("password", "current_password", "new_password"), "a secret"),
    **dict.fromkeys(("token", "refresh_token", "code_verifier"), "a secret"),
    "code": "of single sign-on or the second factor, or a programme's: it has letters of its own",
    **dict.fromkeys(("slug", "tenant_slug"), "letters, digits and hyphens"),
    **dict.fromkeys(("origin", "logo_url", "server_url"), "an address of the web"),
    **dict.fromkeys(("callback_url", "document_url"), "an address of the web"),
    **dict.fromkeys(("primary_color", "secondary_color"), "a colour"),
    **dict.fromkeys(("idempotency_key", "rubric_id"), "an id that another program made"),
    "email_attribute": "a name in an answer of the CAS server, which has letters of its own",
    "programme_codes": "codes, which are looked up",
    "plan_hash": "a digest",
    "content": "what was said in a session, to the byte",
}


def fields_of(schema: dict, components: dict) -> Iterator[tuple[str, dict]]:
    """Yield the fields of a body's schema that hold a text of any kind, by their names."""
    while "$ref" in schema or "allOf" in schema:
        reference = schema.get("$ref") or schema["allOf"][0]["$ref"]
        schema = components[reference.rpartition("/")[2]]
    for name, field in schema.get("properties", {}).items():
        if field.get("type") == "string" and not {"enum", "format", "readOnly"} & set(field):
            yield name, field


@cache
def document() -> dict:
    return SchemaGenerator().get_schema(request=None, public=True)


def texts_of(route: Route) -> list[str]:
    """Return the names of the fields of a route's body that hold names or texts."""
    operation = document()["paths"].get(route.path, {}).get(route.method.lower(), {})
    body = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if body is None:
        return []
    found = fields_of(body["schema"], document()["components"]["schemas"])
    return [name for name, _ in found if name not in VERBATIM and not name.endswith("_id")]


@pytest.mark.parametrize("route", [one for one in ROUTES if one.method != "GET"], ids=str)
def test_no_field_of_a_body_takes_what_nobody_sees(route: Route, tenant):
    client, rows = who_may_call(route, tenant), route.rows(tenant)
    for name in texts_of(route):
        body = route.body(rows) | {name: TURNED}

        answer = send(client, route, route.address(rows), body)

        assert answer.status_code == 422, name
        said = {one["field"]: one["message"] for one in answer.json()["details"]["errors"]}
        assert said[name].startswith(NOT_SEEN), name


def test_bodies_have_such_fields():
    """The test above sees what people can write: these and no others."""
    assert {name for route in ROUTES for name in texts_of(route)} == {
        *("name", "description", "title", "first_message", "reason", "domain", "lms_type"),
        *("first_name", "middle_name", "last_name", "department", "overall_summary", "cohort"),
        *("default_llm_model", "default_tts_voice", "default_stt_language", "default_language"),
        "max_change",
    }


def bodies(parent: type = inputs.InputSerializer) -> Iterator[type]:
    for body in parent.__subclasses__():
        if not body.__module__.startswith("tests."):
            yield body
            yield from bodies(body)


def test_each_text_of_a_body_is_of_a_kind():
    for body in bodies():
        for name, field in fields_of_body(body):
            kind = type(getattr(field, "child", field))
            if issubclass(kind, inputs.VerbatimField) and not issubclass(kind, inputs.TextField):
                is_other = issubclass(kind, inputs.EmailField | inputs.IdTextField)
                assert is_other or name in VERBATIM, (body, name)


def fields_of_body(body: type) -> list[tuple[str, object]]:
    is_base = issubclass(body, inputs.ModelInputSerializer) and not hasattr(body, "Meta")
    return [] if is_base else list(body().fields.items())


OPENED = [one for one in PAGES if one.status == 200 and one.access != "nobody"]

# Fields of pages that hold no names, and what they are.
NOT_NAMES = {
    **dict.fromkeys(("code", "slug"), "letters, digits and hyphens"),
    **dict.fromkeys(("logo_url", "server_url"), "an address of the web"),
    **dict.fromkeys(("callback_url", "document_url"), "an address of the web"),
    **dict.fromkeys(("primary_color", "secondary_color"), "a colour"),
    "email_attribute": "a name in an answer of the CAS server",
    "plan_hash": "it comes from the page itself",
    "idempotency_key": "it comes from the page itself",
}


def is_text(name: str, field: forms.Field) -> bool:
    is_address = isinstance(field, forms.EmailField)
    is_chars = isinstance(field, forms.CharField) and field.strip and not is_address
    return is_chars and name not in NOT_NAMES


@pytest.mark.parametrize("opened", OPENED, ids=str)
def test_no_field_of_a_page_takes_what_nobody_sees(opened: Page, tenant):
    operator = OperatorClient(SuperAdminFactory(tenant=tenant))
    url = opened.url_in(tenant)
    context = getattr(operator.get(url), "context_data", None) or {}
    form = context["adminform"].form if "adminform" in context else context.get("form")
    names = [name for name, field in form.fields.items() if is_text(name, field)] if form else []
    if names:
        errors = refused(operator.post(url, dict.fromkeys(names, TURNED)))
        for name in names:
            assert errors[name][0].startswith(NOT_SEEN), name


def test_each_text_of_a_table_is_of_a_kind():
    """A text that may have lines says so; one with letters of its own has a validator."""
    texts = [
        (model.__name__, field)
        for model in apps.get_models()
        for field in model._meta.fields
        if isinstance(field, TextOfLines)
    ]
    assert not any(has_rule_of_its_own(field) for _, field in texts)
    assert {(model, field.name) for model, field in texts} == {
        ("Role", "description"),
        ("Programme", "description"),
        ("CaseStudy", "description"),
        ("CaseStudy", "first_message"),
    }


def test_a_name_from_before_the_rule_hinders_no_other_change_in_the_api(api, tenant):
    old = FacultyFactory(tenant=tenant, first_name=TURNED, title=None)

    answer = api.patch(f"/v1/console/users/{old.pk}", {"title": "  Prof. \u00a0 Dr "})

    assert (answer.status_code, answer.json()["data"]["title"]) == (200, "Prof. Dr")
    assert answer.json()["data"]["first_name"] == TURNED


def test_a_name_from_before_the_rule_hinders_no_other_change_on_a_page(admin, tenant):
    old = ProgrammeFactory(tenant=tenant, code="MPH", name=f"{TURNED}  c")
    change = page("programmes_programme_change", old.pk)
    sent = {"code": "MPH", "name": old.name, "description": "One\r\n\r\n  two\u00a0\u00a0blanks"}

    told(OperatorClient(admin).post(change, sent))

    old.refresh_from_db()
    assert (old.name, old.description) == (f"{TURNED}  c", "One\n\n  two blanks")
    (event,) = AuditEvent.objects.all()
    assert list(event.metadata["changes"]) == ["description"]


def test_what_is_typed_on_a_page_is_kept_as_the_rule_says(admin, tenant):
    sent = {"code": "MPH", "name": " Public\t\u3000Health\u00a0Jose\u0301 "}

    told(OperatorClient(admin).post(page("programmes_programme_add"), sent))

    assert Programme.objects.get().name == "Public Health José"


@pytest.mark.parametrize(
    ("grade", "fault"),
    [
        ({"criteria": [{"name": TURNED, "weight": 1, "score": 1}]}, "criteria.0.name"),
        (
            {"criteria": [{"name": "a", "weight": 1, "score": 1, "feedback": TURNED}]},
            "criteria.0.feedback",
        ),
        ({"overall_summary": TURNED}, "overall_summary"),
    ],
)
def test_the_grader_is_held_to_it(tenant, grade, fault):
    session = SessionFactory(user__tenant=tenant)
    url = f"/v1/ingest/sessions/{session.pk}/grade"

    answer = ServiceClient(tenant).put(url, {"status": "complete", "final_score": 1} | grade)

    (error,) = answer.json()["details"]["errors"]
    assert (answer.status_code, error["field"]) == (422, fault)
    assert error["message"].startswith(NOT_SEEN)


def test_what_was_said_is_kept_to_the_byte(tenant):
    session = SessionFactory(user__tenant=tenant)
    said = " \tJose\u0301\u00a0 \u202e\u200bWell…\r\n "
    message = {"role": "agent", "content": said, "timestamp": "2026-01-01T10:00:00Z"}
    url = f"/v1/ingest/sessions/{session.pk}/transcript"

    answer = ServiceClient(tenant).put(url, {"status": "available", "messages": [message]})

    assert answer.status_code == 200, answer.json()
    assert Transcript.objects.get(session=session).messages[0]["content"] == said


@pytest.mark.parametrize("name", [TURNED, "\u3164", "A\nb"])
def test_commands_are_held_to_it(tenant, name):
    SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.FACULTY)
    invite = ("invite", "a@b.example", "--tenant", tenant.slug, "--role", "Faculty")
    for command in (
        ("create_tenant", "state", name),
        ("service_key", "create", "--tenant", tenant.slug, "--name", name),
        (*invite, "--first-name", name, "--last-name", "B"),
    ):
        with pytest.raises(CommandError, match=r"position [12]"):
            call_command(*command)
    assert not User.objects.filter(email="a@b.example").exists()
