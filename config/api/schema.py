"""The OpenAPI document: every answer in its envelope, every error listed."""

import copy
from collections.abc import Callable
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent, get_doc
from rest_framework import serializers

from config.api import envelope
from config.api.handlers import handler_of, is_marked
from config.api.inputs import InputSerializer
from config.api.viewsets import CreateMixin, DestroyMixin, UpdateMixin

_ERRORS = {
    "400": "A rule forbids it, or the tenant could not be resolved.",
    "401": "No valid token, or wrong credentials.",
    "403": "The role lacks the permission.",
    "404": "Absent, or another tenant's.",
    "409": "It would break a uniqueness, or is still in use.",
    "412": "Changed since it was read (If-Match); nothing was saved.",
    "422": "The request is malformed; details.errors lists the fields.",
    "429": "Too many requests, or too many attempts; see Retry-After.",
    "500": "Unexpected; nothing was changed.",
    "503": "Unavailable for the moment; see Retry-After.",
}

_RETRY_AFTER = {
    "description": "Seconds until it is worth asking again.",
    "schema": {"type": "integer", "minimum": 1},
}
_HEADERS = {
    "429": {
        "Retry-After": _RETRY_AFTER,
        "RateLimit-Policy": {
            "description": 'Each limit that was looked at, such as `"account";q=1200;w=60`: a quota'
            " per window of seconds. On every answer for which requests were counted.",
            "schema": {"type": "string"},
        },
        "RateLimit": {
            "description": 'What is left of each, such as `"account";r=0;t=42`: requests, and'
            " seconds until the window ends. On every answer likewise.",
            "schema": {"type": "string"},
        },
    },
    "503": {"Retry-After": _RETRY_AFTER},
}

_ETAG = {
    "description": "The tag of the row as it is answered, for If-Match.",
    "schema": {"type": "string"},
}
_IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "description": "The ETag with which the row was read, or several, or *. Refused with 412 where "
    "it was changed since; a weak tag never matches.",
    "schema": {"type": "string"},
}


def errors[F: Callable](*codes: str) -> Callable[[F], F]:
    """Declare the errors of a handler beside the usual ones: ``@errors("400", "409")``."""

    def mark(handler: F) -> F:
        marked: Any = handler
        marked.errors = codes
        return handler

    return mark


class EnvelopeAutoSchema(AutoSchema):
    """The description of an operation: the view describes its data, this adds the envelope."""

    def get_operation(self, *args: Any, **kwargs: Any) -> Any:
        operation = super().get_operation(*args, **kwargs)
        if operation is not None:
            if is_marked(self.view, self.method, "is_conditional"):
                operation.setdefault("parameters", []).append(_IF_MATCH)
            for code in self._possible_errors(operation):
                operation["responses"].setdefault(code, self._error_response(code))
            operation["responses"] = dict(sorted(operation["responses"].items()))
        return operation

    def _get_response_for_code(
        self, serializer: Any, status_code: Any, *args: Any, **kwargs: Any
    ) -> Any:
        response = super()._get_response_for_code(serializer, status_code, *args, **kwargs)
        is_page = self._is_list_view(serializer) and self._get_paginator()
        # Pages were wrapped by their paginator.
        if str(status_code).startswith("2") and not is_page:
            if str(status_code) == "200" and is_marked(self.view, self.method, "is_tagged"):
                response.setdefault("headers", {})["ETag"] = _ETAG
            if "content" not in response:  # no data is an envelope all the same
                nothing = {"application/json": {"schema": {"nullable": True}}}
                response |= {"description": "", "content": nothing}
            media = response["content"].get("application/json")
            if media is not None:
                data = media["schema"]
                if getattr(serializer, "allow_null", False):
                    data = {"allOf": [data], "nullable": True}
                media["schema"] = envelope.success_schema(data)
        return response

    def get_description(self) -> str:  # type: ignore[override]  # as drf-spectacular's
        """Return the handler's docstring, or the view's."""
        return get_doc(handler_of(self.view, self.method)) or super().get_description()

    def get_request_serializer(self) -> Any:
        """Return the serializer that the mixins of the viewsets read a body with."""
        match self.method, self.view:
            case "POST", CreateMixin(action="create", create_serializer_class=serializer):
                return serializer
            case "PATCH", UpdateMixin(action="partial_update", update_serializer_class=serializer):
                return serializer
        return super().get_request_serializer()

    def _get_request_body(self, direction: Any = "request") -> Any:
        """Return the description of the body, which a deletion has where its handler reads one."""
        serializer = self.get_request_serializer()
        # A class of its own, and not what the view answers or reads elsewhere.
        reads_one = isinstance(serializer, type) and issubclass(serializer, InputSerializer)
        if self.method != "DELETE" or not reads_one:
            return super()._get_request_body(direction)
        # The library knows no deletions with a body, as HTTP itself gives these no meaning.
        self.method = "POST"
        try:
            return super()._get_request_body(direction)
        finally:
            self.method = "DELETE"

    def get_response_serializers(self) -> Any:
        """Return the serializers of answers; deletions answer with a body, and so with 200."""
        if isinstance(self.view, DestroyMixin) and self.view.action == "destroy":
            return {200: self.view.serializer_class if self.view.deletes_softly else None}
        serializers = super().get_response_serializers()
        if self.method == "DELETE" and not isinstance(serializers, dict):
            return {200: serializers}
        return serializers

    def _map_serializer_field(self, field: Any, direction: Any, *args: Any, **kwargs: Any) -> Any:
        body = field.parent
        if direction == "request" and isinstance(body, InputSerializer) and body.passes_over_null:
            field = copy.copy(field)
            field.allow_null = body.partial or not field.required
        return super()._map_serializer_field(field, direction, *args, **kwargs)

    def _insert_field_validators(self, field: Any, schema: Any) -> Any:
        super()._insert_field_validators(field, schema)
        # A list of objects has its limit elsewhere than a list of values.
        longest = getattr(field, "max_length", None)
        if isinstance(field, serializers.ListSerializer) and longest is not None:
            schema["maxItems"] = longest

    def _map_basic_serializer(self, serializer: Any, direction: Any) -> Any:
        schema = super()._map_basic_serializer(serializer, direction)
        if getattr(serializer, "refuses_unknown_keys", False):
            schema["additionalProperties"] = False
        return schema

    def _possible_errors(self, operation: dict) -> set[str]:
        """Return the errors of this kind of view, and those that its handler declares."""
        handler = handler_of(self.view, self.method)
        codes = {"429", "500", "503", *getattr(handler, "errors", ())}
        if self.view.authentication_classes:
            codes.add("401")
        if any(getattr(one, "judges_rights", False) for one in self.view.permission_classes):
            codes.add("403")
        if "{" in self.path:
            codes.add("404")
        if is_marked(self.view, self.method, "is_conditional"):
            codes |= {"412", "422"}
        in_query = any(one["in"] == "query" for one in operation.get("parameters", ()))
        if in_query or operation.get("requestBody"):
            codes.add("422")
        return codes

    def _error_response(self, code: str) -> dict:
        component = ResolvedComponent(
            name="Error",
            type=ResolvedComponent.SCHEMA,
            schema=envelope.error_schema(),
            object="Error",
        )
        self.registry.register_on_missing(component)
        return {
            "description": _ERRORS[code],
            **({"headers": _HEADERS[code]} if code in _HEADERS else {}),
            "content": {"application/json": {"schema": component.ref}},
        }
