"""Abstract bases and database functions that every app's models use."""

from collections.abc import Callable, Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Func, Model, Q, Value
from django.utils import timezone

from config.ids import IdField, new_id


class UpdatedAtField(models.DateTimeField):
    """A timestamp: null until the row is first changed, then its latest save (contract §1.7)."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.update(null=True, blank=True, editable=False)
        super().__init__(**kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        for key in ("null", "blank", "editable"):
            kwargs.pop(key, None)
        return name, path, args, kwargs

    def pre_save(self, instance: Model, add: bool) -> Any:
        if not add:
            setattr(instance, self.attname, timezone.now())
        return super().pre_save(instance, add)


class TextOfLines(models.CharField):
    """A text of several lines for people to read; for the database, a text like any other."""

    def deconstruct(self) -> Any:
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


class AddressField(models.EmailField):
    """An e-mail address, which the doors have read by the rule for such addresses.

    Django's own validator knows no letters beyond ASCII before the @, and would hold addresses from
    before the rule against changes of other fields.
    """

    default_validators: list[Callable[[Any], None]] = []

    def deconstruct(self) -> Any:
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.EmailField", args, kwargs


def has_rule_of_its_own(field: models.Field) -> bool:
    """Return whether a text is no name but something like a code or an address (its validators)."""
    _, _, _, arguments = field.deconstruct()
    return "validators" in arguments


class Entity(models.Model):
    """A row with an id of ours and the moment of its creation."""

    id = IdField(primary_key=True, default=new_id, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True


class EditableEntity(Entity):
    """An entity that people change after its creation."""

    updated_at = UpdatedAtField(null=True)

    class Meta:
        abstract = True


class Fold(Func):
    """A text in lower case without accents, to sort names by; it is never shown."""

    function = "fold_text"
    output_field = models.TextField(db_collation="C")


class FoldCase(Func):
    """A text in one case, without accents and kinds of blanks; searches compare it."""

    function = "fold_case"
    output_field = models.TextField()


def contains_any(column: str, looked_for: Iterable[str]) -> Q:
    """Return the condition that a folded column contains one of the texts; none is never found."""
    found = (Q((f"{column}__contains", FoldCase(Value(one)))) for one in looked_for)
    return reduce(or_, found, Q(pk__in=[]))
