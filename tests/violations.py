"""Rows that a constraint must refuse, both in a form and in the database."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import CheckConstraint, Model

from config.api.exceptions import as_domain_error


def each(violations: dict[str, list]) -> list[tuple]:
    """Return (constraint, builder of a row that breaks it) for every row of such a table."""
    return [(name, build) for name, rows in violations.items() for build in rows]


def refusals(row: Model, name: str) -> tuple[list[str], str, str]:
    """Return the errors of an unsaved row, the constraint that it breaks, and the API's answer."""
    said: list[str] = []
    try:
        row.validate_constraints()
    except ValidationError as error:
        said = error.messages
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        answer = as_domain_error(error)
        text = answer.details["errors"][0]["message"] if answer.details else answer.message
        return said, error.__cause__.diag.constraint_name, text
    return said, "", ""


def assert_refused(row: Model, name: str) -> None:
    """Require that validation, database and API all refuse the row for this constraint."""
    constraint = next(c for c in row._meta.constraints if c.name == name)
    message = constraint.get_violation_error_message()
    has_own_words = constraint.violation_error_message != constraint.default_violation_error_message

    said, violated, answer = refusals(row, name)

    assert violated == name
    assert answer == (message if has_own_words else "It exists already.")
    if has_own_words or isinstance(constraint, CheckConstraint):
        assert message in said
    else:
        assert said
