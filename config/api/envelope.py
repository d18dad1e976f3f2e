"""The shape of every answer (contract §1.2–1.4). No other module knows these keys."""

from collections.abc import Sequence
from typing import Any

from config.errors import ErrorCode


def success(data: Any, message: str | None = None) -> dict[str, Any]:
    """Wrap the data of a read or write; reads carry no message."""
    return {"success": True, "data": data, "message": message}


def page(rows: Sequence, *, total: int, skip: int, limit: int) -> dict[str, Any]:
    """Wrap one page of ``total`` matching rows; ``page_size`` is the limit in force."""
    return {
        "success": True,
        "data": rows,
        "total": total,
        "page": skip // limit + 1,
        "page_size": limit,
        "total_pages": -(-total // limit),
        "message": None,
    }


def error(message: str, code: ErrorCode, details: dict[str, Any] | None = None) -> dict[str, Any]:
    """Wrap a refusal: a readable sentence, a stable code, details for programs."""
    return {"success": False, "error": message, "code": code, "details": details or {}}


def success_schema(data: dict) -> dict:
    """Describe :func:``success`` around a schema, for the OpenAPI document."""
    return _object(
        success={"type": "boolean", "enum": [True]},
        data=data,
        message={"type": "string", "nullable": True},
    )


def page_schema(rows: dict) -> dict:
    """Describe :func:``page`` around the schema of its rows."""
    number = {"type": "integer", "minimum": 0}
    return _object(
        success={"type": "boolean", "enum": [True]},
        data=rows,
        total=number,
        page={"type": "integer", "minimum": 1},
        page_size={"type": "integer", "minimum": 1},
        total_pages=number,
        message={"type": "string", "nullable": True},
    )


def error_schema() -> dict:
    """Describe :func:``error``."""
    return _object(
        success={"type": "boolean", "enum": [False]},
        error={"type": "string"},
        code={"type": "string", "enum": list(ErrorCode)},
        details={"type": "object", "additionalProperties": {}},
    )


def _object(**properties: dict) -> dict:
    return {"type": "object", "properties": properties, "required": list(properties)}
