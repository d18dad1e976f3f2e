"""People are "they": nobody reads of themselves as somebody else."""

import re

import pytest

from tests.docs.pages import ROOT, written

# As words, and as parts of names.
OF_ONE_SEX = re.compile(
    r"(?<![A-Za-z])(?:he|she|his|her|hers|him|himself|herself)(?![A-Za-z])", re.IGNORECASE
)

# Data, not our words: what a roster says of somebody, and what this test looks for.
DATA = {
    "tests/students/test_roster/rosters.py": ["she", "her"],
    "tests/docs/test_people.py": ...,
}


def of_one_sex(text: str) -> list[str]:
    return OF_ONE_SEX.findall(text)


def test_people_are_they():
    dumps = ROOT / "tests" / "upgrade"
    texts = [
        path
        for path in written(".py", ".html", ".md", ".txt", ".sql", ".yml")
        if not (path.suffix == ".sql" and path.is_relative_to(dumps))
    ]
    found = {str(path.relative_to(ROOT)): of_one_sex(path.read_text()) for path in texts}

    assert len(found) > 500
    assert {
        path: words for path, words in found.items() if DATA.get(path, []) not in (words, ...)
    } == {}


@pytest.mark.parametrize("text", ["He is there.", "what is his", "test_nobody_deletes_himself"])
def test_a_person_of_one_sex_is_found(text):
    assert len(of_one_sex(text)) == 1


@pytest.mark.parametrize("text", ["the others, history, here", "they", "Sheherazade"])
def test_other_words_are_not(text):
    assert of_one_sex(text) == []
