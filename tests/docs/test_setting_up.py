"""The set-up of docs/operating.md: all that it names is there, on a Debian that has little."""

import re
from collections.abc import Iterator

from tests.docs.pages import ROOT
from tests.docs.test_blocks import OPERATING, blocks

UNITS = ROOT / "deploy" / "systemd"

# What Debian has where nothing was chosen: packages that are essential or important, and systemd.
OF_DEBIAN = {
    *("apt-get", "cd", "cp", "install", "ln", "ls", "mkdir", "runuser", "sed", "systemctl"),
    "useradd",
}

# Programs that come with a package which has to be named.
OF_PACKAGES = {
    "certbot": "certbot",
    "createdb": "postgresql",
    "curl": "curl",
    "dropdb": "postgresql",
    "git": "git",
    "openssl": "openssl",
}


def commands(block: str) -> Iterator[list[str]]:
    """Yield the words of each command of a block."""
    joined = re.sub(r"\\\n\s*", " ", block)
    without_comments = re.sub(r"(?m)(^|\s)#.*$", "", joined)
    for line in without_comments.splitlines():
        # What stands in quotes is for somebody else to read.
        unquoted = re.sub(r"'[^']*'|\"[^\"]*\"", "QUOTED", line)
        for command in re.split(r"&&|\|", unquoted):
            if (words := command.split()) and "=" not in words[0]:
                yield words


def setting_up() -> list[list[str]]:
    (block,) = blocks(OPERATING, "Setting up")
    return [*commands(block)]


def installed() -> set[str]:
    (packages,) = (words for words in setting_up() if words[:2] == ["apt-get", "install"])
    return set(packages[3:])


def test_no_program_is_run_that_was_not_installed():
    (drill,) = (one for one in blocks(OPERATING, "Backup and restore") if "drill.sh" in one)
    ours = {"command-center", "deploy/first.sh", "deploy/venv.sh", "deploy/release.sh"}
    ran = [words for words in setting_up() if words[0] not in ours]
    ran += [words[4:] if words[0] == "runuser" else words for words in commands(drill)]

    programs = {words[0] for words in ran if not words[0].startswith("/srv/")}
    assert programs - OF_DEBIAN <= OF_PACKAGES.keys()
    assert {OF_PACKAGES[name] for name in programs - OF_DEBIAN} <= installed()
    assert ["apt-get", "update"] in ran


def test_every_script_that_a_block_runs_is_there():
    text = "\n".join(blocks(OPERATING))
    scripts = set(re.findall(r"\bdeploy/[a-z./-]+\b", text))

    assert {"deploy/first.sh", "deploy/release.sh", "deploy/drill.sh"} <= scripts
    assert [one for one in scripts if not (ROOT / one).exists()] == []


def test_every_unit_that_is_to_run_is_enabled():
    (enabled,) = (words for words in setting_up() if words[:2] == ["systemctl", "enable"])
    named = {re.sub(r"@\d+", "@", name).removesuffix(".service") for name in enabled[3:]}
    there = {
        file.name.removesuffix(".service")
        for file in UNITS.iterdir()
        if file.is_file() and "[Install]" in file.read_text()
    }

    assert named == there


def test_nothing_has_to_be_filled_in_but_what_stands_at_the_beginning():
    """A word in capitals that no line of the first step sets would be pasted as it stands."""
    (block,) = blocks(OPERATING, "Setting up")
    first, _, rest = block.partition("# 2. ")
    given = set(re.findall(r"\b([A-Z]+)=", first))

    named = set(re.findall(r"(?<![\w$'])\$?([A-Z]{4,})\b(?!_)", re.sub(r"(?m)#.*$", "", rest)))
    assert named - given == set()
