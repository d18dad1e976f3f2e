"""What is installed: chosen in ``*.in`` here, pinned with hashes in ``requirements*.txt`` above."""

from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent

# What is compiled into what, in this order: the later ones keep to the pins of the former.
FILES = {
    HERE / "production.in": ROOT / "requirements.txt",
    HERE / "demo.in": ROOT / "requirements-demo.txt",
    HERE / "dev.in": ROOT / "requirements-dev.txt",
    HERE / "cas.in": ROOT / "requirements-cas.txt",
    HERE / "ha.in": ROOT / "requirements-ha.txt",
}
