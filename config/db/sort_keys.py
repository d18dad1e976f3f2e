"""What lists that the ORM reads can be sorted by."""

from dataclasses import dataclass

from django.db.models import F, OrderBy


@dataclass(frozen=True)
class SortKey:
    """A column to sort by; rows without a value come last in both directions."""

    column: str
    nullable: bool = False

    def ordering(self, *, descending: bool) -> OrderBy:
        """Return what a queryset's ``order_by`` takes."""
        # Saying "nulls last" where there are none would keep PostgreSQL from using the index.
        nulls_last = True if self.nullable else None
        column = F(self.column)
        return (
            column.desc(nulls_last=nulls_last) if descending else column.asc(nulls_last=nulls_last)
        )
