"""How often people may ask for pages: the limits are the API's, and shared with it (§1.4)."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Invitation, User
from tests.clients import ApiClient, OperatorClient
from tests.factories import (
    CaseStudyFactory,
    InvitationFactory,
    RoleFactory,
    StudentFactory,
    UserFactory,
)
from tests.operators import page, refused, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_limits")]

ADMIN = "/admin/"
USERS = "/admin/accounts/user/"
ADD = f"{USERS}add/"
EXPORT = "/admin/students/student/export/"
ME = "/v1/users/me"


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


def test_operator_who_asks_too_often_is_told_to_wait_and_others_are_not(settings, admin, operator):
    settings.RATE_LIMITS = {"tenant": (100, 60), "account": (2, 300)}

    answers = [operator.get(ADMIN) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    refusal = answers[2]
    assert "Wait 5 minutes, then try again." in refusal.text
    assert 240 < int(refusal["Retry-After"]) <= 300
    assert refusal["RateLimit-Policy"] == '"tenant";q=100;w=60, "account";q=2;w=300'
    assert '"account";r=0' in refusal["RateLimit"]
    colleague = OperatorClient(UserFactory(tenant=admin.tenant))
    assert colleague.get(ADMIN).status_code == 200


def test_panel_and_api_share_what_an_account_has(settings, admin, operator):
    settings.RATE_LIMITS = {"account": (2, 60)}
    api = ApiClient(admin)

    answers = operator.get(ADMIN), api.get(ME), operator.get(USERS), api.get(ME)

    assert [answer.status_code for answer in answers] == [200, 200, 429, 429]
    assert answers[3].json()["code"] == "RATE_LIMITED"


def test_colleagues_share_what_their_tenant_has(settings, tenant):
    settings.RATE_LIMITS = {"tenant": (2, 60)}
    colleagues = [OperatorClient(UserFactory(tenant=tenant)) for _ in range(3)]

    assert [one.get(USERS).status_code for one in colleagues] == [200, 200, 429]
    assert OperatorClient(UserFactory()).get(USERS).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 302),
        ("/admin/", 302),
        ("/sign-in", 200),
        ("/sign-in/nowhere", 404),
        ("/sign-out", 200),
        ("/invitations/nonsense", 404),
        ("/no/such/page", 404),
    ],
)
def test_strangers_are_counted_by_their_address(settings, path, status):
    settings.RATE_LIMITS = {"address": (2, 60)}
    stranger, neighbour = (Client(REMOTE_ADDR=f"192.0.2.{number}") for number in (7, 8))

    assert [stranger.get(path).status_code for _ in range(3)] == [status, status, 429]
    assert stranger.post(path).status_code == 429
    assert neighbour.get(path).status_code == status


def test_what_pages_are_made_of_and_probes_are_not_counted(settings, client):
    settings.RATE_LIMITS = {"address": (1, 60)}

    for path in ("/static/console/favicon.svg", "/healthz"):
        assert [client.head(path).status_code for _ in range(3)] == [200, 200, 200]
    assert client.get("/sign-in").status_code == 200


def test_wrong_passwords_have_a_limit_of_their_own_and_close_no_page(settings, admin, client):
    settings.RATE_LIMITS = {"address": (100, 60)}
    settings.LOGIN_LIMIT_PER_ACCOUNT = (1, 120)
    sign_in = reverse("sign-in", args=[admin.tenant.slug])

    wrong = [client.post(sign_in, {"email": admin.email, "password": "no"}) for _ in range(2)]

    assert [answer.status_code for answer in wrong] == [401, 429]
    assert "That was tried too often. Wait 2 minutes, then try again." in wrong[1].text
    assert client.get(sign_in).status_code == 200


def test_files_are_counted_together_with_the_apis(settings, admin, operator):
    settings.RATE_LIMITS = {"export": (2, 60)}

    first = operator.get(EXPORT)
    second = ApiClient(admin).get("/v1/console/students/export")
    third = operator.get(f"{EXPORT}?search=ada")

    assert (first.status_code, second.status_code) == (200, 200)
    assert told(third) == ["Too many requests; try again in a minute."]
    assert third["Location"] == "/admin/students/student/?q=ada"
    assert '"export";r=0' in third["RateLimit"]


def test_who_may_not_export_spends_nothing_for_it(settings, tenant):
    settings.RATE_LIMITS = {"export": (1, 60)}
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_view"])
    operator = OperatorClient(UserFactory(tenant=tenant, role=role))

    answers = [operator.get(EXPORT) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert "RateLimit" not in answers[1].headers


def test_invitation_beyond_the_limit_loses_nothing_that_was_typed(settings, admin, operator):
    settings.RATE_LIMITS = {"invite": (1, 60)}
    person = {"first_name": "A", "last_name": "B", "role": admin.role_id}
    told(operator.post(ADD, person | {"email": "first@x.example"}))

    answer = operator.post(ADD, person | {"email": "second@x.example"})

    assert refused(answer) == {"": ["Too many requests; try again in a minute."]}
    assert 'value="second@x.example"' in answer.text
    assert User.objects.filter(email="first@x.example").exists()
    assert not User.objects.filter(email="second@x.example").exists()
    # To look at the form is no invitation.
    assert refused(operator.get(ADD)) == {}


def test_invitations_sent_again_count_as_well(settings, operator, tenant):
    settings.RATE_LIMITS = {"invite": (1, 60)}
    waiting = [InvitationFactory(tenant=tenant).user for _ in range(2)]
    first, second = (page("accounts_user_resend_invitation", user.pk) for user in waiting)

    told(operator.post(first))

    assert refused(operator.post(second)) == {"": ["Too many requests; try again in a minute."]}
    assert [Invitation.objects.filter(user=user).count() for user in waiting] == [2, 1]


def test_changes_of_many_students_count_as_bulk_requests(settings, operator, tenant):
    settings.RATE_LIMITS = {"bulk": (1, 60)}
    asked = {
        "case_study": CaseStudyFactory(tenant=tenant).pk,
        "amount": "1",
        "reason": "Audio dropped",
        "user_ids": [StudentFactory(tenant=tenant).pk],
    }
    grant = reverse("admin:students_student_grant_many")

    preview, again = (operator.post(grant, asked) for _ in range(2))

    assert "This can be done for 1 of 1 student" in operator.get(preview.url).text
    assert refused(again) == {"": ["Too many requests; try again in a minute."]}
    assert "Audio dropped" in again.text
