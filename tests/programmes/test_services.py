"""What the services promise beyond what a single request shows."""

import pytest

from config.errors import NotFound, RuleViolation
from programmes.models import CaseStudy
from programmes.services.case_studies import create_case_study
from programmes.services.programmes import delete_programme, resolve_codes, update_programme
from tests.factories import CaseStudyFactory, ProgrammeFactory

pytestmark = pytest.mark.django_db


# Codes ----------------------------------------------------------------------------------------


def test_codes_become_programmes_each_once_and_in_code_order(tenant, django_assert_num_queries):
    beta, alpha, _ = (ProgrammeFactory(tenant=tenant, code=code) for code in ("B", "A", "C"))
    ProgrammeFactory(code="A")

    with django_assert_num_queries(1):
        programmes = resolve_codes(tenant=tenant, codes=iter(["B", "A", "B"]))

    assert programmes == [alpha, beta]
    assert resolve_codes(tenant=tenant, codes=[]) == []


def test_unknown_codes_are_named_before_inactive_ones(tenant):
    ProgrammeFactory(tenant=tenant, code="OLD", is_active=False)
    ProgrammeFactory(code="LAW")

    with pytest.raises(RuleViolation) as refused:
        resolve_codes(tenant=tenant, codes=["LAW", "OLD", "mba", "LAW"])

    assert refused.value.details == {"unknown_codes": ["LAW", "mba"]}


def test_inactive_programme_resolves_where_it_is_kept(tenant):
    old, older = (
        ProgrammeFactory(tenant=tenant, code=code, is_active=False) for code in ("OLD", "OLDER")
    )

    assert resolve_codes(tenant=tenant, codes=["OLD"], kept=[old]) == [old]
    with pytest.raises(RuleViolation) as refused:
        resolve_codes(tenant=tenant, codes=["OLDER", "OLD"], kept=[old])
    assert refused.value.details == {"inactive_codes": ["OLDER"]}
    assert resolve_codes(tenant=tenant, codes=["OLDER"], kept=[older, old]) == [older]


# Slugs ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Ethiopian  Airlines: 2026!", "ethiopian-airlines-2026"),
        ("Économie à la carte", "economie-a-la-carte"),
        ("snake_case__title", "snake-case-title"),
        ("-- dashes --", "dashes"),
        ("Экономика", "case-study"),
        ("経済学", "case-study"),
        ("第2章", "2"),
        ("!?", "case-study"),
        ("a" * 255, "a" * 240),
        ("a" * 239 + " b", "a" * 239),
        ("㎓" * 100, "ghz" * 80),
    ],
)
def test_slug_is_derived_from_the_title(tenant, title, slug):
    assert create_case_study(actor=None, tenant=tenant, title=title).slug == slug


@pytest.mark.parametrize("title", ["Merger", "経済学", "a" * 255])
def test_derived_slugs_are_numbered(tenant, title):
    first, second, third = (
        create_case_study(actor=None, tenant=tenant, title=title).slug for _ in range(3)
    )

    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_derived_slug_takes_the_first_free_number_of_its_tenant(tenant):
    CaseStudyFactory(slug="merger-2")
    for slug in ("merger", "merger-3", "merger-22", "mergers", "merger-2-b"):
        CaseStudyFactory(tenant=tenant, slug=slug)

    assert create_case_study(actor=None, tenant=tenant, title="Merger").slug == "merger-2"
    assert create_case_study(actor=None, tenant=tenant, title="Merger").slug == "merger-4"


# Rows that are gone ---------------------------------------------------------------------------


def test_programme_that_somebody_else_has_just_deleted_is_not_found(tenant):
    programme = ProgrammeFactory(tenant=tenant)
    type(programme).objects.all().delete()

    with pytest.raises(NotFound):
        update_programme(actor=None, programme=programme, name="Renamed")
    with pytest.raises(NotFound):
        delete_programme(actor=None, programme=programme)


def test_refused_programme_leaves_no_case_study_behind(tenant):
    with pytest.raises(RuleViolation):
        create_case_study(actor=None, tenant=tenant, title="Merger", programme_codes=["NONE"])

    assert not CaseStudy.objects.exists()
