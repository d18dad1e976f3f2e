"""No page of the admin says something that the API does not (contract §19).

Each page stands here with the routes that say the same or do the same, or with the reason why there
are none. A new page that names none fails.
"""

from collections.abc import Iterator

import pytest
from django.contrib.admin import ModelAdmin
from drf_spectacular.generators import SchemaGenerator

from tests.contract.pages import CONSOLE_ACCESS, MODELS, NOBODY, PAGES, Page
from tests.contract.routes import BEARER, PUBLIC, ROUTES

# Pages without a route: why.
OF_THE_PAGE_ALONE = {
    "autocomplete": "completes a field; lists have `search`",
    "jsi18n": "the texts of scripts",
    "tenants_tenant_switch": "the API works in the tenant of its caller, which the token names",
    "tenants_tenant_work_here": "likewise",
}
# The keys of the live service: shown once, on the page or by the command that made them, and
# never to a program that works with somebody's token (contract §15).
SERVICE_KEYS = {
    f"accounts_servicekey_{name}" for name in ("changelist", "change", "history", "add", "revoke")
}


def _rows(prefix: str, address: str, row: str, *, history: str = "history") -> dict[str, list[str]]:
    """Return the standard pages of a model, with the routes of its resource."""
    one = f"{address}/{{{row}}}"
    return {
        f"{prefix}_changelist": [f"GET {address}"],
        f"{prefix}_change": [f"GET {one}"],
        f"{prefix}_history": [f"GET {one}/{history}"],
    }


def _written(prefix: str, address: str, row: str) -> dict[str, list[str]]:
    """Return the pages that add a row and change it."""
    change = [f"GET {address}/{{{row}}}", f"PATCH {address}/{{{row}}}"]
    return {f"{prefix}_add": [f"POST {address}"], f"{prefix}_change": change}


def _deleted(prefix: str, address: str, row: str) -> dict[str, list[str]]:
    return {f"{prefix}_delete": [f"DELETE {address}/{{{row}}}"]}


V1 = "/v1/console"
ATTEMPTS, RESULTS = f"{V1}/attempts", f"{V1}/student-performance"
SESSION = f"{RESULTS}/attempts/{{session_id}}"
STUDENT, USER = f"{V1}/students/{{user_id}}", f"{V1}/users/{{user_id}}"
IMPORT = f"{V1}/roster-imports/{{import_id}}"
TENANT, CASE_STUDY = f"{V1}/tenants/{{tenant_id}}", f"{V1}/case-studies/{{case_study_id}}"
ME = "/v1/users/me"

IN_THE_API: dict[str, list[str]] = {
    # One's own
    "index": [f"GET {V1}/dashboard"],
    "search": [
        f"GET {V1}/students",
        f"GET {V1}/users",
        f"GET {V1}/programmes",
        f"GET {V1}/case-studies",
    ],
    "accounts_user_profile": [f"GET {ME}", f"PATCH {ME}"],
    "accounts_user_password": [f"POST {ME}/change-password"],
    "accounts_user_second_factor": [
        f"GET {ME}/second-factor",
        f"POST {ME}/second-factor",
        f"POST {ME}/second-factor/confirm",
    ],
    "accounts_user_recovery_codes": [f"POST {ME}/second-factor/recovery-codes"],
    "accounts_user_remove_second_factor": [f"DELETE {ME}/second-factor"],
    "accounts_user_sessions": [
        f"GET {ME}/sessions",
        f"DELETE {ME}/sessions",
        f"DELETE {ME}/sessions/{{session_id}}",
    ],
    # Students
    **_rows("students_student", f"{V1}/students", "user_id", history="timeline"),
    "students_student_add": [f"POST {V1}/students"],
    "students_student_export": [f"GET {V1}/students/export"],
    "students_student_grant": [
        f"POST {ATTEMPTS}/grant",
        f"GET {ATTEMPTS}/{{user_id}}",
    ],
    "students_student_revoke": [f"POST {ATTEMPTS}/revoke", f"GET {ATTEMPTS}/{{user_id}}"],
    "students_student_grant_many": [f"POST {ATTEMPTS}/grant/bulk"],
    "students_student_revoke_many": [f"POST {ATTEMPTS}/revoke/bulk"],
    "students_student_edit": [f"PATCH {USER}"],
    "students_student_change_email": [f"POST {USER}/change-email"],
    "students_student_make_staff": [f"PATCH {USER}"],
    "students_student_personal_data": [f"GET {STUDENT}/personal-data"],
    "students_student_erase": [f"POST {STUDENT}/erase"],
    "students_student_activate": [f"POST {USER}/activate"],
    "students_student_deactivate": [f"POST {USER}/deactivate"],
    # Attempts
    **_rows("students_session", f"{RESULTS}/attempts", "session_id"),
    "students_session_transcript": [f"GET {SESSION}/transcript"],
    "students_session_grade": [f"GET {SESSION}/grade"],
    **_rows("students_attempttransaction", f"{ATTEMPTS}/transactions", "transaction_id"),
    # Each line has all of it already.
    "students_attempttransaction_change": [f"GET {ATTEMPTS}/transactions"],
    **_rows("students_bulkjob", f"{ATTEMPTS}/jobs", "job_id"),
    "students_bulkjob_grant_left_out": [f"POST {ATTEMPTS}/grant/bulk"],
    # Rosters
    **_rows("students_rosterimport", f"{V1}/roster-imports", "import_id"),
    "students_rosterimport_add": [f"POST {V1}/roster-imports"],
    "students_rosterimport_confirm": [f"POST {IMPORT}/confirm"],
    "students_rosterimport_leave_out": [f"POST {IMPORT}/recheck"],
    "students_rosterimport_raise_limit": [f"POST {IMPORT}/recheck"],
    "students_rosterimport_try_again": [f"POST {IMPORT}/confirm"],
    "students_rosterimport_discard": [f"DELETE {IMPORT}"],
    # Programmes and case studies
    **_rows("programmes_programme", f"{V1}/programmes", "programme_id"),
    **_written("programmes_programme", f"{V1}/programmes", "programme_id"),
    **_deleted("programmes_programme", f"{V1}/programmes", "programme_id"),
    "programmes_programme_activate": [f"PATCH {V1}/programmes/{{programme_id}}"],
    "programmes_programme_deactivate": [f"PATCH {V1}/programmes/{{programme_id}}"],
    **_rows("programmes_casestudy", f"{V1}/case-studies", "case_study_id"),
    **_written("programmes_casestudy", f"{V1}/case-studies", "case_study_id"),
    "programmes_casestudy_activate": [f"PATCH {CASE_STUDY}"],
    "programmes_casestudy_deactivate": [f"DELETE {CASE_STUDY}"],
    "programmes_casestudy_attempts": [f"GET {ATTEMPTS}", f"GET {ATTEMPTS}/summary"],
    "programmes_casestudy_attempts_export": [f"GET {ATTEMPTS}/export"],
    "programmes_casestudy_attempts_grant": [f"POST {ATTEMPTS}/grant/bulk"],
    "programmes_casestudy_attempts_revoke": [f"POST {ATTEMPTS}/revoke/bulk"],
    "programmes_casestudy_results": [f"GET {RESULTS}", f"GET {RESULTS}/summary"],
    "programmes_casestudy_results_export": [f"GET {RESULTS}/export"],
    "programmes_casestudy_results_grant": [f"POST {ATTEMPTS}/grant/bulk"],
    "programmes_casestudy_results_revoke": [f"POST {ATTEMPTS}/revoke/bulk"],
    # People and roles
    **_rows("accounts_user", f"{V1}/users", "user_id"),
    **_written("accounts_user", f"{V1}/users", "user_id"),
    "accounts_user_change": [f"GET {USER}", f"PATCH {USER}", f"GET {USER}/access"],
    "accounts_user_resend_invitation": [f"POST {USER}/resend-invite"],
    "accounts_user_send_invitation": [f"POST {USER}/resend-invite"],
    "accounts_user_signed_in": [f"GET {USER}/sessions", f"DELETE {USER}/sessions"],
    "accounts_user_change_email": [f"POST {USER}/change-email"],
    "accounts_user_take_second_factor": [f"DELETE {USER}/second-factor"],
    "accounts_user_return_to_students": [f"POST {USER}/return-to-students"],
    "accounts_user_reset_password": [f"POST {USER}/reset-password"],
    "accounts_user_activate": [f"POST {USER}/activate"],
    "accounts_user_deactivate": [f"POST {USER}/deactivate"],
    "accounts_user_remove": [f"DELETE {USER}"],
    **_rows("accounts_role", f"{V1}/roles", "role_id"),
    **_written("accounts_role", f"{V1}/roles", "role_id"),
    **_deleted("accounts_role", f"{V1}/roles", "role_id"),
    # Universities
    **_rows("tenants_tenant", f"{V1}/tenants", "tenant_id"),
    **_written("tenants_tenant", f"{V1}/tenants", "tenant_id"),
    "tenants_tenant_restore": [f"PATCH {TENANT}"],
    "tenants_tenant_soft_delete": [f"DELETE {TENANT}", f"GET {TENANT}/access"],
    "tenants_tenant_branding": [f"PATCH {TENANT}/branding"],
    "tenants_tenant_ai_settings": [
        f"PATCH {TENANT}/ai-config",
        f"GET {TENANT}/ai-config/effect",
    ],
    "tenants_tenant_allowed_origins": [
        f"POST {TENANT}/allowed-origins",
        f"GET {TENANT}/allowed-origins",
        f"DELETE {TENANT}/allowed-origins/{{origin}}",
    ],
    "tenants_tenant_retention": [f"PATCH {TENANT}/retention", f"GET {TENANT}/retention"],
    "tenants_tenant_single_sign_on": [f"PATCH {TENANT}/sso"],
    "tenants_tenant_test_single_sign_on": [f"POST {TENANT}/sso/check"],
    "tenants_auditevent_changelist": [f"GET {V1}/audit-events"],
    "tenants_auditevent_change": [f"GET {V1}/audit-events"],
    "tenants_auditevent_history": [f"GET {V1}/audit-events"],
    "tenants_auditevent_export": [f"GET {V1}/audit-events/export"],
}

# The filters of lists that are called otherwise in the API: parameter → of its route.
_DAYS = ("start_date", "end_date")
_OTHERWISE: dict[str, dict[str, tuple[str, ...]]] = {
    "accounts_user": {"role": ("role_id",), "programmes": ("programme",)},
    "programmes_programme": {"status": ("include_inactive",)},
    "programmes_casestudy": {"status": ("include_inactive",), "programmes": ("programme",)},
    "students_student": {"last_seen_at": _DAYS},
    "students_session": {
        "case_study": ("case_study_id",),
        "start_time": _DAYS,
        "user": ("user_id",),
    },
    "students_attempttransaction": {
        "case_study": ("case_study_id",),
        "created_at": _DAYS,
        "user": ("user_id",),
    },
    "students_bulkjob": {"show": ("dry_run",), "case_study": ("case_study_id",)},
    "students_rosterimport": {"state": ("status",)},
    "tenants_auditevent": {"event_time": _DAYS},
    "tenants_tenant": {"is_active": ("include_inactive",)},
}


def _filters_of(model_admin: ModelAdmin) -> Iterator[str]:
    for entry in model_admin.list_filter:
        yield entry[0] if isinstance(entry, tuple) else entry.parameter_name


KNOWN = {str(route): route for route in ROUTES}
OPEN = [page for page in PAGES if page.access != NOBODY]


def test_every_page_names_what_the_api_has_for_it_or_why_nothing():
    reasons = OF_THE_PAGE_ALONE.keys() | SERVICE_KEYS

    assert {page.name for page in OPEN} == IN_THE_API.keys() | reasons
    assert IN_THE_API.keys() & reasons == set()


def test_every_route_that_a_page_names_is_there():
    named = {route for routes in IN_THE_API.values() for route in routes}

    assert named - KNOWN.keys() == set()


@pytest.mark.parametrize("page", [page for page in OPEN if page.name in IN_THE_API], ids=str)
def test_whoever_may_open_a_page_may_call_what_it_names(page: Page):
    """Its first route, that is: the others are for what stands on the page for those who may."""
    first, *_others = IN_THE_API[page.name]
    route = KNOWN[first]

    if page.access == CONSOLE_ACCESS:
        assert route.access in {BEARER, PUBLIC} or page.name in {"index", "search"}
    elif route.access == "Super Admin role":
        assert page.access.startswith("TENANT_MANAGEMENT.")
    else:
        assert page.access in {*route.openers, *route.besides}


@pytest.fixture(scope="module")
def paths() -> dict:
    """The routes of the OpenAPI document."""
    return SchemaGenerator().get_schema(request=None, public=True)["paths"]


LISTS = [page for page in OPEN if page.name.endswith("_changelist") and page.name in IN_THE_API]


@pytest.mark.parametrize("page", LISTS, ids=str)
def test_the_api_narrows_a_list_by_whatever_its_page_does(page: Page, paths: dict):
    prefix = page.name.removesuffix("_changelist")
    model_admin = next(
        one for model, one in MODELS.items() if prefix == model._meta.label_lower.replace(".", "_")
    )
    (route,) = IN_THE_API[page.name]
    told = paths[route.removeprefix("GET ")]["get"].get("parameters", ())
    taken = {one["name"] for one in told if one["in"] == "query"}

    for name in _filters_of(model_admin):
        wanted = _OTHERWISE.get(prefix, {}).get(name, (name,))
        assert taken >= set(wanted), name
