"""What a comparison of two releases tells of what was measured."""

import pytest

from benchmarks.compare import ROWS, Measured, Row, _figures, _turns
from benchmarks.databases import Database, embedded_postgres
from benchmarks.panel import SCENARIOS
from benchmarks.releases import release_at, this_release


def test_times_and_rates_are_told_with_their_ratio_and_goal():
    times = Row("list", " ms", lambda site: Measured(1), 0.55)
    before = [Measured(10, 5), Measured(20, 4), Measured(100, 9)]
    now = [Measured(5, 3), Measured(14, 2), Measured(60, 8)]
    assert _figures(times, before, now) == ["20.0 ms", "14.0 ms", "0.60×", "0.50×"]
    assert times.told_goal() == "≤ 0.55×"

    rate = Row("list", "/s", lambda site: Measured(1), 2)
    assert _figures(rate, [Measured(100)], [Measured(250)]) == ["100/s", "250/s", "2.50×", "–"]
    assert rate.told_goal() == "≥ 2.00×"
    assert Row("file", " ms", rate.measure).told_goal() == "–"


def test_both_take_turns_and_each_begins_as_often():
    asked = []

    def measure(site):
        asked.append(site)
        return Measured(len(asked))

    old, new = _turns(["old", "new"], measure)

    assert asked[:6] == ["old", "new", "old", "new", "new", "old"]
    assert len(old) == len(new) == (len(asked) - 2) / 2
    assert len({one.value for one in [*old, *new]}) == len(asked) - 2


def test_each_scenario_of_the_panel_is_a_row():
    assert [row.name for row in ROWS][: len(SCENARIOS)] == [one.name for one in SCENARIOS]
    assert len({row.name for row in ROWS}) == len(ROWS)


@pytest.mark.system
def test_a_release_is_unpacked_and_shares_the_environment_if_it_wants_the_same(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("benchmarks.releases.DATA_DIR", tmp_path)

    release = release_at("HEAD", lambda text: None)

    assert (release.tree / "manage.py").exists()
    assert tmp_path in release.tree.parents
    assert (release.python == this_release().python) == (
        (release.tree / "requirements.txt").read_bytes()
        == (this_release().tree / "requirements.txt").read_bytes()
    )


@pytest.mark.parametrize(("is_former", "names"), [(False, 1), (True, 2)])
def test_a_former_release_is_told_the_owner_by_the_former_name_as_well(tmp_path, is_former, names):
    tree = tmp_path if is_former else this_release().tree

    command = Database(embedded_postgres(), "rows", tree=tree).command("manage.py", "migrate")

    owner = [word for word in command if "_DATABASE_URL=" in word or "DIRECT_URL=" in word]
    assert len([word for word in owner if not word.startswith("SYSTEM_")]) == names
