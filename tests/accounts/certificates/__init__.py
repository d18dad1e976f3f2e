"""Certificates of servers that tests set up; see README.md."""

from pathlib import Path

_HERE = Path(__file__).parent

# Of the authority that has signed, and of a server, with its key.
AUTHORITY = _HERE / "authority.pem"
SERVER = _HERE / "cas.state.edu.pem"
