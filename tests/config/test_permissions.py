"""Who may call an endpoint (contract §1.9)."""

import pytest

from accounts.models import LegacyRole
from config.permissions import ALL_FLAGS, Action, Module, flag, matrix
from tests.clients import ApiClient
from tests.config.refusals import NOT_FOUND, refusal
from tests.factories import (
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.config.probes")]

PANEL = "/v1/console/panel"
ONE = f"{PANEL}/{'0' * 24}"

UNAUTHENTICATED = refusal("Authentication credentials were not provided.", "AUTHENTICATION_ERROR")
CLOSED = refusal("You do not have permission to perform this action.", "AUTHORIZATION_ERROR")

# Method, path, the action that its flag needs, and what answers to who holds it.
ACTIONS = [
    ("GET", PANEL, Action.VIEW, 200),
    ("HEAD", PANEL, Action.VIEW, 200),
    ("GET", ONE, Action.VIEW, 404),
    ("POST", PANEL, Action.CREATE, 201),
    ("PATCH", ONE, Action.EDIT, 200),
    ("DELETE", ONE, Action.DELETE, 200),
    ("GET", f"{PANEL}/export", Action.EXPORT, 200),
    ("POST", f"{PANEL}/refresh", Action.EDIT, 200),
]


def caller_with(*flags: str) -> ApiClient:
    tenant = TenantFactory()
    return ApiClient(
        UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=list(flags)))
    )


def test_vocabulary_is_nine_modules_by_five_actions():
    assert len(ALL_FLAGS) == len(set(ALL_FLAGS)) == 45
    assert ALL_FLAGS[0] == "USER_MANAGEMENT.can_view"
    assert flag(Module.STUDENT_PERFORMANCE, Action.EXPORT) == "STUDENT_PERFORMANCE.can_export"


def test_matrix_spreads_the_granted_flags_over_all_there_are():
    spread = matrix({"PROGRAMMES.can_view", "PROGRAMMES.can_edit"})

    assert list(spread) == [
        "USER_MANAGEMENT",
        "ROLE_MANAGEMENT",
        "TENANT_MANAGEMENT",
        "CASE_STUDIES",
        "KNOWLEDGE_BASES",
        "FEEDBACK",
        "PROGRAMMES",
        "ATTEMPT_MANAGEMENT",
        "STUDENT_PERFORMANCE",
    ]
    assert spread["PROGRAMMES"] == {
        "can_view": True,
        "can_create": False,
        "can_edit": True,
        "can_delete": False,
        "can_export": False,
    }
    assert not any(any(spread[module].values()) for module in spread if module != "PROGRAMMES")


@pytest.mark.parametrize(("method", "path", "action", "status"), ACTIONS)
def test_action_needs_its_flag_and_no_other(method, path, action, status):
    needed = flag(Module.USER_MANAGEMENT, action)
    others = [code for code in ALL_FLAGS if code != needed and "TENANT" not in code]

    assert caller_with(needed).generic(method, path).status_code == status
    answer = caller_with(*others).generic(method, path)
    assert answer.status_code == 403
    if method != "HEAD":
        assert answer.json() == refusal(
            f"Permission denied: {needed} required", "AUTHORIZATION_ERROR"
        )


SHARED = "/v1/console/shared"
OPENERS = ["ROLE_MANAGEMENT.can_view", "FEEDBACK.can_view", "PROGRAMMES.can_edit"]


@pytest.mark.parametrize("opener", OPENERS)
def test_alternative_opens_its_own_action_alone(opener):
    caller = caller_with(opener)

    assert caller.get(SHARED).status_code == 200
    assert caller.post(SHARED).status_code == 403


def test_refusal_names_the_main_flag_and_not_its_alternatives():
    others = [code for code in ALL_FLAGS if code not in OPENERS and "TENANT" not in code]

    answer = caller_with(*others).get(SHARED)

    assert answer.status_code == 403
    assert answer.json() == refusal(
        "Permission denied: ROLE_MANAGEMENT.can_view required", "AUTHORIZATION_ERROR"
    )


@pytest.mark.parametrize(("method", "path", "action", "status"), ACTIONS)
def test_role_without_flags_and_no_role_at_all_may_do_nothing(method, path, action, status):
    nobody = ApiClient(UserFactory(role=None))
    student = ApiClient(StudentFactory())

    for caller in (caller_with(), nobody, student):
        assert caller.generic(method, path).status_code == 403


@pytest.mark.parametrize(("method", "path", "action", "status"), ACTIONS)
def test_anonymous_caller_is_asked_for_a_token_first(anonymous, method, path, action, status):
    answer = anonymous.generic(method, path, "{", "application/json")

    assert answer.status_code == 401
    if method != "HEAD":
        assert answer.json() == UNAUTHENTICATED


@pytest.mark.parametrize(("method", "path", "action", "status"), ACTIONS)
def test_super_admin_passes_without_stored_flags(method, path, action, status):
    boss = SuperAdminFactory()
    boss.role.permissions = []
    boss.role.save()

    assert ApiClient(boss).generic(method, path).status_code == status


def test_custom_role_called_super_admin_is_none():
    tenant = TenantFactory()
    role = RoleFactory(tenant=tenant, name="Super Admin")

    answer = ApiClient(UserFactory(tenant=tenant, role=role)).get(PANEL)

    assert answer.status_code == 403


def test_changed_matrix_holds_at_the_next_request():
    needed = flag(Module.USER_MANAGEMENT, Action.VIEW)
    tenant = TenantFactory()
    role = RoleFactory(tenant=tenant)
    caller = ApiClient(UserFactory(tenant=tenant, role=role))

    codes = [caller.get(PANEL).status_code]
    for flags in ([needed], []):
        role.permissions = flags
        role.save()
        codes.append(caller.get(PANEL).status_code)

    assert codes == [403, 200, 403]


def test_changed_role_holds_at_the_next_request(admin, api):
    assert api.get(PANEL).status_code == 200

    admin.role = RoleFactory(tenant=admin.tenant)
    admin.save()

    assert api.get(PANEL).status_code == 403


@pytest.mark.parametrize(
    ("path", "method"),
    [
        (f"{PANEL}/forgotten", "POST"),
        (f"{SHARED}/forgotten", "GET"),
        ("/v1/console/moduleless", "GET"),
        ("/v1/probe/undeclared", "GET"),
    ],
)
def test_what_nobody_mapped_is_closed_to_everybody(anonymous, path, method):
    for caller in (ApiClient(SuperAdminFactory()), ApiClient(UserFactory())):
        answer = caller.generic(method, path)
        assert answer.status_code == 403
        assert answer.json() == CLOSED

    answer = anonymous.generic(method, path)
    assert answer.status_code == 401
    assert answer.json() == UNAUTHENTICATED


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", PANEL),
        ("DELETE", PANEL),
        ("OPTIONS", PANEL),
        ("POST", ONE),
        ("OPTIONS", ONE),
        ("GET", f"{PANEL}/refresh"),
        ("PROPFIND", PANEL),
        ("POST", "/v1/probe/signed-in"),
        ("OPTIONS", "/v1/probe/signed-in"),
    ],
)
def test_unsupported_method_is_405_for_whoever_is_known_and_401_for_others(anonymous, method, path):
    for caller in (ApiClient(UserFactory()), caller_with()):
        answer = caller.generic(method, path)
        assert answer.status_code == 405
        assert answer.json() == refusal(f'Method "{method}" not allowed.', "METHOD_NOT_ALLOWED")

    assert anonymous.generic(method, path).status_code == 401


def test_permission_is_judged_before_the_body_and_before_existence(tenant):
    caller = caller_with()

    answer = caller.patch(ONE, "{", "application/json")

    assert answer.status_code == 403


def test_row_of_another_tenant_looks_absent(api, tenant):
    own, foreign = StudentFactory(tenant=tenant), StudentFactory()

    assert api.get(f"{PANEL}/{own.pk}").json()["data"] == own.pk
    answer = api.get(f"{PANEL}/{foreign.pk}")
    assert answer.status_code == 404
    assert answer.json() == NOT_FOUND


@pytest.mark.parametrize("legacy_role", LegacyRole.values)
def test_signed_in_is_enough_where_no_flag_is_asked_for(legacy_role):
    tenant = TenantFactory()
    role = RoleFactory(tenant=tenant, legacy_role=legacy_role)
    user = UserFactory(tenant=tenant, role=role)

    assert ApiClient(user).get("/v1/probe/signed-in").json()["data"] == user.pk
