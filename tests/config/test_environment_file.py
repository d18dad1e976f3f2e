"""The environment file: systemd, shells and our commands read the same out of it."""

import os
import re
import shutil
import subprocess
from getpass import getuser
from pathlib import Path

import pytest
from django.conf import settings

from config.runtime import environment_file
from config.runtime.database.process_role import DatabaseRole, role_of
from config.runtime.environment_file import variables
from tests.config.test_settings import COMPLETE

EXAMPLE = settings.BASE_DIR / ".env.example"
WRAPPER = settings.BASE_DIR / "deploy" / "command-center"

# Reads such files with the very code that reads a unit's EnvironmentFile, and fills in ${…}.
SYSTEMD = Path("/usr/lib/systemd/user-environment-generators/30-systemd-environment-d-generator")

# As .env.example says: within single quotes, a single quote itself within double ones.
AWKWARD = {
    "BLANKS": "  two  words ",
    "NAME": "Command Center <no-reply@example.edu>",
    "LINK": "postgresql://u:p%40s@127.0.0.1/db?sslmode=require&options=-c%20x",
    "HASH": "half # of it; no comment",
    "MONEY": "$5 and ${HOME} and $(id) and `id`",
    "QUOTED": 'say "yes"',
    "POSSESSIVE": "it's Ada's",
    "BACKSLASH": r"a\b\n\\",
    "BANG": "!! *.py ~ {a,b}",
    "UMLAUT": "Universität Zürich",
    "EMPTY": "",
}


def quoted(value: str) -> str:
    return "'" + value.replace("'", "'\"'\"'") + "'"


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "command-center.env"
    path.write_text("".join(f"{name}={quoted(value)}\n" for name, value in AWKWARD.items()))
    return path


@pytest.mark.system
@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_a_shell_reads_what_was_meant(file, shell):
    script = f'set -a; . "{file}"; set +a; env -0'
    result = subprocess.run([shell, "-c", script], capture_output=True, check=True, text=True)

    found = dict(entry.split("=", 1) for entry in result.stdout.split("\0") if entry)
    assert {name: found[name] for name in AWKWARD} == AWKWARD


def test_systemd_reads_what_was_meant(file):
    assert variables(file.read_text()) == AWKWARD


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A=Command Center <a@b.edu>  \n", "Command Center <a@b.edu>"),
        ("A=x&y # z;w\n", "x&y # z;w"),
        ("A = 5 \n", "5"),
        ("  A=5", "5"),
        ("A=one\\\ntwo\n", "onetwo"),
        ("A='two\nlines'\nB=x\n", "two\nlines"),
        ('A="it\'s \\$5 \\"x\\" \\\\ \\n"\n', 'it\'s $5 "x" \\ \\n'),
        ("A=a'b'\n", "a'b'"),
        ("A='a' \"b\" c\n", "abc"),
        ("A=a\\ b\\'c\n", "a b'c"),
        ("# A=1\n; A=2\nnonsense\nA=3\r\n", "3"),
        ("A=1\nA=2\n", "2"),
        ("A='never closed\n", "never closed\n"),
        ("A=\n", ""),
    ],
)
def test_systemds_own_rules_hold(text, value):
    assert variables(text)["A"] == value


@pytest.mark.system
@pytest.mark.skipif(not SYSTEMD.exists(), reason="there is no systemd here")
def test_systemd_itself_agrees(file, tmp_path):
    folder = tmp_path / "environment.d"
    folder.mkdir()
    # All but what it fills in, and what it leaves out as it is empty.
    meant = {name: value for name, value in AWKWARD.items() if "$" not in value and value}
    lines = file.read_text().splitlines(keepends=True)
    (folder / "a.conf").write_text("".join(line for line in lines if line.split("=")[0] in meant))

    result = subprocess.run(
        [SYSTEMD],
        env={"XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        check=True,
        text=True,
    )

    assert {
        name: value for name, value in variables(result.stdout).items() if name in meant
    } == meant


@pytest.mark.system
def test_a_command_gets_every_value_as_it_is_and_its_own_folder_stays(tmp_path):
    mark = "Command Center & $HOME <no-reply@example.edu>"
    file = tmp_path / "command-center.env"
    values = COMPLETE | {"DJANGO_SETTINGS_MODULE": "config.settings.production"}
    text = "".join(f"{name}={value}\n" for name, value in values.items())
    file.write_text(f"{text}DEFAULT_FROM_EMAIL={mark}\nSECRET_KEY='$ecret-{'x' * 40}'\n")

    code = (
        "import os; from django.conf import settings as s;"
        " print(s.DEFAULT_FROM_EMAIL, s.SECRET_KEY[:7], os.getcwd(), sep='|')"
    )
    result = wrapper("shell", "--no-imports", "-v", "0", "-c", code, cwd=tmp_path, env=file)

    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == f"{mark}|$ecret-|{tmp_path}"


@pytest.mark.system
@pytest.mark.parametrize(
    ("different", "said"),
    [
        (
            {"env": "/nowhere.env"},
            "error: there is no /nowhere.env; .env.example is its beginning.",
        ),
        (
            {"env": f"{EXAMPLE}:/nowhere.env"},
            "error: there is no /nowhere.env; it holds the DATABASE_URL of the other database.",
        ),
        ({"user": "nobody-of-that-name"}, "error: there is no user nobody-of-that-name; useradd"),
        ({"command": ()}, "usage: command-center COMMAND [ARGUMENT …]"),
    ],
)
def test_what_is_lacking_is_said_in_one_line(tmp_path, different, said):
    file = tmp_path / "command-center.env"
    file.write_text("A=1\n")
    asked = {"env": file, "user": getuser(), "command": ("check",)} | different

    result = wrapper(*asked["command"], cwd=tmp_path, env=asked["env"], user=asked["user"])

    assert result.returncode == 1
    assert result.stderr.startswith(said)
    assert result.stderr.count("\n") == 1


def wrapper(*command: str, cwd: Path, env, user: str | None = None) -> subprocess.CompletedProcess:
    ours = {*COMPLETE, "DJANGO_SETTINGS_MODULE"}
    inherited = {key: value for key, value in os.environ.items() if key not in ours}
    places = {"COMMAND_CENTER_ENV": str(env), "COMMAND_CENTER_USER": user or getuser()}
    return subprocess.run(
        [WRAPPER, *command],
        cwd=cwd,
        env=inherited | places,
        capture_output=True,
        check=False,
        text=True,
    )


def test_a_second_file_leads_every_role_to_another_database(tmp_path):
    first, drill = tmp_path / "first.env", tmp_path / "drill.env"
    first.write_text("DATABASE_URL=real\nSYSTEM_DATABASE_URL=real\nSECRET_KEY=s\n")
    drill.write_text("DATABASE_URL=copy\n")

    found = environment_file.gathered(str(first), str(drill))

    assert found == {"DATABASE_URL": "copy", "SECRET_KEY": "s"}


def test_commands_of_the_owner_are_given_the_owners_file():
    owners = environment_file.OF_THE_OWNER - {"check_config"}  # which tries out each address

    assert {role_of(["manage.py", name]) for name in owners} == {DatabaseRole.OWNER}
    assert "dump" in owners


def test_each_value_of_the_example_is_quoted_and_read_alike():
    text = EXAMPLE.read_text()
    assignments = re.findall(r"^(?:# )?([A-Z0-9_]+)=(.*)$", text, re.MULTILINE)

    assert len(assignments) > 30
    for name, written in assignments:
        value = re.sub(r"  # .*", "", written)
        assert re.fullmatch(r"'[^']*'", value), name


@pytest.mark.system
def test_scripts_have_no_fault_that_shellcheck_knows():
    program = shutil.which("shellcheck")
    assert program, "shellcheck is lacking; `make shellcheck` installs it."
    scripts = [*(settings.BASE_DIR / "deploy").glob("*.sh"), WRAPPER]

    result = subprocess.run([program, "-x", *scripts], capture_output=True, check=False, text=True)

    assert (result.returncode, result.stdout) == (0, "")
