"""The language of a university's pages and mails, which its ``default_language`` names (§3)."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client
from django.utils import translation

from accounts.sso.faults import Trouble
from config.errors import RateLimited
from tenants.models import TenantAIConfig
from tests.accounts.cas import Browser, success
from tests.accounts.invitations import invite
from tests.accounts.resets import ask
from tests.clients import ApiClient
from tests.factories import (
    PASSWORD,
    FacultyFactory,
    RoleFactory,
    SuperAdminFactory,
    UserFactory,
)
from tests.mail import html_of, link_in, text_of, token_in, work

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 2, 4, 9, tzinfo=UTC)
FRENCH = '<html lang="fr" dir="ltr">'
ENGLISH = '<html lang="en-gb" dir="ltr">'
# What would be English, were it not translated.
TELLING = re.compile(r"\b(?:the|you|your|sign|password|with|is|it|wait)\b", re.IGNORECASE)


@pytest.fixture
def laval(tenant):
    """A university that speaks French."""
    tenant.name = "Université Laval"
    tenant.save()
    TenantAIConfig.objects.create(tenant=tenant, default_language="fr-CA")
    return tenant


def words(page: str) -> str:
    without_styles = re.sub(r"<(style|script|svg).*?</\1>", "", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", without_styles))


def assert_french(answer, says: str) -> None:
    page = answer.content.decode()
    assert FRENCH in page
    assert says in words(page)
    assert english_in(words(page)) == []


def english_in(text: str) -> list[str]:
    return TELLING.findall(re.sub(r"https?://\S+", "", text))


def test_the_sign_in_speaks_the_universitys_language(laval, client):
    page = f"/sign-in/{laval.slug}"
    user = FacultyFactory(tenant=laval, email="ada@ulaval.example")

    assert_french(client.get(page), "Mot de passe oublié")
    wrong = client.post(page, {"email": user.email, "password": "x"})
    assert_french(wrong, "L’adresse e-mail ou le mot de passe est incorrect.")
    assert_french(client.post(page, {}), "Saisissez votre mot de passe.")
    assert_french(client.get(f"{page}/forgotten-password"), "M’envoyer l’e-mail")
    asked = client.post(f"{page}/forgotten-password", {"email": user.email})
    assert_french(asked, "Trois e-mails au plus")


def test_whoever_has_no_role_is_told_so_in_their_language(laval, client):
    user = UserFactory(tenant=laval, role=RoleFactory(tenant=laval, permissions=[]))

    page = f"/sign-in/{laval.slug}"
    refused = client.post(page, {"email": user.email, "password": PASSWORD})

    assert_french(refused, "La console est réservée au personnel")


@pytest.mark.parametrize("said", [None, "", "de", "klingon"])
def test_a_language_that_we_do_not_speak_is_english(said, tenant, client):
    TenantAIConfig.objects.create(tenant=tenant, default_language=said)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "fr"

    page = client.get(f"/sign-in/{tenant.slug}").content.decode()

    assert ENGLISH in page
    assert "Forgot your password?" in page


@pytest.mark.django_db(transaction=True)
def test_an_invitation_is_french_from_the_mail_to_the_welcome(laval, admin, invited, mail_server):
    with time_machine.travel(NOW, tick=False):
        invite(admin, invited)
        (mail,) = mail_server.mails
        page = link_in(mail).removeprefix("https://console.example")
        looked = Client().get(page)
        weak = Client().post(page, {"password1": "password", "password2": "password"})
        guessed = Client().post(page, {"password1": "laval2026", "password2": "laval2026"})
        phrase = "une belle longue phrase"
        accepted = Client().post(page, {"password1": phrase, "password2": phrase})
        again = Client().get(page)

    assert mail["Subject"] == "Votre invitation\u00a0: Université Laval"
    assert mail["Content-Language"] == "fr"
    assert "Bonjour Grace Hopper," in text_of(mail)
    assert "jusqu’au 11 février 2026, 09:00 UTC" in text_of(mail)
    for text in (text_of(mail), words(html_of(mail))):
        assert english_in(text) == []
    assert FRENCH in html_of(mail)
    assert_french(looked, "valable jusqu’au 11 février 2026, 09:00 UTC")
    assert_french(weak, "Ce mot de passe est trop courant.")
    assert_french(guessed, "Ce mot de passe est trop facile à deviner.")
    assert_french(accepted, "Votre mot de passe est enregistré")
    assert_french(again, "Cette invitation a déjà servi")


@pytest.mark.django_db(transaction=True)
def test_a_lost_password_is_french_from_the_mail_to_the_end(laval, mail_server):
    user = FacultyFactory(tenant=laval, email="ada@ulaval.example")
    ask(user)
    work()
    (mail,) = mail_server.mails

    assert mail["Subject"] == "Votre nouveau mot de passe\u00a0: Université Laval"
    for text in (text_of(mail), words(html_of(mail))):
        assert "rien n’a changé" in text
        assert english_in(text) == []
    page = f"/password-reset/{token_in(mail)}"
    assert_french(Client().get(page), "Choisir un nouveau mot de passe")
    phrase = "une belle longue phrase"
    changed = Client().post(page, {"password1": phrase, "password2": phrase})
    assert_french(changed, "Votre mot de passe est modifié")


@pytest.mark.parametrize("trouble", Trouble)
def test_every_reason_of_a_refused_single_sign_on_is_translated(trouble):
    with translation.override("fr"):
        assert english_in(trouble.in_words) == []
    assert trouble.in_words == trouble.value


@pytest.mark.usefixtures("at_cas")
def test_a_refused_single_sign_on_is_french(laval, cas):
    user = FacultyFactory(tenant=laval)

    refused = Browser().sign_in(cas, user, success(email="nobody@ulaval.example"))

    assert refused.status_code == 403
    assert_french(refused, "Personne ici n’a l’adresse e-mail")


def test_the_api_answers_in_english_wherever_it_is_asked_from(laval, anonymous):
    body = {"email": "ada@ulaval.example", "password": "x", "tenant_slug": laval.slug}
    anonymous.defaults["HTTP_ACCEPT_LANGUAGE"] = "fr"

    wrong = anonymous.post("/v1/auth/login", body)
    empty = anonymous.post("/v1/auth/login", {"tenant_slug": laval.slug})

    assert wrong.json()["error"] == "The e-mail address or the password is wrong."
    messages = [error["message"] for error in empty.json()["details"]["errors"]]
    assert messages == ["This field is required.", "This field is required."]


def test_the_language_of_one_page_is_not_that_of_the_next(laval, client):
    client.get(f"/sign-in/{laval.slug}")

    answer = ApiClient().get("/v1/users/me")

    assert answer.json()["error"] == "Authentication credentials were not provided."
    assert ENGLISH in client.get("/sign-in").content.decode()


def test_a_refusal_that_has_a_translation_is_english_in_the_api(laval):
    said = "There is no second factor."
    with translation.override("fr"):
        assert translation.gettext(said) == "Il n’y a pas de second facteur."
    api, user = ApiClient(SuperAdminFactory(tenant=laval)), FacultyFactory(tenant=laval)

    answer = api.delete(
        f"/v1/console/users/{user.pk}/second-factor", headers={"accept-language": "fr"}
    )

    assert (answer.status_code, answer.json()["error"]) == (404, said)


@pytest.mark.parametrize("address", ["/sign-in", "/nowhere", "/sign-in/nobody", "/invitations/x"])
def test_pages_of_no_university_speak_the_browsers_language(address, db):
    french = Client(headers={"accept-language": "fr-BE,fr;q=0.9,en;q=0.5"}).get(address)
    other = Client(headers={"accept-language": "de,nl;q=0.5"}).get(address)

    assert FRENCH in french.content.decode()
    assert english_in(words(french.content.decode())) == []
    assert ENGLISH in other.content.decode()


def test_a_page_whose_language_runs_from_the_right_is_laid_out_so(tenant, client, settings):
    settings.LANGUAGES = [*settings.LANGUAGES, ("ar", "العربية")]
    TenantAIConfig.objects.create(tenant=tenant, default_language="ar")

    page = client.get(f"/sign-in/{tenant.slug}").content.decode()

    assert '<html lang="ar" dir="rtl">' in page


@pytest.mark.parametrize(
    ("seconds", "english", "french"),
    [
        (3, "a few seconds", "quelques secondes"),
        (60, "a minute", "une minute"),
        (61, "2 minutes", "2 minutes"),
    ],
)
def test_the_time_to_wait_is_told_in_the_language_of_the_page(seconds, english, french):
    refusal = RateLimited("Too many", seconds)
    assert refusal.wait == english
    with translation.override("fr"):
        assert refusal.wait == french
