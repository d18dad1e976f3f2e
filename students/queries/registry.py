"""The registry of personal data: every table of the database (docs/privacy.md)."""

from accounts import personal_data as accounts
from config.personal_data import RegisteredTable
from programmes import personal_data as programmes
from students import personal_data as students
from tenants import personal_data as tenants

REGISTRY: tuple[RegisteredTable, ...] = (
    *accounts.TABLES,
    *students.TABLES,
    *tenants.TABLES,
    *programmes.TABLES,
)


def table_of(model: str) -> RegisteredTable:
    """Return the entry of a model by its label; raises KeyError for one that is not there."""
    for entry in REGISTRY:
        if entry.model == model:
            return entry
    raise KeyError(model)
