"""Append-only rows, and what names people in them: stored apart, read together (contract §18)."""

from collections.abc import Iterator
from typing import Any, Self

from django.db import models
from django.db.models.query import ModelIterable

from tenants.models.scoping import TenantOwned, TenantOwnedQuerySet


class KeptApart(TenantOwned):
    """A row from which the database has moved what names people into its ``personal`` row."""

    class Meta:
        abstract = True

    def complete(self) -> None:
        """Add what is kept apart, as far as it is not erased; saves nothing."""
        raise NotImplementedError


class PersonalPart(TenantOwned):
    """What is kept apart from one row; its tenant is the row's, which has checked it."""

    tenant = models.ForeignKey(
        "tenants.Tenant",
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )

    class Meta:
        abstract = True


class _Whole[M: KeptApart](ModelIterable):
    """Rows as they are read, with what is kept apart from them."""

    def __iter__(self) -> Iterator[M]:
        for row in super().__iter__():
            row.complete()
            yield row


class KeptApartQuerySet[M: KeptApart](TenantOwnedQuerySet[M]):
    """Rows that are read with what is kept apart: one join by its primary key (``whole``).

    ``values`` and conditions see what the row itself has.
    """

    def whole(self) -> Self:
        rows = self.select_related("personal")
        rows._iterable_class = _Whole  # noqa: SLF001 - no other way in
        return rows


class WholeManager(models.Manager[Any]):
    """A manager whose querysets read whole rows; make it by ``from_queryset``."""

    def get_queryset(self) -> Any:
        rows: Any = super().get_queryset()
        return rows.whole()
