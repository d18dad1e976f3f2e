"""One address, one person (contract §16), at every door that takes an address."""

import time
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import LegacyRole, User
from config import smtputf8
from config.addresses import LONG_LOCAL_PART, NO_DOMAIN, NO_SMTPUTF8, SMTPUTF8_UNKNOWN
from config.runtime.mail import mail_server as mailer
from tenants.models import TenantAIConfig
from tests.clients import ApiClient, OperatorClient, login
from tests.factories import PASSWORD, SuperAdminFactory, SystemRoleFactory, UserFactory
from tests.mail import text_of, work
from tests.operators import page, refused, told
from tests.servers import free_port

pytestmark = pytest.mark.django_db

KEPT = "Ada@xn--mller-kva.example"
# The same in other letters: composed and not, in capitals, of full width.
SPELLED = [
    "Ada@müller.example",
    "ada@mu\u0308ller.example",
    "ADA@MÜLLER.EXAMPLE",
    "ada@ｍüller．example",
    "ada@XN--MLLER-KVA.example",
]
TAKEN = "A user with this e-mail address exists already."
UNREACHABLE = {
    "ada@localhost": NO_DOMAIN,
    "ada@[127.0.0.1]": NO_DOMAIN,
    "ada@127.0.0.1": NO_DOMAIN,
    f"{'a' * 65}@b.example": LONG_LOCAL_PART,
    f"{'ü' * 33}@b.example": LONG_LOCAL_PART,
}


@pytest.fixture
def invitee(tenant) -> dict:
    role = SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.FACULTY)
    return {"first_name": "Ada", "last_name": "Obi", "role_id": role.pk}


def invite(api, invitee, email):
    answer = api.post("/v1/console/users", invitee | {"email": email})
    return answer.status_code, answer.json()


@pytest.mark.parametrize("spelled", SPELLED)
def test_an_invitation_finds_the_person_in_other_letters(api, invitee, spelled):
    status, created = invite(api, invitee, "Ada@Müller.example")
    assert (status, created["data"]["email"]) == (201, KEPT)

    status, conflict = invite(api, invitee, spelled)
    assert (status, conflict["code"]) == (409, "CONFLICT")


@pytest.mark.parametrize("stored", ["ada@Müller.example", "ada@mu\u0308ller.example"])
def test_an_invitation_finds_a_person_from_before_the_rule(api, invitee, tenant, stored):
    UserFactory(tenant=tenant, email=stored)

    for spelled in SPELLED:
        status, conflict = invite(api, invitee, spelled)
        assert (status, conflict["error"]) == (409, TAKEN)


@pytest.mark.parametrize("stored", [KEPT, *SPELLED[:3]])
@pytest.mark.parametrize("spelled", SPELLED)
def test_people_sign_in_with_any_spelling(client, tenant, stored, spelled):
    user = UserFactory(tenant=tenant, email=stored)

    assert login(ApiClient(), user, email=spelled).status_code == 200
    answer = client.post(f"/sign-in/{tenant.slug}", {"email": spelled, "password": PASSWORD})
    assert answer.status_code == 302


def test_where_two_have_one_address_the_very_spelling_signs_in(tenant):
    """They are from before the rule; nobody guesses that they are one person."""
    ascii_one = UserFactory(tenant=tenant, email=KEPT)
    other = UserFactory(tenant=tenant, email="ada@müller.example")

    for spelled, user in ((KEPT, ascii_one), ("Ada@Müller.example", other)):
        assert User.objects.for_tenant(tenant).with_email(spelled).first() == user


def test_an_account_from_before_the_rule_still_signs_in(tenant):
    user = UserFactory(tenant=tenant, email="ada@localhost")

    assert login(ApiClient(), user).status_code == 200


def test_an_address_in_ascii_is_looked_up_once(tenant, django_assert_num_queries):
    user = UserFactory(tenant=tenant, email="ada@state.example")
    with django_assert_num_queries(1) as captured:
        assert User.objects.with_email("ADA@State.example").get() == user
    assert "'{ADA@state.example}'" in captured[0]["sql"]


@pytest.mark.parametrize(("address", "why"), UNREACHABLE.items())
def test_what_no_mail_reaches_is_refused_at_each_door(api, admin, tenant, invitee, address, why):
    status, answer = invite(api, invitee, address)
    assert (status, answer["details"]["errors"]) == (422, [{"field": "email", "message": why}])

    person = invitee | {"email": address, "role": invitee["role_id"]}
    answer = OperatorClient(admin).post(page("accounts_user_add"), person)
    assert refused(answer)["email"] == [why]

    options = ("--tenant", tenant.slug, "--role", "Faculty", "--first-name", "A")
    with pytest.raises(CommandError) as refusal:
        call_command("invite", address, *options, "--last-name", "B")
    assert str(refusal.value) == f"email: {why}"

    operator = ApiClient(SuperAdminFactory(tenant=tenant))
    config = f"/v1/console/tenants/{tenant.pk}/ai-config"
    for field in ("admin_email", "support_email"):
        answer = operator.patch(config, {field: address})
        assert answer.json()["details"]["errors"] == [{"field": field, "message": why}]
    assert not User.objects.filter(email=address).exists()


def test_pages_keep_addresses_as_the_api_does(admin, invitee, tenant):
    person = invitee | {"email": SPELLED[2], "role": invitee["role_id"]}

    told(OperatorClient(admin).post(page("accounts_user_add"), person))

    assert User.objects.filter(email="ADA@xn--mller-kva.example").exists()


def test_an_address_from_before_hinders_no_other_change(tenant):
    admin = SuperAdminFactory(tenant=tenant)
    TenantAIConfig.objects.create(tenant=tenant, admin_email="it@localhost")
    sent = {"admin_email": "it@localhost", "support_email": "Help@Müller.example"}

    told(OperatorClient(admin).post(page("tenants_tenant_ai_settings", tenant.pk), sent))

    ai = TenantAIConfig.objects.get()
    assert (ai.admin_email, ai.support_email) == ("it@localhost", "Help@xn--mller-kva.example")


def test_addresses_from_before_are_named(tenant):
    UserFactory(email="ada@müller.example")
    for email in (
        KEPT,
        "ada@Müller.example",
        "eve@müller.example",
        "jo@state.example",
        "x@localhost",
    ):
        UserFactory(tenant=tenant, email=email)
    out = StringIO()

    with pytest.raises(CommandError, match="2 addresses to look at"):
        call_command("verify_addresses", stdout=out)

    assert out.getvalue().splitlines() == [
        f"{tenant.slug}: x@localhost would not be taken now. {NO_DOMAIN}",
        f"{tenant.slug}: {KEPT}, ada@Müller.example are one address.",
    ]


def test_where_all_is_well_no_address_is_named(tenant):
    UserFactory(tenant=tenant, email="ada@müller.example")
    out = StringIO()

    call_command("verify_addresses", stdout=out)

    assert out.getvalue() == "no addresses to look at\n"


@pytest.mark.django_db(transaction=True)
def test_a_mail_to_letters_beyond_ascii_leaves_where_the_server_takes_them(
    api, invitee, mail_server
):
    status, _ = invite(api, invitee, "ju\u0308rgen@Müller.example")
    work()

    assert status == 201
    assert mail_server.recipients == ["jürgen@xn--mller-kva.example"]
    (mail,) = mail_server.mails
    written = str(mail["To"]).encode(errors="surrogateescape").decode()
    assert written == "Ada Obi <jürgen@xn--mller-kva.example>"
    assert "jürgen@xn--mller-kva.example" in text_of(mail)


@pytest.mark.parametrize(("choice", "status"), [("auto", 422), ("off", 422), ("on", 201)])
def test_letters_beyond_ascii_are_refused_where_the_server_takes_none(
    api, invitee, mail_server, settings, choice, status
):
    mail_server.takes_unicode = False
    settings.MAIL_SMTPUTF8 = choice

    got, answer = invite(api, invitee, "jürgen@b.example")

    assert got == status
    if status == 422:
        assert answer["details"]["errors"] == [{"field": "email", "message": NO_SMTPUTF8}]
    # Domains need no such server.
    assert invite(api, invitee, "jo@müller.example")[0] == 201


def test_a_mail_server_that_is_down_says_nothing(api, invitee, settings):
    settings.MAILERS = {"default": mailer(f"smtp://127.0.0.1:{free_port()}")}
    smtputf8.forget()

    got, answer = invite(api, invitee, "jürgen@b.example")

    assert (got, answer["details"]["errors"][0]["message"]) == (422, SMTPUTF8_UNKNOWN)
    smtputf8.forget()


def test_a_mail_server_that_hangs_is_waited_for_once_and_for_seconds(settings, monkeypatch):
    monkeypatch.setattr(smtputf8, "_PATIENCE", 0.2)
    settings.MAILERS = {"default": mailer("smtp://192.0.2.1:25")}
    monkeypatch.setattr(smtputf8, "_ask", lambda backend, heard: time.sleep(2))
    smtputf8.forget()

    began = time.monotonic()
    assert [smtputf8.answer() for _ in range(5)] == [smtputf8.Offer.UNKNOWN] * 5

    assert time.monotonic() - began < 1
    smtputf8.forget()


def test_the_server_is_asked_once_in_minutes(settings, mail_server):
    assert smtputf8.answer() is smtputf8.Offer.YES
    mail_server.stop()
    assert smtputf8.answer() is smtputf8.Offer.YES
