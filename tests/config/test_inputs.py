"""Bodies: strict types, PATCH and null, enums in any case (contract §1.4, §1.7, §1.10)."""

from datetime import UTC, datetime

import pytest
from rest_framework import serializers

from config.addresses import LONG_LOCAL_PART, NO_DOMAIN
from config.api.inputs import (
    BooleanField,
    ChoiceField,
    EmailField,
    IdTextField,
    InputSerializer,
    IntegerField,
    KnownEmailField,
    ListField,
    ModelInputSerializer,
    TextField,
    TextOfLinesField,
    TimestampField,
    VerbatimField,
)
from tenants.models import Tenant, TenantAIConfig, TenantBranding
from tests.config.refusals import (
    BLANK,
    NO_BOOLEAN,
    NO_INTEGER,
    NO_TEXT,
    NUL,
    NULL,
    REQUIRED,
    too_long,
    unseen,
)
from tests.factories import TenantFactory

ID = "6650a1b2c3d4e5f6a7b8c9d0"


def read(field: serializers.Field, value: object):
    return field.run_validation(value)


def refusal(field: serializers.Field, value: object) -> str:
    with pytest.raises(serializers.ValidationError) as error:
        read(field, value)
    return str(error.value.detail[0])


# Types ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        (TextField(), "a", "a"),
        (TextField(), "  a b  ", "a b"),
        (VerbatimField(trim_whitespace=False), " a\u200b ", " a\u200b "),
        (TextOfLinesField(), " a \r\n  b\n", "a\n  b"),
        (TextField(max_length=3), "äöü", "äöü"),
        (TextField(allow_blank=True), "", ""),
        (EmailField(), " a@b.edu ", "a@b.edu"),
        (IdTextField(), ID, ID),
        (IntegerField(), 5, 5),
        (IntegerField(min_value=0), 0, 0),
        (IntegerField(), -(10**18), -(10**18)),
        (BooleanField(), True, True),
        (BooleanField(), False, False),
        (ChoiceField(choices=["top-left", "TOP"]), "top-left", "top-left"),
        (ChoiceField(choices=["top-left", "TOP"]), " Top-LEFT ", "top-left"),
        (ChoiceField(choices=["top-left", "TOP"]), "top", "TOP"),
        (ChoiceField(choices=[("a", "Label")]), "A", "a"),
        (TimestampField(), "2026-06-04T09:00:00+01:00", datetime(2026, 6, 4, 8, tzinfo=UTC)),
        (TimestampField(), "2026-06-04", datetime(2026, 6, 4, tzinfo=UTC)),
        (
            TimestampField(upper=True),
            "2026-06-04",
            datetime(2026, 6, 4, 23, 59, 59, 999_999, tzinfo=UTC),
        ),
    ],
)
def test_value_of_the_right_type_is_read(field, value, expected):
    result = read(field, value)

    assert (result, type(result)) == (expected, type(expected))


TIMESTAMP = "Give a date or a date and time in ISO 8601."
EMAIL = "Enter a valid email address."
AN_ID = "An id is 24 lower-case hexadecimal characters."


@pytest.mark.parametrize(
    ("field", "values", "message"),
    [
        (TextField(), [5, 1.5, True, False, [], ["a"], {}, {"a": 1}], NO_TEXT),
        (TextField(allow_null=True), [5, True, [], {}], NO_TEXT),
        (TextField(), ["", " ", "\t\n", "\u3000"], BLANK),
        (TextField(max_length=3), ["abcd"], too_long(3)),
        (VerbatimField(), ["a\0b"], NUL),
        (VerbatimField(), ["\ud800"], "Surrogate characters are not allowed: U+D800."),
        (TextField(), ["a\0b"], unseen(2, "U+0000 (a control character)")),
        (TextOfLinesField(), ["\ud800"], unseen(1, "U+D800 (half of a character)")),
        (TextField(), ["a\nb"], "Write this on one line: it has a line break at position 2."),
        (
            EmailField(),
            ["a", "a b@c.edu", "@b.edu", '"a\t"b@c.edu', "a@b@c.edu", "a..b@c.edu"],
            EMAIL,
        ),
        (EmailField(), [5, ["a@b.edu"]], EMAIL),
        (
            EmailField(),
            ["a@b", "a@localhost", "a@[127.0.0.1]", "a@127.0.0.1", "a@b.edu."],
            NO_DOMAIN,
        ),
        (EmailField(), [f"{'a' * 65}@b.edu", f"{'ü' * 33}@b.edu"], LONG_LOCAL_PART),
        (KnownEmailField(), ["a", "a b@c.edu", "a@b@c.edu"], EMAIL),
        (EmailField(), ['"a\x01"@b.edu'], unseen(3, "U+0001 (a control character)")),
        (IdTextField(), [ID[:-1], ID + "0", ID.upper(), "g" * 24], AN_ID),
        (IdTextField(), [5, True, [ID]], NO_TEXT),
        (IntegerField(), ["5", "", 5.0, 5.5, True, False, [], {}, "five"], NO_INTEGER),
        (IntegerField(max_value=100), [101], "Ensure this value is less than or equal to 100."),
        (IntegerField(min_value=1), [0, -1], "Ensure this value is greater than or equal to 1."),
        (BooleanField(), ["true", "false", "", "yes", 1, 0, 1.0, [], {}], NO_BOOLEAN),
        (ChoiceField(choices=["a"]), ["b"], '"b" is not a valid choice.'),
        (ChoiceField(choices=["a"]), [""], '"" is not a valid choice.'),
        (ChoiceField(choices=["a"]), [["a"]], "\"['a']\" is not a valid choice."),
        (ChoiceField(choices=["1"]), [1], '"1" is not a valid choice.'),
        (ChoiceField(choices=["true"]), [True], '"True" is not a valid choice.'),
        (TimestampField(), ["", "soon", 1780563600, True, ["2026-06-04"], {}], TIMESTAMP),
    ],
)
def test_value_of_another_type_is_refused_and_not_converted(field, values, message):
    assert [refusal(field, value) for value in values] == [message] * len(values)


class UnreadField(serializers.Field):
    def to_internal_value(self, data: object) -> object:
        raise AssertionError("The item was looked at.")


def test_list_that_is_too_long_is_refused_before_its_items_are_looked_at():
    words, unread = (ListField(child=child, max_length=2) for child in (TextField(), UnreadField()))

    assert read(words, ["a", "b"]) == ["a", "b"]
    assert refusal(unread, [1, 2, 3]) == "Ensure this field has no more than 2 elements."


@pytest.mark.parametrize(
    "field",
    [
        TextField(),
        EmailField(),
        IdTextField(),
        IntegerField(),
        BooleanField(),
        ChoiceField(choices=["a"]),
        TimestampField(),
    ],
)
def test_null_is_refused_unless_it_is_allowed(field):
    assert refusal(field, None) == NULL


@pytest.mark.parametrize(
    "field",
    [
        TextField(allow_null=True),
        EmailField(allow_null=True),
        IdTextField(allow_null=True),
        IntegerField(allow_null=True),
        BooleanField(allow_null=True),
        ChoiceField(choices=["a"], allow_null=True),
        TimestampField(allow_null=True),
    ],
)
def test_null_is_read_where_it_is_allowed(field):
    assert read(field, None) is None


@pytest.mark.parametrize(
    "field", [TextField(allow_null=True), EmailField(allow_null=True), IdTextField(allow_null=True)]
)
@pytest.mark.parametrize("blank", ["", "  "])
def test_empty_text_is_null_where_null_is_allowed(field, blank):
    assert read(field, blank) is None


def test_empty_text_can_be_refused_where_null_is_allowed():
    field = TextField(allow_null=True, allow_blank=False)

    assert read(field, None) is None
    assert refusal(field, " ") == BLANK


def test_instant_is_answered_as_it_is():
    moment = datetime(2026, 6, 4, 9, tzinfo=UTC)

    assert TimestampField().to_representation(moment) is moment


# Bodies -----------------------------------------------------------------------------------------


class Order(InputSerializer):
    title = TextField(max_length=10)
    note = TextField(allow_null=True, required=False)
    count = IntegerField(required=False)
    rush = BooleanField(required=False)


def body(data: object, *, partial: bool = False) -> dict:
    serializer = Order(data=data, partial=partial)
    serializer.is_valid(raise_exception=True)
    return dict(serializer.validated_data)


def problems(data: object, *, partial: bool = False) -> dict:
    serializer = Order(data=data, partial=partial)
    assert not serializer.is_valid()
    return serializer.errors


def test_body_is_read_whole():
    sent = {"title": "a", "note": "", "count": 5, "rush": False, "unknown": {"x": None}}

    assert body(sent) == {"title": "a", "note": None, "count": 5, "rush": False}
    assert body({"title": "a"}) == {"title": "a"}
    assert problems({"title": None, "count": None}) == {"title": [NULL], "count": [NULL]}
    assert problems({}) == {"title": [REQUIRED]}


def test_patch_reads_what_is_sent_and_passes_over_null_where_there_is_none():
    assert body({}, partial=True) == {}
    assert body({"note": None}, partial=True) == {"note": None}
    assert body({"note": " "}, partial=True) == {"note": None}
    nulls = {"title": None, "count": None, "rush": None, "unknown": None}
    assert body(nulls, partial=True) == {}
    assert body(nulls | {"count": 0}, partial=True) == {"count": 0}
    assert problems({"title": ""}, partial=True) == {"title": [BLANK]}


def test_patch_leaves_the_callers_body_as_it_is():
    sent = {"title": None, "note": None}

    body(sent, partial=True)

    assert sent == {"title": None, "note": None}


@pytest.mark.parametrize("data", [[], [{}], "text", 5, True, 1.5])
@pytest.mark.parametrize("partial", [True, False])
def test_body_that_is_no_object_is_refused(data, partial):
    kind = type(data).__name__

    assert problems(data, partial=partial) == {
        "non_field_errors": [f"Invalid data. Expected a dictionary, but got {kind}."]
    }


# Models -----------------------------------------------------------------------------------------


class TenantInput(ModelInputSerializer):
    class Meta:
        model = Tenant
        fields = ("name", "slug", "domain", "is_active")


class AIInput(ModelInputSerializer):
    class Meta:
        model = TenantAIConfig
        fields = ("default_language", "max_sessions_per_student", "admin_email")


class BrandingInput(ModelInputSerializer):
    class Meta:
        model = TenantBranding
        fields = ("widget_position", "primary_color")


def test_models_fields_are_read_strictly():
    tenant, ai, branding = (one().fields for one in (TenantInput, AIInput, BrandingInput))

    name, slug, *others = tenant.values()
    assert (type(name), type(slug)) == (TextField, VerbatimField)
    assert [type(field) for field in others] == [TextField, BooleanField]
    assert [type(field) for field in ai.values()] == [TextField, IntegerField, EmailField]
    assert [type(field) for field in branding.values()] == [ChoiceField, VerbatimField]


def test_models_limits_are_the_bodys():
    tenant, ai = TenantInput().fields, AIInput().fields

    assert (tenant["name"].max_length, tenant["slug"].max_length) == (255, 100)
    assert (tenant["name"].required, tenant["domain"].required) == (True, False)
    assert (tenant["name"].allow_null, tenant["domain"].allow_null) == (False, True)
    sessions = ai["max_sessions_per_student"]
    assert (sessions.min_value, sessions.max_value, sessions.allow_null) == (1, 100, True)
    assert ai["admin_email"].max_length == 254
    assert "Use lower-case letters" in refusal(tenant["slug"], "State")
    assert refusal(BrandingInput().fields["primary_color"], "red") == "Write colours as #RRGGBB."


@pytest.mark.django_db
def test_uniqueness_is_left_to_the_database(django_assert_num_queries):
    TenantFactory(slug="state")

    with django_assert_num_queries(0):
        serializer = TenantInput(data={"name": "Another", "slug": "state"})
        assert serializer.is_valid(), serializer.errors
