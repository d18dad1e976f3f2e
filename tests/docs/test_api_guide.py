"""Every example of docs/api.md, run as it stands against the demo."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from tests.servers import RunningServer, database_url, running_server
from tests.workers import running_worker

GUIDE = settings.BASE_DIR / "docs" / "api.md"
ADDRESS = "http://127.0.0.1:8000"
ANYTHING = "…"

# A fenced block with its language, and where it begins.
FENCED = re.compile(r"^```(bash|json|http|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """Commands, and what they are said to answer: nothing is said where ``form`` is empty."""

    line: int
    commands: str
    form: str = ""
    answer: str = ""

    def is_answered_by(self, printed: str) -> bool:
        match self.form:
            case "json":
                return matches(json.loads(self.answer), json.loads(printed))
            case "http":
                return lines_match(self.answer, printed)
            case "text":
                return printed == self.answer
        return True


def examples() -> list[Example]:
    """Return the guide's commands in order, each with the answer below it."""
    text = GUIDE.read_text()
    found: list[Example] = []
    for block in FENCED.finditer(text):
        form, content = block.groups()
        if form == "bash":
            found.append(Example(text.count("\n", 0, block.start()) + 2, content))
        else:
            found[-1] = Example(found[-1].line, found[-1].commands, form, content)
    return found


def answers(folder: Path, server: RunningServer) -> list[str]:
    """Run all commands in one shell, as a reader would; return what each example printed."""
    script = "\n".join(f"{{\n{one.commands}\n}}; printf '\\0'" for one in examples())
    (folder / "manage.py").symlink_to(settings.BASE_DIR / "manage.py")
    shell = subprocess.run(
        ["/bin/bash", "-euo", "pipefail", "-c", script.replace(ADDRESS, server.url)],
        cwd=folder,
        env=os.environ
        | {
            "DATABASE_URL": database_url(),
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(settings.BASE_DIR),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert shell.returncode == 0, f"{shell.stdout}\n{shell.stderr}"
    return shell.stdout.split("\0")[:-1]


def matches(pattern: Any, value: Any) -> bool:
    """Tell whether JSON is of a pattern, in which … stands for anything."""
    match pattern, value:
        case str(), _ if pattern == ANYTHING:
            return True
        case dict(), dict():
            told = pattern.keys() - {ANYTHING}
            complete = told <= value.keys() if ANYTHING in pattern else told == value.keys()
            return complete and all(matches(pattern[key], value[key]) for key in told)
        case list(), list():
            return len(pattern) == len(value) and all(map(matches, pattern, value))
    return type(pattern) is type(value) and pattern == value


def lines_match(pattern: str, text: str) -> bool:
    """Tell whether each line of a pattern is one of the text's, in any order and case."""
    there = {line.strip().lower() for line in text.splitlines()}
    return all(
        any(re.fullmatch(re.escape(line.lower()).replace(ANYTHING, ".*"), one) for one in there)
        for line in pattern.splitlines()
    )


@pytest.mark.django_db(transaction=True)
@pytest.mark.system
@pytest.mark.pooled
def test_examples_answer_as_the_guide_says(tmp_path):
    call_command("demo_data", verbosity=0)

    with running_server(RATE_LIMITS="true") as server, running_worker():
        given = answers(tmp_path, server)

    assert len(given) == len(examples()) > 15
    wrong = [
        f"{GUIDE.name}, line {example.line}:\n{example.commands}\n{answer}"
        for example, answer in zip(examples(), given, strict=True)
        if not example.is_answered_by(answer)
    ]
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize(
    ("pattern", "value"),
    [
        ({"a": 1}, {"a": 1, "b": 2}),
        ({"a": 1, "b": "…"}, {"a": 1}),
        ({"a": 1, "…": "…"}, {"a": 2, "b": 2}),
        ([1], [1, 2]),
        (["…"], []),
        (1, True),
        (None, 0),
        ("a", "b"),
    ],
)
def test_pattern_is_not_matched_by_something_else(pattern, value):
    assert not matches(pattern, value)
