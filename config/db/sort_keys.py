"""The sort keys of lists that the ORM reads."""

from dataclasses import dataclass

from django.db.models import F, OrderBy


@dataclass(frozen=True)
class SortKey:
    """A column to sort by; rows without a value come last in both directions."""

    column: str
    nullable: bool = False

    def ordering(self, *, descending: bool) -> OrderBy:
        """Return the expression for a queryset's ``order_by``."""
        # "Nulls last" on a column without nulls would prevent PostgreSQL from using the index.
        nulls_last = True if self.nullable else None
        column = F(self.column)
        return (
            column.desc(nulls_last=nulls_last) if descending else column.asc(nulls_last=nulls_last)
        )
