"""Conditions that PostgreSQL believes to hold for many rows."""

from django.db.models import BooleanField, Case, Q, Value, When


def likely(condition: Q) -> Case:
    """Return a condition that PostgreSQL takes to hold for half of the rows.

    Behind a wall it has no statistics for comparisons that are not leakproof, such as those of
    decimals, and takes them to hold for one row in two hundred: so it would read all rows and sort
    them, rather than the first ones by an index until a page is full.
    """
    return Case(
        When(condition, then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )


def fills_soon(stop: int, total: int) -> bool:
    """Return whether so many of the rows that a filter finds are soon there, in any order.

    They are if they are one in a hundred: it takes a hundredth of all rows to come by them.
    """
    return stop * 100 <= total
