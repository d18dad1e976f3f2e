"""Two people who edit one row: the second one is told what the first one has changed (§19)."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from accounts.models import User
from config.admin.versions import SHOWN
from programmes.models import CaseStudy, Programme
from tenants.models import Tenant
from tests.clients import OperatorClient
from tests.contents import contents
from tests.factories import (
    CaseStudyFactory,
    ProgrammeFactory,
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    UserFactory,
)
from tests.operators import Form, forms, page, parsed, words
from tests.threads import at_once

pytestmark = pytest.mark.django_db

AGAIN = "What differs stands beside its field. Save again to keep what is here."


@dataclass(frozen=True)
class Edit:
    """A form about a row, what two people change in it, and how the second one is told."""

    name: str
    row: Callable[[Tenant], str]
    theirs: dict[str, object]
    mine: dict[str, object]
    stored: str
    typed: str

    def __str__(self) -> str:
        return f"{self.name} {'+'.join(self.theirs)}"


def made_by(factory) -> Callable[[Tenant], str]:
    return lambda tenant: factory(tenant=tenant).pk


def tenant_itself(tenant: Tenant) -> str:
    return tenant.pk


EDITS = [
    Edit(
        "programmes_programme_change",
        made_by(ProgrammeFactory),
        {"name": "Theirs"},
        {"name": "Mine"},
        "“Theirs”",
        "“Mine”",
    ),
    Edit(
        "programmes_casestudy_change",
        made_by(CaseStudyFactory),
        {"description": "Theirs\r\ntoo"},
        {"description": "Mine"},
        "“Theirs too”",
        "“Mine”",
    ),
    Edit(
        "programmes_casestudy_change",
        made_by(CaseStudyFactory),
        {"programme_codes": ["MBA"]},
        {"programme_codes": ["MPH"]},
        "“MBA · Business”",
        "“MPH · Health”",
    ),
    Edit(
        "accounts_role_change",
        made_by(RoleFactory),
        {"permissions": ["USER_MANAGEMENT.can_view"]},
        {"permissions": ["FEEDBACK.can_view"]},
        "“Users and students: view”",
        "“Feedback: view”",
    ),
    Edit(
        "accounts_user_change",
        made_by(UserFactory),
        {"title": "Dean"},
        {"title": "Rector"},
        "“Dean”",
        "“Rector”",
    ),
    Edit(
        "accounts_user_change_email",
        made_by(UserFactory),
        {"email": "theirs@example.com"},
        {"email": "mine@example.com"},
        "“theirs@example.com”",
        "“mine@example.com”",
    ),
    Edit(
        "students_student_edit",
        made_by(StudentFactory),
        {"unlimited_sessions": "on", "cohort": "2031"},
        {"cohort": "2032"},
        "“2031”",
        "“2032”",
    ),
    Edit(
        "students_student_change_email",
        made_by(StudentFactory),
        {"email": "theirs@example.com"},
        {"email": "mine@example.com"},
        "“theirs@example.com”",
        "“mine@example.com”",
    ),
    Edit(
        "tenants_tenant_change",
        tenant_itself,
        {"name": "Theirs"},
        {"name": "Mine"},
        "“Theirs”",
        "“Mine”",
    ),
    Edit(
        "tenants_tenant_branding",
        tenant_itself,
        {"primary_color": "#111111"},
        {"primary_color": "#222222"},
        "“#111111”",
        "“#222222”",
    ),
    Edit(
        "tenants_tenant_single_sign_on",
        tenant_itself,
        {"server_url": "https://one.example/cas"},
        {"server_url": "https://two.example/cas"},
        "“https://one.example/cas”",
        "“https://two.example/cas”",
    ),
    Edit(
        "tenants_tenant_ai_settings",
        tenant_itself,
        {"default_llm_model": "one"},
        {"default_llm_model": "two"},
        "“one”",
        "“two”",
    ),
    Edit(
        "tenants_tenant_allowed_origins",
        tenant_itself,
        {"origins": "https://one.example"},
        {"origins": "https://two.example"},
        "“https://one.example”",
        "“https://two.example”",
    ),
    Edit(
        "tenants_tenant_retention",
        tenant_itself,
        {"audit_days": "365"},
        {"audit_days": "500"},
        "“365”",
        "“500”",
    ),
]


@pytest.fixture
def ada(tenant) -> OperatorClient:
    return OperatorClient(SuperAdminFactory(tenant=tenant, first_name="Ada", last_name="Obi"))


@pytest.fixture
def mine(tenant) -> OperatorClient:
    return OperatorClient(SuperAdminFactory(tenant=tenant))


def opened(browser: OperatorClient, url: str) -> Form:
    """Return the form of a page, which may have a button that ends sign-ins below it."""
    form, *_ = forms(browser.get(url))
    return form


def send(browser: OperatorClient, form: Form, changes: dict[str, object]):
    return browser.post_as_it_is(form.url, form.values | changes)


def errors(answer) -> str:
    assert answer.status_code == 200
    # Once each: a page shows its errors in more than one place.
    texts = [words(one) for one in parsed(answer).xpath("//form//*[contains(@class, 'text-red')]")]
    return " | ".join(dict.fromkeys(texts))


@pytest.mark.parametrize("edit", EDITS, ids=str)
def test_a_stale_edit_is_refused_with_who_changed_what_and_both_values(edit, tenant, ada, mine):
    ProgrammeFactory(tenant=tenant, code="MBA", name="Business")
    ProgrammeFactory(tenant=tenant, code="MPH", name="Health")
    url = page(edit.name, edit.row(tenant))
    form = opened(mine, url)
    assert send(ada, opened(ada, url), edit.theirs).status_code == 302
    before = contents(tenant)

    answer = send(mine, form, edit.mine)

    said = errors(answer)
    assert "Ada Obi changed this on " in said
    assert AGAIN in said
    assert f"Ada Obi saved {edit.stored} on " in said
    assert f"; you entered {edit.typed}." in said
    assert contents(tenant) == before
    # What was typed is still there, and is saved by the same button.
    (again,) = forms(answer)
    changes = {name: [value] for name, value in edit.mine.items() if isinstance(value, str)}
    assert changes.items() <= again.values.items()
    assert send(mine, again, {}).status_code == 302
    assert contents(tenant) != before


def test_a_field_that_only_the_other_one_changed_is_shown_as_they_saved_it(tenant, ada, mine):
    student = StudentFactory(tenant=tenant, first_name="Old", unlimited_sessions=True)
    url = page("students_student_edit", student.pk)
    form = opened(mine, url)
    theirs = opened(ada, url)
    del theirs.values["unlimited_sessions"]
    assert send(ada, theirs, {"first_name": "Theirs"}).status_code == 302

    answer = send(mine, form, {"department": "Mine"})

    said = errors(answer)
    assert "Shown as Ada Obi saved it on " in said
    assert ": “Theirs”." in said
    assert ": off." in said
    (again,) = forms(answer)
    assert again.values["first_name"] == ["Theirs"]
    assert "unlimited_sessions" not in again.values
    assert send(mine, again, {}).status_code == 302
    student.refresh_from_db()
    kept = (student.first_name, student.department, student.unlimited_sessions)
    assert kept == ("Theirs", "Mine", False)


def test_ones_own_profile_is_refused_likewise(tenant, ada):
    me = SuperAdminFactory(tenant=tenant, title="Dr")
    browser = OperatorClient(me)
    form = opened(browser, page("accounts_user_profile"))
    theirs = opened(ada, page("accounts_user_change", me.pk))
    assert send(ada, theirs, {"title": "Dean"}).status_code == 302

    said = errors(send(browser, form, {"title": "Rector"}))

    assert "Ada Obi saved “Dean” on " in said
    assert User.objects.get(pk=me.pk).title == "Dean"


def test_what_no_trail_tells_is_refused_without_a_name(tenant, mine):
    programme = ProgrammeFactory(tenant=tenant, name="Old")
    form = opened(mine, page("programmes_programme_change", programme.pk))
    Programme.objects.update(name="By hand")

    said = errors(send(mine, form, {"name": "Mine"}))

    assert "This was changed since you opened it, and nothing was saved." in said
    assert "“By hand” was saved meanwhile; you entered “Mine”." in said


def test_what_changes_a_row_but_not_what_its_form_shows_refuses_nothing(tenant, mine):
    user = UserFactory(tenant=tenant)
    form = opened(mine, page("accounts_user_change", user.pk))
    User.objects.filter(pk=user.pk).update(last_activity_at="2026-01-01T00:00Z", sis_id=None)

    assert send(mine, form, {"title": "Dean"}).status_code == 302


@pytest.mark.parametrize("said", ["", "{", "[]", "null", '"x"', '{"name": 7}'])
def test_a_form_that_says_nonsense_of_what_it_showed_is_shown_again(said, tenant, mine):
    programme = ProgrammeFactory(tenant=tenant, name="Old")
    form = opened(mine, page("programmes_programme_change", programme.pk))

    answer = send(mine, form, {"name": "Mine", SHOWN: said})

    assert AGAIN in errors(answer)
    assert Programme.objects.get().name == "Old"


def test_a_form_that_creates_a_row_has_nothing_to_compare(tenant, mine):
    assert SHOWN not in opened(mine, page("programmes_programme_add")).values


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("name", "factory", "field"),
    [
        ("programmes_casestudy_change", CaseStudyFactory, "title"),
        ("students_student_edit", StudentFactory, "department"),
        ("tenants_tenant_ai_settings", None, "default_llm_model"),
    ],
)
def test_of_four_who_save_at_the_same_moment_one_does(name, factory, field, tenant):
    row = factory(tenant=tenant).pk if factory else tenant.pk
    browsers = [OperatorClient(SuperAdminFactory(tenant=tenant)) for _ in range(4)]
    mine = [opened(browser, page(name, row)) for browser in browsers]

    answers = at_once(lambda i: send(browsers[i], mine[i], {field: f"Mine {i}"}), 4)

    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 302]
    (saved,) = [i for i in range(4) if answers[i].status_code == 302]
    for i in {0, 1, 2, 3} - {saved}:
        assert f"saved “Mine {saved}” on " in errors(answers[i])
    if factory is CaseStudyFactory:
        assert CaseStudy.objects.get().title == f"Mine {saved}"
