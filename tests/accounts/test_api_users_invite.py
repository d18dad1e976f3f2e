"""POST /v1/console/users: who may be invited, as what (contract §5)."""

import pytest

from accounts.models import Invitation, ProgrammeMembership, User
from tenants.models import AuditEvent
from tests.clients import ApiClient
from tests.config.refusals import invalid, refusal
from tests.factories import ProgrammeFactory, RoleFactory, SystemRoleFactory, UserFactory

pytestmark = pytest.mark.django_db

URL = "/v1/console/users"


@pytest.fixture
def role(tenant):
    return RoleFactory(tenant=tenant, name="Examiner", permissions=["PROGRAMMES.can_view"])


@pytest.fixture
def body(role) -> dict:
    return {
        "email": "Ada@example.com",
        "first_name": "Ada",
        "last_name": "Obi",
        "role_id": role.pk,
    }


def assert_nobody_was_invited() -> None:
    assert not User.objects.filter(email__icontains="ada@").exists()
    assert not Invitation.objects.exists()
    assert not ProgrammeMembership.objects.exists()
    assert not AuditEvent.objects.filter(event_type="user.created").exists()


def test_invitation_leaves_its_trail(api, admin, body, role):
    ProgrammeFactory(tenant=role.tenant, code="MPH")

    answer = api.post(URL, body | {"middle_name": "Grace", "programme_codes": ["MPH"]})

    data = answer.json()["data"]
    assert (data["middle_name"], data["email"]) == ("Grace", "Ada@example.com")
    event = AuditEvent.objects.get()
    assert (event.event_type, event.target_type, event.target_id, event.actor_user_id) == (
        "user.created",
        "user",
        data["id"],
        admin.pk,
    )
    assert event.metadata == {
        "user_id": data["id"],
        "tenant_id": admin.tenant_id,
        "email": "Ada@example.com",
        "role_id": role.pk,
        "role_name": "Examiner",
        "programme_codes": ["MPH"],
    }
    invitation = Invitation.objects.get()
    assert (invitation.user_id, invitation.invited_by_id) == (data["id"], admin.pk)


def test_invited_user_cannot_sign_in_with_a_password(api, anonymous, body, tenant):
    api.post(URL, body)

    for password in ("", "!", "None"):
        login = {"email": body["email"], "password": password, "tenant_slug": tenant.slug}
        assert anonymous.post("/v1/auth/login", login).status_code in {401, 422}


def test_programmes_keep_their_order_and_come_once(api, body, tenant):
    for code in ("MBA", "MIT", "MPH"):
        ProgrammeFactory(tenant=tenant, code=code)

    answer = api.post(URL, body | {"programme_codes": ["MPH", "MBA", "MPH", "MIT", "MBA"]})

    assert answer.json()["data"]["programme_codes"] == ["MPH", "MBA", "MIT"]
    assert ProgrammeMembership.objects.count() == 3


@pytest.mark.parametrize("given", [{}, {"programme_codes": []}])
def test_programmes_may_be_none(api, body, given):
    answer = api.post(URL, body | given)

    assert answer.status_code == 201
    assert answer.json()["data"]["programme_codes"] == []


def test_unknown_programmes_are_refused_by_name(api, body, tenant):
    ProgrammeFactory(tenant=tenant, code="MPH")
    ProgrammeFactory(code="FOREIGN")

    codes = ["XYZ", "MPH", "FOREIGN", "mph", "XYZ"]
    answer = api.post(URL, body | {"programme_codes": codes})

    assert answer.status_code == 400
    assert answer.json() == refusal(
        "Unknown programme codes: XYZ, FOREIGN, mph.",
        "VALIDATION_ERROR",
        {"unknown_codes": ["XYZ", "FOREIGN", "mph"]},
    )
    assert_nobody_was_invited()


def test_inactive_programme_is_not_added(api, body, tenant):
    ProgrammeFactory(tenant=tenant, code="OLD", is_active=False)

    answer = api.post(URL, body | {"programme_codes": ["OLD"]})

    assert answer.status_code == 400
    assert answer.json() == refusal(
        "Inactive programmes cannot be added: OLD.",
        "VALIDATION_ERROR",
        {"inactive_codes": ["OLD"]},
    )
    assert_nobody_was_invited()


@pytest.mark.parametrize("status", ["ACTIVE", "INACTIVE", "DELETED"])
@pytest.mark.parametrize("taken", ["ada@example.com", "ADA@EXAMPLE.COM"])
def test_address_is_taken_in_any_case_and_status(api, body, tenant, taken, status):
    UserFactory(tenant=tenant, email=taken, status=status)

    answer = api.post(URL, body)

    assert answer.status_code == 409
    assert answer.json() == refusal("A user with this e-mail address exists already.", "CONFLICT")
    assert not Invitation.objects.exists()
    assert not AuditEvent.objects.exists()


def test_address_of_another_tenant_is_free(api, body):
    UserFactory(email=body["email"])

    assert api.post(URL, body).status_code == 201


def test_role_of_another_tenant_is_unknown(api, body):
    answer = api.post(URL, body | {"role_id": RoleFactory().pk})

    assert answer.status_code == 404
    assert_nobody_was_invited()


REQUIRED = "This field is required."
BLANK = "This field may not be blank."
NULL = "This field may not be null."


@pytest.mark.parametrize(
    ("changed", "field", "message"),
    [
        ({"email": "ada@"}, "email", "Enter a valid email address."),
        ({"email": 5}, "email", "Enter a valid email address."),
        (
            {"email": f"{'a' * 250}@b.io"},
            "email",
            "Ensure this field has no more than 254 characters.",
        ),
        ({"first_name": " "}, "first_name", BLANK),
        ({"last_name": None}, "last_name", NULL),
        (
            {"last_name": "x" * 256},
            "last_name",
            "Ensure this field has no more than 255 characters.",
        ),
        (
            {"middle_name": "x" * 256},
            "middle_name",
            "Ensure this field has no more than 255 characters.",
        ),
        ({"role_id": "Faculty"}, "role_id", "An id is 24 lower-case hexadecimal characters."),
        ({"role_id": None}, "role_id", NULL),
        (
            {"programme_codes": "MPH"},
            "programme_codes",
            'Expected a list of items but got type "str".',
        ),
        ({"programme_codes": ["MPH", 5]}, "programme_codes.1", "Not a valid string."),
        ({"programme_codes": None}, "programme_codes", NULL),
    ],
)
def test_malformed_invitation_is_refused(api, body, changed, field, message):
    answer = api.post(URL, body | changed)

    problems = answer.json()["details"]["errors"]
    assert answer.status_code == 422
    assert {"field": field, "message": message} in problems
    assert {problem["field"] for problem in problems} == {field}
    assert_nobody_was_invited()


def test_too_many_codes_are_refused_without_a_look_at_them(api, body):
    codes = list(range(1001))

    answer = api.post(URL, body | {"programme_codes": codes})

    problem = ("programme_codes", "Ensure this field has no more than 1000 elements.")
    assert answer.json() == invalid(problem)


def test_empty_invitation_names_all_that_it_lacks(api):
    answer = api.post(URL, {})

    needed = ("email", "first_name", "last_name", "role_id")
    assert answer.json() == invalid(*((field, REQUIRED) for field in needed))


def test_what_an_invitation_cannot_set_is_ignored(api, body):
    answer = api.post(
        URL, body | {"status": "DELETED", "password": "x", "legacy_role": "ADMIN", "id": "0" * 24}
    )

    user = User.objects.get(email=body["email"])
    assert answer.status_code == 201
    assert (user.status, user.legacy_role, user.has_usable_password()) == ("ACTIVE", None, False)


# Rights ---------------------------------------------------------------------------------------


def inviter(tenant, *flags: str) -> ApiClient:
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_create", *flags])
    return ApiClient(UserFactory(tenant=tenant, role=role))


def test_nobody_invites_into_a_role_that_permits_more_than_their_own(tenant, body, role):
    role.permissions = ["FEEDBACK.can_export", "PROGRAMMES.can_view", "CASE_STUDIES.can_edit"]
    role.save()

    answer = inviter(tenant, "PROGRAMMES.can_view").post(URL, body)

    assert answer.status_code == 403
    assert answer.json() == refusal(
        "Permission denied: CASE_STUDIES.can_edit required", "AUTHORIZATION_ERROR"
    )
    assert_nobody_was_invited()


def test_role_that_permits_what_the_inviter_holds_is_handed_out(tenant, body):
    answer = inviter(tenant, "PROGRAMMES.can_view").post(URL, body)

    assert answer.status_code == 201


def test_admin_invites_admins_and_faculty(api, body, tenant):
    for number, legacy_role in enumerate(("ADMIN", "FACULTY")):
        role = SystemRoleFactory(tenant=tenant, legacy_role=legacy_role)
        person = {"email": f"ada{number}@example.com", "role_id": role.pk}
        assert api.post(URL, body | person).status_code == 201
