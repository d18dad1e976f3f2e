"""The base of every console resource: closed unless opened, and one tenant only (contract §1.9)."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Model, QuerySet
from django.shortcuts import get_object_or_404
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from config.api.pagination import SkipLimitPagination
from config.api.permissions import STANDARD_ACTIONS, HasModulePermission
from config.api.preconditions import PreconditionMixin, conditional, tagged
from config.ids import ID_REGEX
from config.permissions import Action, Module


class ConsoleViewSet(PreconditionMixin, GenericViewSet):
    """A resource under ``/v1/console`` inside the caller's tenant.

    Put the mixins of what it offers before it, and declare ``permission_module``, ``queryset``,
    ``serializer_class``, for lists the limits and a ``row_serializer_class`` where their lines say
    less, and for writes the ``noun`` and hooks that call the services, as the admin's pages do. A
    hook's docstring is what the OpenAPI document says.
    Standard actions need the flag of the same meaning, or what ``permission_actions`` says; a
    custom one names its own: ``@action(detail=True, methods=["post"], requires=Action.EDIT)``.
    What opens an action as well, for those who need it for work of another module, stands in
    ``permission_alternatives``; what it needs besides, in ``permission_additions``.
    """

    queryset: Any
    serializer_class: type[serializers.Serializer]
    noun: str
    row_serializer_class: type[serializers.Serializer] | None = None
    permission_module: Module
    permission_actions: Mapping[str, Action] = STANDARD_ACTIONS
    permission_alternatives: Mapping[str, Collection[tuple[Module, Action]]] = {}
    permission_additions: Mapping[str, Collection[tuple[Module, Action]]] = {}
    requires: Action | None = None
    reads_from_replica = True
    permission_classes = (HasModulePermission,)
    pagination_class = SkipLimitPagination
    lookup_value_regex = ID_REGEX
    default_limit = 20
    max_limit = 100

    @property
    def tenant(self) -> Any:
        """The tenant that the caller's token names."""
        user: Any = self.request.user
        return user.tenant

    def get_serializer_class(self) -> type[serializers.Serializer]:
        if self.action == "list" and self.row_serializer_class:
            return self.row_serializer_class
        return self.serializer_class

    def respond_row(self, row: Model, message: str | None = None, *, status: int = 200) -> Response:
        """Return an answer with one row in full, and its tag."""
        return self.respond_tagged(self.serializer_class(row).data, message, status=status)

    def represent(self) -> Any:
        """Return the row that the path names as it is answered now."""
        return self.serializer_class(self.get_object()).data

    def get_queryset(self) -> QuerySet[Any]:
        """Return the caller's tenant's rows; nothing without a caller (the schema has none)."""
        request: Request | None = self.request
        if request is None or request.user is None:
            return self.queryset.none()
        return self.queryset.for_tenant(self.tenant)

    def get_object(self) -> Any:
        """Return the row that the path names; the filters of lists do not apply to it."""
        row = get_object_or_404(self.get_queryset(), pk=self.kwargs[self.lookup_url_kwarg or "pk"])
        self.check_object_permissions(self.request, row)
        return row

    def page_rows(self, window: Any) -> Any:
        """Return the rows of one page, cut out already; override to add columns to them alone."""
        return window


class ListMixin(ConsoleViewSet):
    """GET on the collection: one page of its rows."""

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_rows()))
        return self.get_paginated_response(self.get_serializer(page, many=True).data)

    def get_rows(self) -> Any:
        """Return the rows of the list: a queryset, or a list of ours with the same methods."""
        return self.get_queryset()


class RetrieveMixin(ConsoleViewSet):
    """GET on one row."""

    @tagged
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self.respond_row(self.get_object())


class CreateMixin(ConsoleViewSet):
    """POST on the collection: ``create_row`` creates what the body says."""

    create_serializer_class: type[serializers.Serializer]

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        values = self.validated_body(self.create_serializer_class)
        row = self.create_row(actor=request.user, tenant=self.tenant, **values)
        return self.respond_row(row, f"{self.noun} created successfully", status=201)

    def create_row(self, *, actor: Any, tenant: Any, **values: Any) -> Model:
        """Create a row through its service and return it."""
        raise NotImplementedError


class UpdateMixin(ConsoleViewSet):
    """PATCH on one row: ``update_row`` changes what the body says."""

    update_serializer_class: type[serializers.Serializer]

    @conditional
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        values = self.validated_body(self.update_serializer_class, partial=True)
        row = self.get_object()
        with self.if_match(row, self.represent):
            row = self.update_row(actor=request.user, row=row, **values)
        return self.respond_row(row, f"{self.noun} updated successfully")

    def update_row(self, *, actor: Any, row: Model, **values: Any) -> Model:
        """Change a row through its service and return it."""
        raise NotImplementedError


class DestroyMixin(ConsoleViewSet):
    """DELETE on one row: ``delete_row`` deletes it, or marks it as deleted and returns it."""

    deletes_softly = False

    @conditional
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        row = self.get_object()
        with self.if_match(row, self.represent):
            row = self.delete_row(actor=request.user, row=row)
        message = f"{self.noun} deleted successfully"
        if self.deletes_softly and row is not None:
            return self.respond_row(row, message)
        return self.respond(None, message)

    def delete_row(self, *, actor: Any, row: Model) -> Model | None:
        """Delete a row through its service; return it when it stays, marked as deleted."""
        raise NotImplementedError
