import pytest

from benchmarks.frame import (
    Benchmark,
    Result,
    figure,
    markdown,
    paired_ratio,
    percentile,
    times,
)
from benchmarks.results import TITLE, merged

MACHINE = "2 cores, PostgreSQL 18.6, Python 3.13.0."


def test_a_table_is_aligned_with_its_figures_to_the_right():
    table = [["Case", "", "one"], ["a", "", "1,200/s"], ["longer", "x", "never"]]
    assert markdown(table).splitlines() == [
        "| Case   |     |     one |",
        "| ------ | --- | ------: |",
        "| a      |     | 1,200/s |",
        "| longer | x   |   never |",
    ]


def test_a_table_with_a_missing_cell_is_refused():
    with pytest.raises(ValueError, match="shorter"):
        markdown([["Case", "one"], ["a"]])


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.934, "0.93"), (9.876, "9.88"), (14.56, "14.6"), (182.4, "182"), (12345.6, "12,346")],
)
def test_a_figure_has_three_digits_and_parted_thousands(value, text):
    assert figure(value, " ms") == f"{text} ms"


@pytest.mark.parametrize(("value", "text"), [(0.934, "0.93×"), (12.4, "12×"), (1234.5, "1,234×")])
def test_a_ratio_is_short(value, text):
    assert times(value) == text


def test_a_disturbed_round_disturbs_no_paired_ratio():
    # Twice as fast in every round, while the machine was ten times slower in the second.
    assert paired_ratio([200, 20, 240], [100, 10, 120]) == 2


@pytest.mark.parametrize(
    ("share", "value"), [(0.01, 1), (0.07, 7), (0.5, 50), (0.99, 99), (1, 100)]
)
def test_a_percentile_is_one_of_the_values(share, value):
    assert percentile(range(100, 0, -1), share) == value


def test_a_percentile_of_one_value_is_that_value():
    assert percentile([3.0], 0.99) == 3.0


def test_a_section_holds_question_table_and_notes():
    benchmark = Benchmark("speed", "Is it fast?", lambda context: Result([["a"], ["1"]]))
    result = Result([["a"], ["1"]], ["It is."])
    assert benchmark.section(result) == (
        "## speed\n\nIs it fast?\n\n|   a |\n| --: |\n|   1 |\n\nIt is.\n"
    )


def _file(**sections: str) -> str:
    texts = {name: f"## {name}\n\n{text}\n" for name, text in sections.items()}
    return merged("", MACHINE, texts, ["first", "second"])


def test_results_are_kept_in_the_benchmarks_order():
    assert _file(second="b", first="a") == (
        f"{TITLE}{MACHINE}\n\n## first\n\na\n\n## second\n\nb\n"
    )


def test_a_new_result_replaces_its_own_section_only():
    new = {"second": "## second\n\nnew\n"}
    merge = merged(_file(first="a", second="b"), MACHINE, new, ["first", "second"])
    assert merge == _file(first="a", second="new")


def test_results_of_another_kind_of_machine_are_not_kept():
    new = {"second": "## second\n\nnew\n"}
    merge = merged(_file(first="a"), "64 cores.", new, ["first", "second"])
    assert merge == f"{TITLE}64 cores.\n\n## second\n\nnew\n"
