"""The OpenAPI document, and the page that shows it."""

import re
import warnings
from hashlib import sha256
from html.parser import HTMLParser

import pytest
import yaml
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.routers import SimpleRouter

from config.api import documentation
from config.api.schema import errors
from config.permissions import Action
from students.views import StudentViewSet
from tests.clients import ApiClient
from tests.threads import at_once

ERRORS = {"400", "401", "403", "404", "409", "412", "422", "429", "500", "503"}
METHODS = {"get", "post", "put", "patch", "delete"}


@pytest.fixture(scope="module")
def schema() -> dict:
    return SchemaGenerator().get_schema(request=None, public=True)


def operations(schema: dict):
    """Yield (method and path, operation) for everything that is described."""
    for path, item in schema["paths"].items():
        for method in METHODS & set(item):
            yield f"{method.upper()} {path}", item[method]


def resolve(schema: dict, part: dict) -> dict:
    while "$ref" in part:
        part = schema["components"]["schemas"][part["$ref"].rsplit("/", 1)[1]]
    return part


def content(schema: dict, response: dict) -> dict:
    return resolve(schema, response["content"]["application/json"]["schema"])


def says_success(schema: dict, envelope: dict) -> list[bool]:
    return resolve(schema, envelope["properties"]["success"])["enum"]


def test_document_is_generated_without_a_warning_and_valid():
    GENERATOR_STATS.reset()
    with warnings.catch_warnings(), GENERATOR_STATS.silence():
        warnings.simplefilter("error")
        document = SchemaGenerator().get_schema(request=None, public=True)

    assert not GENERATOR_STATS
    assert len(document["paths"]) > 3
    validate_schema(document)


def test_second_list_brings_no_warning():
    """The envelopes' fields return in every list, and must not fight for their names."""

    class PupilSerializer(serializers.Serializer):
        name = serializers.CharField()

    class PupilViewSet(StudentViewSet):
        serializer_class = PupilSerializer

    router = SimpleRouter(trailing_slash=False)
    router.register("students", StudentViewSet, basename="student")
    router.register("pupils", PupilViewSet, basename="pupil")
    GENERATOR_STATS.reset()

    with GENERATOR_STATS.silence():
        SchemaGenerator(patterns=router.urls).get_schema(request=None, public=True)

    assert not GENERATOR_STATS


def test_document_describes_the_api_alone(schema):
    assert all(path.startswith("/v1/") for path in schema["paths"])
    assert all(name for name, _ in operations(schema))


# What each operation may answer, beside 429, 500 and 503.
ANSWERS = {
    "POST /v1/auth/login": {"200", "400", "401", "403", "422"},
    "POST /v1/auth/refresh": {"200", "401", "409", "422"},
    "POST /v1/auth/logout": {"200", "401", "422"},
    "POST /v1/auth/sso/token": {"200", "400", "422"},
    "POST /v1/auth/accept-invite": {"200", "400", "422"},
    "POST /v1/auth/password-reset": {"200", "400", "422"},
    "POST /v1/auth/password-reset/confirm": {"200", "400", "422"},
    "GET /v1/users/me": {"200", "401"},
    "PATCH /v1/users/me": {"200", "401", "412", "422"},
    "POST /v1/users/me/change-password": {"200", "400", "401", "422"},
    "GET /v1/users/me/sessions": {"200", "401"},
    "DELETE /v1/users/me/sessions": {"200", "401"},
    "DELETE /v1/users/me/sessions/{session_id}": {"200", "401", "404"},
    "GET /v1/console/users/{user_id}/access": {"200", "401", "403", "404"},
    "GET /v1/console/users/{user_id}/sessions": {"200", "401", "403", "404"},
    "DELETE /v1/console/users/{user_id}/sessions": {"200", "401", "403", "404"},
    "GET /v1/users/me/second-factor": {"200", "401"},
    "POST /v1/users/me/second-factor": {"200", "400", "401", "409", "422"},
    "DELETE /v1/users/me/second-factor": {"200", "400", "401", "404", "409", "422"},
    "POST /v1/users/me/second-factor/confirm": {"200", "400", "401", "409", "422"},
    "POST /v1/users/me/second-factor/recovery-codes": {"200", "400", "401", "404", "409", "422"},
    "GET /v1/console/dashboard": {"200", "401", "403"},
    "GET /v1/console/tenants": {"200", "401", "403", "422"},
    "POST /v1/console/tenants": {"201", "401", "403", "409", "422"},
    "GET /v1/console/tenants/{tenant_id}": {"200", "401", "403", "404"},
    "PATCH /v1/console/tenants/{tenant_id}": {
        *("200", "400", "401", "403", "404", "409", "412", "422"),
    },
    "DELETE /v1/console/tenants/{tenant_id}": {"200", "400", "401", "403", "404", "412", "422"},
    "GET /v1/console/tenants/{tenant_id}/history": {"200", "401", "403", "404", "422"},
    "PATCH /v1/console/tenants/{tenant_id}/branding": {"200", "401", "403", "404", "412", "422"},
    "PATCH /v1/console/tenants/{tenant_id}/sso": {"200", "400", "401", "403", "404", "412", "422"},
    "POST /v1/console/tenants/{tenant_id}/sso/check": {"200", "401", "403", "404", "422"},
    "PATCH /v1/console/tenants/{tenant_id}/ai-config": {"200", "401", "403", "404", "412", "422"},
    "GET /v1/console/tenants/{tenant_id}/access": {"200", "401", "403", "404"},
    "GET /v1/console/tenants/{tenant_id}/ai-config/effect": {"200", "401", "403", "404", "422"},
    "GET /v1/console/tenants/{tenant_id}/retention": {"200", "401", "403", "404"},
    "PATCH /v1/console/tenants/{tenant_id}/retention": {"200", "401", "403", "404", "412", "422"},
    "GET /v1/console/tenants/{tenant_id}/allowed-origins": {"200", "401", "403", "404"},
    "POST /v1/console/tenants/{tenant_id}/allowed-origins": {
        *("200", "401", "403", "404", "409", "422")
    },
    "DELETE /v1/console/tenants/{tenant_id}/allowed-origins/{origin}": {
        *("200", "401", "403", "404", "412", "422"),
    },
    "GET /v1/console/programmes": {"200", "401", "403", "422"},
    "POST /v1/console/programmes": {"201", "401", "403", "409", "422"},
    "GET /v1/console/programmes/{programme_id}": {"200", "401", "403", "404"},
    "PATCH /v1/console/programmes/{programme_id}": {
        *("200", "401", "403", "404", "409", "412", "422"),
    },
    "DELETE /v1/console/programmes/{programme_id}": {
        *("200", "401", "403", "404", "409", "412", "422"),
    },
    "GET /v1/console/programmes/{programme_id}/history": {"200", "401", "403", "404", "422"},
    "GET /v1/console/case-studies": {"200", "401", "403", "422"},
    "POST /v1/console/case-studies": {"201", "400", "401", "403", "409", "422"},
    "GET /v1/console/case-studies/{case_study_id}": {"200", "401", "403", "404"},
    "PATCH /v1/console/case-studies/{case_study_id}": {
        *("200", "400", "401", "403", "404", "409", "412", "422"),
    },
    "DELETE /v1/console/case-studies/{case_study_id}": {"200", "401", "403", "404", "412", "422"},
    "GET /v1/console/case-studies/{case_study_id}/history": {"200", "401", "403", "404", "422"},
    "GET /v1/console/audit-events": {"200", "401", "403", "422"},
    "GET /v1/console/audit-events/export": {"200", "401", "403", "422"},
    "GET /v1/console/roles": {"200", "401", "403", "422"},
    "POST /v1/console/roles": {"201", "401", "403", "409", "422"},
    "GET /v1/console/roles/{role_id}": {"200", "401", "403", "404"},
    "PATCH /v1/console/roles/{role_id}": {"200", "400", "401", "403", "404", "409", "412", "422"},
    "DELETE /v1/console/roles/{role_id}": {"200", "400", "401", "403", "404", "409", "412", "422"},
    "GET /v1/console/roles/{role_id}/permissions": {"200", "401", "403", "404"},
    "PUT /v1/console/roles/{role_id}/permissions": {
        *("200", "400", "401", "403", "404", "412", "422"),
    },
    "GET /v1/console/roles/{role_id}/history": {"200", "401", "403", "404", "422"},
    "GET /v1/console/users": {"200", "401", "403", "422"},
    "POST /v1/console/users": {"201", "400", "401", "403", "404", "409", "422"},
    "GET /v1/console/users/{user_id}": {"200", "401", "403", "404"},
    "PATCH /v1/console/users/{user_id}": {"200", "400", "401", "403", "404", "409", "412", "422"},
    "DELETE /v1/console/users/{user_id}": {"200", "400", "401", "403", "404", "412", "422"},
    "GET /v1/console/users/{user_id}/history": {"200", "401", "403", "404", "422"},
    "POST /v1/console/users/{user_id}/activate": {"200", "401", "403", "404"},
    "POST /v1/console/users/{user_id}/deactivate": {"200", "400", "401", "403", "404"},
    "POST /v1/console/users/{user_id}/resend-invite": {"200", "400", "401", "403", "404"},
    "POST /v1/console/users/{user_id}/change-email": {
        *("200", "401", "403", "404", "409", "422"),
    },
    "POST /v1/console/users/{user_id}/return-to-students": {"200", "400", "401", "403", "404"},
    "POST /v1/console/users/{user_id}/reset-password": {"200", "400", "401", "403", "404"},
    "DELETE /v1/console/users/{user_id}/second-factor": {"200", "400", "401", "403", "404"},
    "GET /v1/console/students": {"200", "401", "403", "422"},
    "GET /v1/console/students/export": {"200", "400", "401", "403", "422"},
    "GET /v1/console/students/{user_id}/personal-data": {"200", "401", "403", "404"},
    "GET /v1/console/students/{user_id}": {"200", "401", "403", "404", "422"},
    "GET /v1/console/students/{user_id}/timeline": {"200", "401", "403", "404", "422"},
    "POST /v1/console/students": {"201", "400", "401", "403", "409", "422"},
    "GET /v1/console/roster-imports": {"200", "401", "403", "422"},
    "POST /v1/console/roster-imports": {"202", "400", "401", "403", "404", "409", "422"},
    "GET /v1/console/roster-imports/{import_id}": {"200", "401", "403", "404"},
    "GET /v1/console/roster-imports/{import_id}/history": {"200", "401", "403", "404", "422"},
    "DELETE /v1/console/roster-imports/{import_id}": {
        *("200", "401", "403", "404", "409", "412", "422"),
    },
    "POST /v1/console/roster-imports/{import_id}/confirm": {
        *("202", "401", "403", "404", "409", "422"),
    },
    "POST /v1/console/roster-imports/{import_id}/recheck": {
        *("202", "401", "403", "404", "409", "422"),
    },
    "POST /v1/console/students/{user_id}/erase": {
        *("200", "401", "403", "404", "409", "422"),
    },
    "PUT /v1/ingest/sessions/{session_id}": {"200", "400", "401", "404", "409", "422"},
    "PUT /v1/ingest/sessions/{session_id}/transcript": {"200", "401", "404", "422"},
    "PUT /v1/ingest/sessions/{session_id}/grade": {"200", "401", "404", "422"},
    "POST /v1/ingest/sessions/bulk": {"200", "401", "422"},
    "GET /v1/console/attempts": {"200", "401", "403", "404", "422"},
    "GET /v1/console/attempts/export": {"200", "400", "401", "403", "404", "422"},
    "GET /v1/console/attempts/summary": {"200", "401", "403", "404", "422"},
    "GET /v1/console/attempts/{user_id}": {"200", "401", "403", "404", "422"},
    "GET /v1/console/attempts/{user_id}/transactions": {"200", "401", "403", "404", "422"},
    "GET /v1/console/attempts/transactions": {"200", "400", "401", "403", "422"},
    "GET /v1/console/attempts/transactions/{transaction_id}/history": {
        "200",
        "401",
        "403",
        "404",
        "422",
    },
    "POST /v1/console/attempts/grant": {"200", "401", "403", "404", "409", "422"},
    "POST /v1/console/attempts/revoke": {"200", "400", "401", "403", "404", "409", "422"},
    "POST /v1/console/attempts/grant/bulk": {"202", "401", "403", "404", "409", "422"},
    "POST /v1/console/attempts/revoke/bulk": {"202", "401", "403", "404", "409", "422"},
    "GET /v1/console/attempts/jobs": {"200", "401", "403", "422"},
    "GET /v1/console/attempts/jobs/{job_id}": {"200", "401", "403", "404"},
    "GET /v1/console/attempts/jobs/{job_id}/history": {"200", "401", "403", "404", "422"},
    "GET /v1/console/student-performance": {"200", "401", "403", "422"},
    "GET /v1/console/student-performance/attention": {"200", "401", "403", "422"},
    "GET /v1/console/student-performance/attempts": {"200", "400", "401", "403", "422"},
    "GET /v1/console/student-performance/export": {"200", "400", "401", "403", "422"},
    "GET /v1/console/student-performance/summary": {"200", "401", "403", "404", "422"},
    "GET /v1/console/student-performance/attempts/{session_id}": {"200", "401", "403", "404"},
    "GET /v1/console/student-performance/attempts/{session_id}/history": {
        "200",
        "401",
        "403",
        "404",
        "422",
    },
    "GET /v1/console/student-performance/attempts/{session_id}/transcript": {
        "200",
        "401",
        "403",
        "404",
    },
    "GET /v1/console/student-performance/attempts/{session_id}/grade": {
        "200",
        "401",
        "403",
        "404",
    },
}


def test_every_operation_documents_its_answers(schema):
    documented = {name: set(operation["responses"]) for name, operation in operations(schema)}

    assert documented == {name: codes | {"429", "500", "503"} for name, codes in ANSWERS.items()}


def test_refusals_are_documented_in_the_error_envelope(schema):
    for name, operation in operations(schema):
        assert list(operation["responses"]) == sorted(operation["responses"]), name
        for code in set(operation["responses"]) & ERRORS:
            refusal = content(schema, operation["responses"][code])
            assert refusal["required"] == ["success", "error", "code", "details"], name
            assert says_success(schema, refusal) == [False], name
            assert operation["responses"][code]["description"], name


def test_every_json_answer_is_described_in_its_envelope(schema):
    plain, paged = ["success", "data", "message"], ["success", "data", "total", "page"]
    for name, operation in operations(schema):
        good = {code: r for code, r in operation["responses"].items() if code.startswith("2")}
        assert good, name
        for response in good.values():
            if "application/json" not in response["content"]:
                continue
            envelope = content(schema, response)
            assert says_success(schema, envelope) == [True], name
            if "total" in envelope["properties"]:
                paging = ["page_size", "total_pages", "message"]
                assert envelope["required"] == [*paged, *paging], name
                assert envelope["properties"]["data"]["type"] == "array", name
            else:
                assert envelope["required"] == plain, name


def test_a_list_and_a_single_row_are_wrapped_once(schema):
    paths = schema["paths"]
    rows = content(schema, paths["/v1/console/students"]["get"]["responses"]["200"])
    one = content(schema, paths["/v1/console/students/{user_id}"]["get"]["responses"]["200"])
    nothing = content(schema, paths["/v1/auth/logout"]["post"]["responses"]["200"])

    assert rows["properties"]["data"]["items"] == {"$ref": "#/components/schemas/StudentRow"}
    assert one["properties"]["data"] == {"$ref": "#/components/schemas/StudentProfile"}
    assert nothing["properties"]["data"] == {"nullable": True}


def test_public_operations_ask_for_no_token(schema):
    asked = {name: operation.get("security") for name, operation in operations(schema)}

    assert asked["POST /v1/auth/login"] in (None, [], [{}])
    assert asked["GET /v1/users/me"] == [{"bearer": []}]
    assert asked["POST /v1/ingest/sessions/bulk"] == [{"service_key": []}]


def test_document_is_public(anonymous, db):
    answer = anonymous.get("/v1/schema")

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/vnd.oai.openapi; charset=utf-8"
    assert yaml.safe_load(answer.content)["info"]["title"] == "Command Center API"


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """Which documents are made from now on; none was before."""
    made = []
    get_schema = SchemaGenerator.get_schema

    def note(*args, **kwargs):
        made.append("a document")
        return get_schema(*args, **kwargs)

    documentation._make.cache_clear()
    monkeypatch.setattr(SchemaGenerator, "get_schema", note)
    return made


@pytest.mark.django_db(transaction=True)
def test_document_is_made_once_whatever_is_asked_and_however_many_ask(made):
    first = at_once(lambda _: ApiClient().get("/v1/schema"), 4)
    later = [
        ApiClient().get(f"/v1/schema{query}", headers=headers)
        for query in ("", "?version=2", "?lang=fr", "?format=json", f"?{'x' * 99}")
        for headers in ({}, {"Accept": "application/vnd.oai.openapi+json"}, {"Accept": "a/b"})
    ]

    assert made == ["a document"]
    assert len({answer.content for answer in (*first, *later)}) == 1
    assert {answer.headers["Content-Disposition"] for answer in (*first, *later)} == {
        'inline; filename="Command Center API.yaml"'
    }


def test_document_is_not_sent_again_to_whoever_has_it(anonymous, db):
    first = anonymous.get("/v1/schema")
    etag = first.headers["ETag"]

    same = [
        anonymous.get("/v1/schema", headers={"If-None-Match": known})
        for known in (etag, f"W/{etag}", f'"older", {etag}', "*")
    ]
    other = anonymous.get("/v1/schema", headers={"If-None-Match": '"older"'})

    assert etag == f'"{sha256(first.content).hexdigest()}"'
    assert first.headers["Cache-Control"] == "no-cache"
    assert [(answer.status_code, answer.content) for answer in same] == [(304, b"")] * 4
    assert {answer.headers["ETag"] for answer in same} == {etag}
    assert (other.status_code, other.content) == (200, first.content)


class Links(HTMLParser):
    """Collects what a page loads, and what its scripts and styles name."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs) -> None:
        self.found += [value for name, value in attrs if name in {"src", "href"}]


def test_docs_page_is_public_and_loads_from_this_host_alone(anonymous, db):
    page = anonymous.get("/v1/docs")
    links = Links(page.content.decode()).found

    assert page.status_code == 200
    assert len(links) >= 4
    code = re.sub(rb"^\s*//.*", b"", page.content, flags=re.MULTILINE)
    assert not re.search(rb"(https?:)?//[a-z]", code)
    for link in links:
        assert re.match(r"/static/\w", link), link
        answer = anonymous.get(link)
        assert answer.status_code == 200, link
        if link.endswith(".css"):
            style = b"".join(answer.streaming_content).decode()
            assert not re.search(r"(url\(|@import)\s*[\"']?(https?:)?//", style), link
        answer.close()


def test_docs_page_reads_the_document_of_this_host(anonymous, db):
    page = anonymous.get("/v1/docs").content.decode()

    assert 'url: "/v1/schema"' in page
    # The layout with a bar would ask validator.swagger.io what it thinks of the document.
    assert 'layout: "BaseLayout"' in page


def test_refusals_that_a_handler_declares_are_added_to_the_usual():
    class ProbeViewSet(StudentViewSet):
        def list(self, request):
            """Says nothing of its refusals."""

        @errors("400", "409")
        def retrieve(self, request, user_id):
            """Declares two."""

        @errors("409")
        @action(detail=True, methods=["post"], requires=Action.EDIT)
        def grant(self, request, user_id):
            """A custom action declares one."""

    router = SimpleRouter(trailing_slash=False)
    router.register("probes", ProbeViewSet, basename="probe")
    paths = SchemaGenerator(patterns=router.urls).get_schema(public=True)["paths"]

    codes = {
        name: set(operation["responses"]) & ERRORS
        for name, operation in operations({"paths": paths})
    }
    usual = {"401", "403", "429", "500", "503"}
    assert codes == {
        "GET /probes": usual | {"422"},
        "POST /probes": usual | {"400", "409", "422"},
        "GET /probes/export": usual | {"400", "422"},
        "GET /probes/{user_id}": usual | {"404", "400", "409"},
        "GET /probes/{user_id}/timeline": usual | {"404", "422"},
        "POST /probes/{user_id}/grant": usual | {"404", "409", "422"},
    }


def nullable(choice: str) -> dict:
    """Return how a choice is described that ``null`` leaves as it is."""
    names = (choice, "NullEnum")
    return {
        "nullable": True,
        "oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in names],
    }


def test_bodies_of_the_tenants_are_described_as_they_are_read(schema):
    def body(path: str, method: str = "patch") -> dict:
        content = schema["paths"][path][method]["requestBody"]["content"]
        assert set(content) == {"application/json"}
        return resolve(schema, content["application/json"]["schema"])

    tenants = "/v1/console/tenants"
    create, change = body(tenants, "post"), body(f"{tenants}/{{tenant_id}}")
    assert create["required"] == ["name", "slug"]
    assert create["properties"]["slug"]["pattern"] == "^[a-z0-9-]+$"
    assert "required" not in change
    assert set(change["properties"]) == {"name", "domain", "lms_type", "time_zone", "is_active"}
    branding = body(f"{tenants}/{{tenant_id}}/branding")
    assert branding["properties"]["widget_position"] == nullable("WidgetPosition")
    sso = body(f"{tenants}/{{tenant_id}}/sso")
    assert sso["properties"]["provider"] == nullable("SSOProvider")
    ai = body(f"{tenants}/{{tenant_id}}/ai-config")["properties"]["max_sessions_per_student"]
    assert ai == {"type": "integer", "minimum": 1, "maximum": 100, "nullable": True}
    assert body(f"{tenants}/{{tenant_id}}/allowed-origins", "post")["required"] == ["origin"]


def test_tenant_is_described_with_all_its_keys(schema):
    tenant = schema["components"]["schemas"]["Tenant"]

    assert set(tenant["required"]) == set(tenant["properties"])
    for name in ("branding", "sso_config", "ai_config"):
        assert tenant["properties"][name]["nullable"] is True


def test_no_description_speaks_of_our_base_classes(schema):
    described = schema["components"]["schemas"].items()

    assert [name for name, part in described if "A body" in part.get("description", "")] == []
