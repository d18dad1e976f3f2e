"""Rules of one value."""

import pytest
from django.core.exceptions import ValidationError

from programmes.models import CaseStudy
from programmes.validators import validate_instructions
from tests.factories import CaseStudyFactory, TenantFactory


@pytest.mark.parametrize("instructions", [[], ["Read."], ["r" * 2000] * 20])
def test_instructions_are_a_short_list_of_texts(instructions):
    validate_instructions(instructions)


@pytest.mark.parametrize(
    "instructions",
    [None, "Read.", {"0": "Read."}, ["r"] * 21, ["r" * 2001], [""], [" "], [1], [["Read."]]],
)
def test_other_instructions_are_refused(instructions):
    with pytest.raises(ValidationError, match="at most 20 texts of at most 2000 characters"):
        validate_instructions(instructions)


@pytest.mark.django_db
def test_a_form_holds_a_case_study_against_the_same_limits():
    bad = {
        "slug": "Not A Slug",
        "instructions": ["r"] * 21,
        "time_limit_minutes": 0,
        "document_url": "ftp://a.edu/x",
    }
    case_study: CaseStudy = CaseStudyFactory.build(tenant=TenantFactory(), **bad)

    with pytest.raises(ValidationError) as refused:
        case_study.clean_fields()

    assert set(refused.value.message_dict) == set(bad)
