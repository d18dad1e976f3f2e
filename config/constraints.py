"""Constraints that Django does not bring along."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.backends.ddl_references import Statement, Table
from django.db.models import BaseConstraint, Model
from django_stubs_ext import StrOrPromise


class SameTenant(BaseConstraint):
    """A foreign key over (tenant, row), so that no row can point into another tenant.

    It stands in for the single-column key: declare the field with ``db_constraint=False`` and give
    the model it points to a unique constraint over ``("tenant", "id")``. Checked at once and not at
    commit, so that the refusal surfaces in the service that caused it. ``violation_error_message``
    is for people who delete a row that is still pointed to.

    ``also`` names further columns that both rows have and must agree in; they stand between tenant
    and id in the unique constraint.
    """

    template = (
        "ALTER TABLE %(table)s ADD CONSTRAINT %(name)s FOREIGN KEY (%(columns)s) "
        "REFERENCES %(to_table)s (%(to_columns)s)"
    )

    def __init__(
        self,
        field: str,
        *,
        also: Sequence[str] = (),
        name: str,
        violation_error_message: StrOrPromise | None = None,
    ) -> None:
        super().__init__(name=name, violation_error_message=violation_error_message)
        self.field = field
        self.also = tuple(also)

    def deconstruct(self) -> Any:
        path, _, kwargs = super().deconstruct()
        return path, (self.field,), kwargs | ({"also": self.also} if self.also else {})

    def __eq__(self, other: object) -> bool:
        if isinstance(other, SameTenant):
            return self.deconstruct() == other.deconstruct()
        return super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]  # as in Django's constraints

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        return self.create_sql(model, schema_editor)

    def create_sql(self, model: Any, schema_editor: Any) -> str:
        """Add the key at the migration's end: its target may be created after this table."""
        schema_editor.deferred_sql.append(self._statement(model, schema_editor))
        return ""  # nothing to do by then

    def _statement(self, model: Any, schema_editor: Any) -> Statement:
        field = model._meta.get_field(self.field)
        target = field.remote_field.model._meta
        quote = schema_editor.quote_name
        shared = ("tenant", *self.also)
        columns = [*(model._meta.get_field(name).column for name in shared), field.column]
        to_columns = [*(target.get_field(name).column for name in shared), target.pk.column]
        return Statement(
            self.template,
            table=Table(model._meta.db_table, quote),
            name=quote(self.name),
            columns=", ".join(map(quote, columns)),
            to_table=Table(target.db_table, quote),
            to_columns=", ".join(map(quote, to_columns)),
        )

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        return schema_editor._delete_constraint_sql(schema_editor.sql_delete_fk, model, self.name)

    def validate(self, model: Any, instance: Model, exclude: Any = None, using: Any = None) -> None:
        """Refuse in forms, at the field, what the database would refuse."""
        if exclude and (self.field in exclude or "tenant" in exclude):
            return
        try:
            related = getattr(instance, self.field)
        except ObjectDoesNotExist:
            return
        if related is None:
            return
        for shared in (model._meta.get_field(name) for name in ("tenant", *self.also)):
            if getattr(related, shared.attname) != getattr(instance, shared.attname):
                message = f"This belongs to another {shared.verbose_name}."
                raise ValidationError({self.field: message})
