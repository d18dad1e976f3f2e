"""Programmes and case studies (contract §6, §7)."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from programmes.models import CaseStudy, CaseStudyProgramme, Programme
from tests.factories import CaseStudyFactory, ProgrammeFactory, TenantFactory
from tests.violations import assert_refused, each

pytestmark = pytest.mark.django_db


def second_programme() -> Programme:
    first = ProgrammeFactory(code="MBA")
    return ProgrammeFactory.build(tenant=first.tenant, code="MBA")


def second_case_study() -> CaseStudy:
    first = CaseStudyFactory(slug="merger")
    return CaseStudyFactory.build(tenant=first.tenant, slug="merger")


def second_link() -> CaseStudyProgramme:
    programme = ProgrammeFactory()
    case_study = CaseStudyFactory(tenant=programme.tenant, programmes=[programme])
    return CaseStudyProgramme(tenant=programme.tenant, case_study=case_study, programme=programme)


# Constraint → rows that break it and nothing else.
VIOLATIONS = {
    "unique_programme_code": [second_programme],
    "programme_code_format": [
        lambda: ProgrammeFactory.build(tenant=TenantFactory(), code="mba"),
        lambda: ProgrammeFactory.build(tenant=TenantFactory(), code=""),
        lambda: ProgrammeFactory.build(tenant=TenantFactory(), code="MBA 1"),
        lambda: ProgrammeFactory.build(tenant=TenantFactory(), code="MBÄ"),
        lambda: ProgrammeFactory.build(tenant=TenantFactory(), code="MBA\n"),
    ],
    "programme_name_not_empty": [lambda: ProgrammeFactory.build(tenant=TenantFactory(), name="")],
    "unique_case_study_slug": [second_case_study],
    "case_study_title_not_empty": [
        lambda: CaseStudyFactory.build(tenant=TenantFactory(), title="")
    ],
    "case_study_slug_format": [
        lambda slug=slug: CaseStudyFactory.build(tenant=TenantFactory(), slug=slug)
        for slug in ("", "Merger", "a_b", "a b", "économie", "merger\n")
    ],
    "case_study_time_limit_positive": [
        lambda: CaseStudyFactory.build(tenant=TenantFactory(), time_limit_minutes=0)
    ],
    "unique_case_study_programme": [second_link],
}


@pytest.mark.parametrize(("name", "build"), each(VIOLATIONS))
def test_constraint_refuses(name, build):
    assert_refused(build(), name)


def test_codes_and_slugs_are_free_again_in_another_tenant():
    for _ in range(2):
        ProgrammeFactory(code="MBA_2-1")
        CaseStudyFactory(slug="merger")

    assert (Programme.objects.count(), CaseStudy.objects.count()) == (2, 2)


@pytest.mark.parametrize(
    ("title", "folded"),
    [
        ("Merger", "merger"),
        ("ÉCOLE à la Carte", "ecole a la carte"),
        ("Ọlá and Ńgọ́zi", "ola and ngozi"),
        ("Ångström", "angstrom"),
        ("ΔΈΛΤΑ", "δελτα"),
        ("Ünïté\tÇ", "unite\tc"),
    ],
)
def test_sort_title_folds_case_and_accents(title, folded):
    case_study = CaseStudyFactory(title=title)

    assert CaseStudy.objects.get() == case_study
    assert CaseStudy.objects.get().sort_title == folded


def test_sort_title_follows_the_title_under_sql():
    CaseStudyFactory(title="Before")

    with connection.cursor() as cursor:
        cursor.execute("UPDATE programmes_casestudy SET title = 'Äfter'")

    assert CaseStudy.objects.get().sort_title == "after"


def test_case_studies_come_in_the_order_of_folded_titles_byte_by_byte():
    titles = ["Zebra", "étude", "Eta", "a-b", "ab", "A B", "_x", "9", "Über"]
    tenant = TenantFactory()
    for title in titles:
        CaseStudyFactory(tenant=tenant, title=title)

    ordered = [case_study.title for case_study in CaseStudy.objects.all()]

    assert ordered == ["9", "_x", "A B", "a-b", "ab", "Eta", "étude", "Über", "Zebra"]


def test_with_programmes_lists_them_in_code_order(django_assert_num_queries):
    tenant = TenantFactory()
    beta, alpha = (ProgrammeFactory(tenant=tenant, code=code) for code in ("BETA", "ALPHA"))
    CaseStudyFactory(tenant=tenant, title="A", programmes=[beta, alpha])
    CaseStudyFactory(tenant=tenant, title="B")

    with django_assert_num_queries(1):
        lists = [case_study.programme_list for case_study in CaseStudy.objects.with_programmes()]

    assert lists == [
        [
            {"code": "ALPHA", "name": "Programme ALPHA"},
            {"code": "BETA", "name": "Programme BETA"},
        ],
        [],
    ]


def test_programme_in_use_is_not_deleted():
    programme = ProgrammeFactory()
    CaseStudyFactory(tenant=programme.tenant, programmes=[programme])

    with pytest.raises(ProtectedError):
        programme.delete()
    with connection.cursor() as cursor, pytest.raises(IntegrityError), transaction.atomic():
        cursor.execute("DELETE FROM programmes_programme")


def test_deleted_case_study_takes_its_links_along():
    programme = ProgrammeFactory()
    CaseStudyFactory(tenant=programme.tenant, programmes=[programme]).delete()

    assert not CaseStudyProgramme.objects.exists()
    assert Programme.objects.get() == programme


def test_updated_at_is_null_until_the_first_change():
    programme = ProgrammeFactory()
    assert programme.updated_at is None

    programme.name = "Renamed"
    programme.save()

    assert Programme.objects.get().updated_at is not None
