"""The rows that belong to a programme, which keep it from being deleted (G9)."""

from typing import Any

from programmes.models import Programme


def uses_of(programme: Programme) -> dict[str, int]:
    """Return the numbers of links to the programme, from an index and without joins."""
    relations: dict[str, Any] = {"users": programme.users, "case_studies": programme.case_studies}
    return {
        name: relation.through.objects.for_tenant(programme.tenant_id)
        .filter(programme=programme)
        .count()
        for name, relation in relations.items()
    }
