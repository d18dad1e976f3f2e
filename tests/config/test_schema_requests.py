"""What the OpenAPI document says of requests is what is read, and clients are made of it."""

import re

import pytest
from drf_spectacular.generators import SchemaGenerator

from tests.config.test_schema import operations

ID = {"type": "string", "pattern": "^[0-9a-f]{24}$"}
MOMENT = {
    "anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]
}


@pytest.fixture(scope="module")
def schema() -> dict:
    return SchemaGenerator().get_schema(request=None, public=True)


def body(schema: dict, name: str) -> dict:
    return schema["components"]["schemas"][f"{name}Request"]


def parameters(schema: dict, where: str, *names: str):
    """Yield (operation, its parameter) for all of these names."""
    for operation, described in operations(schema):
        for parameter in described.get("parameters", ()):
            if parameter["in"] == where and parameter["name"] in names:
                yield operation, parameter


def test_pattern_of_an_address_matches_addresses(schema):
    for name in ("Login", "UserInvite"):
        email = body(schema, name)["properties"]["email"]
        assert re.search(email["pattern"], "ada@example.com"), name
        assert not re.search(email["pattern"], "ada\n@example.com"), name


def test_every_key_of_a_patch_may_be_null(schema):
    """As contract §1.7 has it: null clears, or leaves unchanged what cannot be cleared."""
    patches = {
        name: part["properties"]
        for name, part in schema["components"]["schemas"].items()
        if name.startswith("Patched")
    }

    assert len(patches) >= 9
    for name, properties in patches.items():
        assert {key for key, value in properties.items() if not value.get("nullable")} == set(), (
            name
        )


def test_null_in_a_creation_is_what_its_field_says(schema):
    programme = body(schema, "ProgrammeInput")["properties"]

    assert {key for key, value in programme.items() if value.get("nullable")} == {"description"}


def test_null_in_a_session_report_stands_for_nothing_said(schema):
    report, line = (body(schema, name) for name in ("SessionReport", "SessionLine"))

    assert all(value["nullable"] for value in report["properties"].values())
    assert {key for key, value in line["properties"].items() if not value.get("nullable")} == {
        "session_id"
    }


def test_answer_that_may_be_null_says_so(schema):
    def data(path: str) -> dict:
        answer = schema["paths"][path]["post"]["responses"]["200"]["content"]
        return answer["application/json"]["schema"]["properties"]["data"]

    pair = {"$ref": "#/components/schemas/TokenPair"}
    assert data("/v1/auth/accept-invite") == {"allOf": [pair], "nullable": True}
    assert data("/v1/auth/login") == pair


def test_ids_moments_and_texts_in_the_query_are_described(schema):
    ids = list(parameters(schema, "query", "case_study_id", "actor_user_id", "target_id"))
    moments = list(parameters(schema, "query", "start_date", "end_date", "as_of"))
    searches = list(parameters(schema, "query", "search"))

    assert (len(ids), len(moments), len(searches)) == (15, 25, 16)
    assert [name for name, parameter in ids if parameter["schema"] != ID] == []
    assert [name for name, parameter in moments if parameter["schema"] != MOMENT] == []
    for name, parameter in searches:
        assert parameter["schema"] == {"type": "string", "maxLength": 500}, name
        assert parameter["description"] in {
            "Part of a name or e-mail address, or a whole SIS id or id.",
            (
                "Part of a name or e-mail address, or a whole SIS id or id."
                " At most 100 students may match."
            ),
            "Part of a name, a slug or a domain.",
            "Part of a code or name.",
            "Part of a title or slug.",
            "Part of a name, or the address, of whoever did it or had it done.",
        }, name


def test_described_filters_keep_their_help(schema):
    ((_, role),) = parameters(schema, "query", "role")

    assert role["description"].startswith("A legacy role.")


def test_numbers_have_the_limits_that_hold(schema):
    for name, skip in parameters(schema, "query", "skip"):
        assert skip["schema"]["maximum"] == 999_999_999_999_999_999, name


def test_lists_of_objects_have_the_limits_that_hold(schema):
    assert body(schema, "TranscriptReport")["properties"]["messages"]["maxItems"] == 5000
    assert body(schema, "GradeReport")["properties"]["criteria"]["maxItems"] == 100


def test_the_matrix_and_forms_with_files_alone_refuse_unknown_keys(schema):
    closed = {
        name
        for name, part in schema["components"]["schemas"].items()
        if part.get("additionalProperties") is False
    }

    assert closed == {"MatrixRequest", "ModuleFlagsRequest", "RosterUploadRequest"}
