"""The lock on a row while it is changed."""

from django.db.models import Model, QuerySet

from config.errors import NotFound


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
    return held
