"""The lock on a row while it is changed, and what has to be true of the row by then."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Model, QuerySet

from config.errors import NotFound


@dataclass
class _Demand:
    """What a caller demands of one row, asked once: as soon as a service holds the row."""

    row: Model
    require: Callable[[], None]
    was_asked: bool = False


_demand: ContextVar[_Demand | None] = ContextVar("demand", default=None)


@contextmanager
def once_held(row: Model, require: Callable[[], None]) -> Iterator[None]:
    """Call ``require`` as soon as the service that is called in this context holds ``row``.

    So it sees the row as it will be changed, whoever else wanted to change it at the same moment,
    and the order in which services take their locks stays theirs. What it raises refuses the
    change.
    """
    demand = _Demand(row, require)
    token = _demand.set(demand)
    try:
        with transaction.atomic():
            yield
            if not demand.was_asked:
                raise RuntimeError(f"Nothing has locked the {row._meta.verbose_name}.")
    finally:
        _demand.reset(token)


def lock_row[R: Model](rows: QuerySet[R], row: R, *, no_key: bool = True) -> R:
    """Return one of ``rows`` as it is now, held until the transaction ends.

    Call it before you check the row's values: after a wait for the lock they may differ from those
    that were read before. Rows that refer to it may still be written meanwhile, unless ``no_key``
    is False. Read the rows that it refers to afterwards, never by a join: a statement that waited
    for the lock would join the rows that it referred to before.

    Raises NotFound when it was deleted meanwhile.
    """
    held = rows.select_for_update(of=("self",), no_key=no_key).filter(pk=row.pk).first()
    if held is None:
        raise NotFound
    demand = _demand.get()
    if demand is not None and not demand.was_asked and _is_same(demand.row, held):
        demand.was_asked = True
        demand.require()
    return held


def _is_same(one: Model, other: Model) -> bool:
    """Return whether two objects stand for one row, also where one is of a proxy's class."""
    models = (one._meta.concrete_model, other._meta.concrete_model)
    return models[0] is models[1] and one.pk == other.pk
