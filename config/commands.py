"""Helpers of the management commands: a refusal becomes one sentence and a non-zero exit."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError

from config.api.exceptions import as_domain_error
from config.errors import DomainError, InvalidInput


def add_tenant_argument(parser: ArgumentParser) -> None:
    """Add the argument for the tenant that a command is about."""
    parser.add_argument("--tenant", required=True, metavar="SLUG", help="the tenant's slug")


def port(text: str) -> int:
    """Return ``text`` as a TCP port."""
    if not (text.isdecimal() and 0 < int(text) < 65536):
        raise ArgumentTypeError(f"{text!r} is not a port: a number from 1 to 65535 is needed.")
    return int(text)


@contextmanager
def report_rejections() -> Iterator[None]:
    """Raise a CommandError with the reason of a service's refusal; faults of ours pass."""
    try:
        yield
    except Exception as exception:
        error = as_domain_error(exception)
        if error is None:
            raise
        raise CommandError(_sentence(error)) from exception


def _sentence(error: DomainError) -> str:
    if not isinstance(error, InvalidInput):
        return error.message
    faults = error.details["errors"]
    return " ".join(f"{one['field']}: {one['message']}".removeprefix(": ") for one in faults)


# The commands that see the rows of all tenants, each with its reason. All others of ours are about
# one tenant and see that one alone, or touch no tenant's rows.
ACROSS_TENANTS = {
    "check_config": "asks the CAS servers of all tenants",
    "count_rows": "compares a restored database with the one that was dumped",
    "create_tenant": "makes the tenant that its rows then belong to",
    "export_tenant": "reads as the owner of the tables, whatever tenant it is asked for",
    "import_tenant": "writes a tenant that is not there yet",
    "cell_maps": "lists which tenants, keys and domains each cell has",
    "move_tenant": "reads and writes as the owner of the tables, here and in another cell",
    "dump": "counts the rows of the moment that it dumps",
    "demo_data": "makes tenants and all that is theirs",
    "replay_erasures": "erases again whom a restore brought back, in whichever tenant",
    "record_expiries": "adds lines for grants that lapsed, whoever's they are",
    "reseal_secrets": "encrypts the second factors of each tenant anew, one after the other",
    "seal_audit": "seals the trail of each tenant, one after the other",
    "tidy": "removes what expired, by its age alone, and what a tenant keeps for so long",
    "verify_addresses": "compares addresses within each tenant",
    "verify_audit": "verifies the trail of each tenant, one after the other",
    "verify_derived": "compares all that is derived with what it is derived from",
    "verify_ledger": "goes through the ledger pair by pair",
    "verify_panel": "the former name of verify_derived",
    "verify_standings": "likewise",
}
