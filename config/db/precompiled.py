"""Querysets that are compiled once: Django compiles longer than PostgreSQL takes to answer.

They are for queries of nearly every request, or for those that are a large part of one. Everything
else is better off as a plain queryset.
"""

from collections.abc import Callable
from copy import copy
from functools import cached_property
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from config.db.together import Statement, read_together


class Param(Expression):
    """A placeholder in a queryset for a value that each call gives."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        return "%s", [self]


class PrecompiledQuery[Row]:
    """A queryset that runs again and again, with other values in place of each ``Param``.

    ``build`` returns it, and is called once, when models and database are there. Rows are what the
    queryset's own would be: models with what it selects and annotates, or tuples of values.
    """

    def __init__(self, build: Callable[[], QuerySet[Any, Row]]) -> None:
        self._build = build

    def rows(self, **values: Any) -> list[Row]:
        """Return the rows; raises KeyError when a value is missing."""
        (found,) = read_together(self.kept(**values))
        return self.made_of(found)

    def kept(self, **values: Any) -> Statement:
        """Return the statement to be sent together with others; ``made_of`` reads its answer."""
        return Statement(*self.statement(**values), is_kept=True)

    def made_of(self, found: list[tuple]) -> list[Row]:
        """Return the rows that the database's answer to ``kept`` stands for."""
        queryset, compiler, _, _ = self._compiled
        query: Any = _Answered(compiler, self._converters, found)
        answered: QuerySet[Any, Row] = QuerySet(queryset.model, query=query)
        answered._iterable_class = queryset._iterable_class  # noqa: SLF001 - no other way in
        return list(answered)

    def statement(self, **values: Any) -> tuple[str, list]:
        """Return SQL and parameters, to be part of a statement written by hand."""
        _, _, statement, parameters = self._compiled
        return statement, [values[p.name] if isinstance(p, Param) else p for p in parameters]

    def first(self, **values: Any) -> Row | None:
        """Return the first row in the queryset's order, or None without any."""
        return next(iter(self.rows(**values)), None)

    @cached_property
    def _compiled(self) -> tuple[QuerySet[Any, Row], SQLCompiler, str, tuple]:
        # Built in here, not shared: compiling changes a query, and threads may compile at once.
        queryset = self._build()
        compiler = queryset.query.get_compiler(queryset.db)
        return queryset, compiler, *compiler.as_sql()

    @cached_property
    def _converters(self) -> dict:
        """What makes values of models out of the database's, by the number of their column."""
        _, compiler, _, _ = self._compiled
        selected: list = compiler.select or []
        return compiler.get_converters([column for column, *_ in selected[: compiler.col_count]])


class _Answered:
    """The query of a queryset that was sent already, and answered."""

    def __init__(self, compiler: SQLCompiler, converters: dict, found: list[tuple]) -> None:
        self._compiler, self._converters, self._found = compiler, converters, found

    def get_compiler(self, using: str, **options: Any) -> SQLCompiler:
        compiler: Any = copy(self._compiler)
        # Each thread has a connection of its own.
        compiler.connection = connections[using]
        compiler.execute_sql = lambda *_, **__: [self._found]
        # Asked of each column anew, they would take a twentieth of a cheap request.
        compiler.get_converters = lambda _: self._converters
        return compiler
