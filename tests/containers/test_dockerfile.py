"""The Dockerfile and what it copies, as far as they can be judged without building."""

import ast
import json
import re
from fnmatch import fnmatch

from django.conf import settings

from tests.config.test_configuration import in_the_table

ROOT = settings.BASE_DIR
CONTAINERS = ROOT / "deploy" / "containers"

# Of a shell, of Python, of ours for operators, of PostgreSQL's own image and of nginx's.
OF_OTHERS = {
    *("PIP_NO_CACHE_DIR", "PYTHONDONTWRITEBYTECODE", "TMPDIR"),
    *("COMMAND_CENTER_ENV", "COMMAND_CENTER_OWNER_ENV"),
}


def instructions() -> list[tuple[str, str]]:
    """Return the instructions of the Dockerfile, each in one line."""
    lines = [line for line in (ROOT / "Dockerfile").read_text().splitlines() if line[:1] != "#"]
    joined = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    return [tuple(line.split(" ", 1)) for line in joined.splitlines() if line.strip()]


def of(name: str) -> list[str]:
    return [rest for instruction, rest in instructions() if instruction == name]


def last_stage() -> list[tuple[str, str]]:
    found = instructions()
    return found[max(n for n, (name, _) in enumerate(found) if name == "FROM") :]


def test_it_has_two_stages_upon_a_base_that_can_be_named():
    assert of("ARG") == ["BASE=python:3.13-slim-trixie"]
    assert of("FROM") == ["${BASE} AS build", "${BASE}"]


def test_requirements_are_those_of_production_with_hashes():
    (install,) = [run for run in of("RUN") if "venv.sh" in run]

    assert install == "deploy/venv.sh ."
    assert of("COPY")[0] == "requirements.txt ./"
    assert "--require-hashes" in (ROOT / "deploy" / "venv.sh").read_text()


def test_it_does_not_run_as_root_and_writes_in_one_folder():
    stage = dict(last_stage())
    user = stage["USER"]

    assert user.isdigit()
    assert int(user) > 0
    run = stage["RUN"]
    assert f"useradd --system --uid {user}" in run
    (volume,) = json.loads(stage["VOLUME"])
    assert volume in run
    variables = dict(re.findall(r"([A-Z_]+)=(\S+)", stage["ENV"]))
    assert variables["TMPDIR"] == volume
    assert variables["RUNTIME_DIRECTORY"].startswith(f"{volume}/")


def test_its_variables_are_known():
    named = {
        name for text in (*of("ENV"), *of("RUN")) for name in re.findall(r"\b([A-Z_]{4,})=", text)
    }

    assert len(named) > 10
    assert named - OF_OTHERS - set(in_the_table()) == set()


def test_what_it_starts_exists_and_listens_where_it_says():
    stage = dict(last_stage())

    assert json.loads(stage["ENTRYPOINT"]) == ["command-center"]
    assert "deploy/command-center /usr/local/bin/command-center" in stage["RUN"]
    assert json.loads(stage["CMD"]) == ["serve"]
    assert f"PORT={stage['EXPOSE']} " in stage["ENV"]
    assert "WEB_HOST=0.0.0.0" in stage["ENV"]
    *_, program = json.loads(stage["HEALTHCHECK"].partition("CMD ")[2])
    assert (ROOT / program).exists()


def test_what_is_copied_is_what_runs_and_no_secret():
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    assert lines[1] == "*"
    let_in = {line[1:] for line in lines if line.startswith("!")}

    assert all((ROOT / name).exists() for name in let_in)
    packages = {file.parent.name for file in ROOT.glob("*/apps.py")}
    assert packages | {"deploy", "templates", "locale", "manage.py", "requirements.txt"} == let_in
    assert not any(fnmatch(name, "*env*") or name == "secrets" for name in let_in)


def test_what_is_built_imports_nothing_that_is_not_copied():
    let_in = {
        line[1:]
        for line in (ROOT / ".dockerignore").read_text().splitlines()
        if line.startswith("!")
    }
    ours = {path.name for path in ROOT.iterdir() if (path / "__init__.py").exists()}
    imported = {
        name.partition(".")[0]
        for package in ours & let_in
        for file in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        for name in (
            [one.name for one in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    assert {"config", "students"} <= imported
    assert imported & ours - let_in == set()
