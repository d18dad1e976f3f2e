"""POST /v1/console/users/{user_id}/change-email: who gets which address, and what stays (§16)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Invitation, LinkState, SSOIdentity, User
from accounts.queries.mailed_links import find_link
from tenants.models import AuditEvent
from tests.accounts.cas import Browser, configure, success
from tests.accounts.invitations import invite
from tests.accounts.users import changes, stored, url
from tests.clients import ApiClient, OperatorClient, login
from tests.config.refusals import (
    BLANK,
    NOT_FOUND,
    NULL,
    REQUIRED,
    invalid,
    refusal,
    too_long,
)
from tests.factories import (
    FacultyFactory,
    InvitationFactory,
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    UserFactory,
)
from tests.mail import token_in, work
from tests.threads import at_once

pytestmark = pytest.mark.django_db

NEW = "new@example.com"
ME = "/v1/users/me"
UNSEEN = "Take out the character at position 2, which nobody sees: U+0000 (a control character)."


def change(client: ApiClient, user: User, email: object = NEW):
    return client.post(url(user, "change-email"), {"email": email})


@pytest.mark.parametrize("factory", [FacultyFactory, StudentFactory])
def test_the_new_address_is_the_users_and_both_are_in_the_trail(api, admin, tenant, factory):
    user = factory(tenant=tenant, email="old@example.com")

    answer = change(api, user)

    assert answer.status_code == 200
    assert answer.json()["message"] == "Email changed successfully"
    assert answer.json()["data"] == api.get(url(user)).json()["data"]
    assert (stored(user).email, stored(user).updated_at is None) == (NEW, False)
    event = AuditEvent.objects.get()
    assert (event.event_type, event.actor_user_id, event.target_id) == (
        "user.updated",
        admin.pk,
        user.pk,
    )
    assert event.metadata == {
        "user_id": user.pk,
        "tenant_id": tenant.pk,
        "changes": {"email": {"before": "old@example.com", "after": NEW}},
    }


def test_the_same_address_changes_nothing(api, user):
    answer = change(api, user, f" {user.email} ")

    assert answer.status_code == 200
    assert stored(user).updated_at is None
    assert not AuditEvent.objects.exists()


def test_another_case_is_another_way_to_write_it(api, user):
    assert change(api, user, user.email.upper()).status_code == 200

    # Domains are kept in lower case.
    local_part, domain = user.email.split("@")
    kept = f"{local_part.upper()}@{domain}"

    assert changes() == {"user.updated": {"email": {"before": user.email, "after": kept}}}


TAKEN = {
    "ACTIVE": "Another user has this e-mail address: change theirs first.",
    "INACTIVE": (
        "An inactive user has this e-mail address: activate them, or change their address first."
    ),
    "DELETED": (
        "A deleted user has this e-mail address: activate them, or change their address first."
    ),
}


@pytest.mark.parametrize("factory", [FacultyFactory, StudentFactory])
@pytest.mark.parametrize("status", TAKEN)
@pytest.mark.parametrize("asked", [NEW, "NEW@Example.COM"])
def test_an_address_that_is_taken_is_refused_with_what_to_do(api, user, factory, status, asked):
    factory(tenant=user.tenant, email=NEW, status=status)

    answer = change(api, user, asked)

    assert (answer.status_code, answer.json()) == (409, refusal(TAKEN[status], "CONFLICT"))
    assert stored(user).email == user.email
    assert not AuditEvent.objects.exists()


def test_another_tenants_address_is_free(api, user):
    UserFactory(email=NEW)

    assert change(api, user).status_code == 200


def test_the_former_address_is_free_at_once(api, user):
    change(api, user)
    other = FacultyFactory(tenant=user.tenant)

    assert change(api, other, user.email).status_code == 200


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("ada@", "Enter a valid email address."),
        ("", BLANK),
        ("  ", BLANK),
        (None, NULL),
        (5, "Enter a valid email address."),
        (["a@b.example"], "Enter a valid email address."),
        ("a\n@b.example", "Write this on one line: it has a line break at position 2."),
        ("a\0@b.example", UNSEEN),
        (f"{'a' * 250}@b.io", too_long(254)),
    ],
)
def test_what_is_no_address_is_refused(api, user, given, message):
    answer = change(api, user, given)

    assert answer.status_code == 422
    assert {"field": "email", "message": message} in answer.json()["details"]["errors"]
    assert stored(user).email == user.email


def test_a_body_without_an_address_is_refused(api, user):
    answer = api.post(url(user, "change-email"), {})

    assert (answer.status_code, answer.json()) == (
        422,
        invalid(("email", REQUIRED)),
    )


def test_a_patch_still_leaves_the_address_alone(api, user):
    assert api.patch(url(user), {"email": NEW}).status_code == 200
    assert stored(user).email == user.email


# Who may --------------------------------------------------------------------------------------


def test_the_own_address_may_be_changed_too(api, admin):
    """Somebody who mistypes it is still signed in, and can put it right."""
    assert change(api, admin).status_code == 200
    assert change(api, admin, admin.email).status_code == 200
    assert stored(admin).email == admin.email


def test_the_flag_is_needed_also_for_the_own_address(tenant):
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_view"])
    user = UserFactory(tenant=tenant, role=role)

    answer = change(ApiClient(user), user)

    assert answer.json()["error"] == "Permission denied: USER_MANAGEMENT.can_edit required"
    assert stored(user).email == user.email


def test_another_tenants_user_is_absent(api):
    user = FacultyFactory()

    answer = change(api, user)

    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)
    assert stored(user).email == user.email


def test_a_super_admin_who_works_elsewhere_leaves_a_trail_in_both_tenants(tenant):
    boss, user = SuperAdminFactory(), FacultyFactory(tenant=tenant)
    operator = OperatorClient(boss)
    operator.work_in(tenant)

    operator.post(f"/admin/accounts/user/{user.pk}/change_email/", {"email": NEW})

    assert stored(user).email == NEW
    trails = AuditEvent.objects.filter(event_type="user.updated").values_list("tenant", flat=True)
    assert set(trails) == {tenant.pk, boss.tenant_id}


# What stays -----------------------------------------------------------------------------------


def test_sign_ins_stay_and_the_next_one_is_by_the_new_address(api, anonymous, user):
    client, browser = ApiClient(user), OperatorClient(user)
    change(api, user)

    assert client.get(ME).json()["data"]["email"] == NEW
    assert browser.get("/admin/accounts/user/me/").status_code == 200
    assert login(anonymous, user).status_code == 401
    assert login(anonymous, user, email=NEW).status_code == 200


def test_a_device_that_knows_the_account_knows_it_by_the_new_address(api, anonymous, user):
    device = login(anonymous, user)["X-Device-Token"]
    change(api, user)
    for _ in range(4):
        login(ApiClient(), user, "wrong", email=NEW)

    assert login(ApiClient(), user, email=NEW).status_code == 429
    assert login(ApiClient(HTTP_X_DEVICE_TOKEN=device), user, email=NEW).status_code == 200


def test_what_is_bound_at_the_cas_server_stays_bound(api, user, cas):
    configure(user.tenant, cas.url)
    assert Browser().sign_in(cas, user, success("ada", email=user.email)).status_code == 302
    change(api, user)

    by_somebody_else = Browser().sign_in(cas, user, success("eve", email=NEW))
    by_the_former = Browser().sign_in(cas, user, success("ada", email=user.email))
    by_the_same = Browser().sign_in(cas, user, success("ada", email=NEW))

    statuses = [one.status_code for one in (by_somebody_else, by_the_former, by_the_same)]
    assert statuses == [403, 403, 302]
    assert SSOIdentity.objects.get().subject == "ada"


# Invitations ----------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_an_open_invitation_goes_to_the_new_address_and_the_former_link_dies(
    api, admin, invited, mail_server
):
    former = invite(admin, invited)

    change(api, invited)
    work()

    old, new = mail_server.mails
    assert [mail["To"].addresses[0].addr_spec for mail in (old, new)] == [invited.email, NEW]
    assert find_link(Invitation, token=token_in(old)).state == LinkState.REPLACED
    latest = find_link(Invitation, token=token_in(new))
    assert latest.state == LinkState.OPEN
    assert latest.pk != former.pk
    event = AuditEvent.objects.latest("pk")
    assert event.metadata["invitation"] == "resent"


@pytest.mark.parametrize(
    "columns",
    [
        {},
        {"failed_at": timezone.now(), "failure": "550 no such user"},
        {"expires_at": timezone.now() - timedelta(days=1)},
    ],
    ids=["queued", "failed", "expired"],
)
def test_an_invitation_that_nobody_has_accepted_is_sent_anew(api, tenant, columns):
    former = InvitationFactory(tenant=tenant, **columns)

    change(api, former.user)

    assert former.user.invitations.filter(replaced_at=None).exclude(pk=former.pk).count() == 1


def test_an_accepted_invitation_stays_as_it_is(api, tenant):
    former = InvitationFactory(tenant=tenant, accepted_at=timezone.now())

    change(api, former.user)

    assert Invitation.objects.get() == former
    assert Invitation.objects.get().replaced_at is None


def test_mails_are_counted_and_changes_without_one_are_not(api, tenant, settings):
    settings.RATE_LIMITS = settings.RATE_LIMITS | {"invite": (1, 60)}
    invited, user = InvitationFactory(tenant=tenant).user, FacultyFactory(tenant=tenant)

    answers = [
        change(api, *one) for one in ((invited,), (invited, "b@example.com"), (user, "c@d.ee"))
    ]

    assert [answer.status_code for answer in answers] == [200, 429, 200]
    assert stored(invited).email == NEW


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("status", ["INACTIVE", "DELETED"])
def test_the_former_link_does_not_come_to_life_with_the_account(
    api, admin, invited, mail_server, status
):
    """It lies in a mailbox that is perhaps somebody else's."""
    invite(admin, invited)
    api.patch(url(invited), {"status": status})

    change(api, invited)
    api.post(url(invited, "activate"))
    work()

    (mail,) = mail_server.mails
    assert find_link(Invitation, token=token_in(mail)).state == LinkState.EXPIRED
    assert api.post(url(invited, "resend-invite")).status_code == 200


# At the same moment ---------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("repetition", range(3))
def test_of_two_who_get_the_same_address_at_once_one_is_refused(repetition, admin, tenant):
    pair = [FacultyFactory(tenant=tenant), StudentFactory(tenant=tenant)]
    clients = [ApiClient(admin) for _ in pair]
    written = (NEW, NEW.upper())

    answers = at_once(lambda index: change(clients[index], pair[index], written[index]), 2)

    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert User.objects.with_email(NEW).count() == 1
    assert AuditEvent.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("repetition", range(3))
def test_two_who_swap_their_addresses_at_once_wait_for_nobody(repetition, admin, tenant):
    pair = [FacultyFactory(tenant=tenant) for _ in range(2)]
    clients = [ApiClient(admin) for _ in pair]

    answers = at_once(lambda index: change(clients[index], pair[index], pair[1 - index].email), 2)

    assert [answer.status_code for answer in answers] == [409, 409]


@pytest.mark.django_db(transaction=True)
def test_an_invitation_and_a_change_to_the_same_address_do_not_both_succeed(admin, tenant):
    user = FacultyFactory(tenant=tenant)
    clients = [ApiClient(admin) for _ in range(2)]
    person = {"email": NEW, "first_name": "A", "last_name": "B", "role_id": user.role_id}
    acts = (
        lambda: change(clients[0], user),
        lambda: clients[1].post("/v1/console/users", person),
    )

    codes = at_once(lambda index: acts[index]().status_code, 2)

    assert sorted(codes) in ([200, 409], [201, 409])
    assert User.objects.with_email(NEW).count() == 1
