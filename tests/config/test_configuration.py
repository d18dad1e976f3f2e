"""What can be configured is the same in the settings, in the documents and in the example."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

ROOT = settings.BASE_DIR
READING = [ROOT / "manage.py", *sorted((ROOT / "config").rglob("*.py"))]
NAME = re.compile(r"[A-Z][A-Z0-9_]+")


def variables_read(file: Path) -> Iterator[str]:
    """Yield what a file asks the environment for, be it by a function of the settings or not."""
    in_settings = file.parent.name == "settings"
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Call) and node.args:
            function, argument = ast.unparse(node.func), node.args[0]
            if not (in_settings or function.startswith("os.environ.")):
                continue
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            argument = node.slice
        else:
            continue
        if isinstance(argument, ast.Constant) and NAME.fullmatch(str(argument.value)):
            yield argument.value


def read() -> set[str]:
    return {name for file in READING for name in variables_read(file)} - {"PATH"}


def in_the_table() -> list[str]:
    page = (ROOT / "docs" / "configuration.md").read_text()
    return re.findall(r"^\| `([A-Z0-9_]+)` \|", page, re.MULTILINE)


def in_the_example() -> list[str]:
    return re.findall(r"^(?:# )?([A-Z0-9_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)


def test_every_variable_is_in_the_table_once():
    assert sorted(in_the_table()) == sorted(read())


def test_every_variable_is_in_the_example_once():
    assert sorted(in_the_example()) == sorted(read())


def test_the_settings_are_really_searched():
    assert {"SECRET_KEY", "TRUSTED_PROXIES", "DJANGO_SETTINGS_MODULE", "DEBUG"} <= read()
