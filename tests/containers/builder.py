"""buildah and podman, and a base for the image that needs no registry: Debian's own packages."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from tests.servers import installed

NEEDED = ("buildah", "podman", "mmdebstrap")
BASE = "localhost/command-center-base"
IMAGE = "localhost/command-center-under-test"

# With Python 3.12 or newer, as the Dockerfile asks for.
SUITE = "trixie"
PACKAGES = "python3,python3-venv,ca-certificates"
# Whom this machine trusts, the base trusts: a proxy of its network, say.
AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt"

SECONDS = 1500


class Builder:
    """Builds and runs in a storage of its own, below a folder."""

    def __init__(self, folder: Path) -> None:
        self._store = (f"--root={folder}/storage", f"--runroot={folder}/run")
        self._folder = folder

    def make_base(self) -> None:
        """Make an image out of Debian's packages."""
        archive = self._folder / "base.tar"
        copied = f'--customize-hook=cp {AUTHORITIES} "$1{AUTHORITIES}"'
        _run(["mmdebstrap", "--variant=minbase", f"--include={PACKAGES}", copied, SUITE, archive])
        self.podman("import", str(archive), BASE)
        archive.unlink()

    def build(self) -> None:
        """Build the Dockerfile upon that base."""
        options = ("--isolation=chroot", "--network=host", "--format=docker", f"--tag={IMAGE}")
        build = ("build", *options, f"--build-arg=BASE={BASE}", str(settings.BASE_DIR))
        _run(["buildah", *self._store, *build])

    def podman(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return _run([*_outside_of_a_hybrid(), "podman", *self._store, *arguments], check=check)

    def run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a container as compose.yaml does: a root nobody writes, and no privileges."""
        closed = (
            *("--read-only", "--read-only-tmpfs=false", "--tmpfs=/tmp", "--cap-drop=all"),
            *("--security-opt=no-new-privileges", "--init=false"),
            # What this machine does not allow to whoever runs the test.
            *("--network=host", "--cgroups=disabled", "--ulimit=nofile=1024:1024"),
            "--ulimit=nproc=2048:2048",
        )
        return self.podman("run", *closed, *arguments, check=check)


def _outside_of_a_hybrid() -> Sequence[str]:
    """Return the words before podman where root's cgroups are of both kinds, which crun refuses."""
    if os.geteuid() != 0 or not Path("/sys/fs/cgroup/unified").is_dir():
        return ()
    hide = 'umount /sys/fs/cgroup/unified; exec "$@"'
    return ("unshare", "--mount", "sh", "-c", hide, "sh")


def _run(command: Sequence[object], *, check: bool = True) -> subprocess.CompletedProcess[str]:
    result = subprocess.run(
        [*map(str, command)], capture_output=True, text=True, check=False, timeout=SECONDS
    )
    assert not check or result.returncode == 0, f"{result.stdout[-3000:]}{result.stderr[-3000:]}"
    return result


def has_all() -> None:
    """End with a sentence where something is missing."""
    for name in NEEDED:
        installed([name], otherwise=f"The image was not built and not tried: there is no {name}.")


if __name__ == "__main__":
    has_all()
