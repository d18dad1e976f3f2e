"""What the registry says is given out stands in the file for a person, and nothing else does."""

from collections import defaultdict

import pytest

from students.queries.personal_data import PARTS
from students.queries.registry import REGISTRY

GIVEN: dict[str, set[str]] = defaultdict(set)
for part in PARTS:
    for model, columns in part.stored.items():
        GIVEN[model] |= set(columns)


def test_every_table_of_the_file_is_registered():
    assert GIVEN.keys() <= {entry.model for entry in REGISTRY if entry.exported}


@pytest.mark.parametrize("entry", [one for one in REGISTRY if one.exported], ids=lambda e: e.model)
def test_each_column_that_is_said_to_be_given_out_is(entry):
    assert GIVEN[entry.model] == set(entry.exported)
