"""One effect and one answer for a request that is sent again (contract §9.3)."""

import hashlib
from collections.abc import Callable
from typing import Any

import orjson
from django.db import transaction

from config.errors import Conflict
from students.models import IdempotencyRecord
from tenants.models import Tenant


@transaction.atomic
def run_idempotently[T](
    *,
    tenant: Tenant,
    operation: str,
    key: str | None,
    request: dict[str, Any],
    run: Callable[[], T],
) -> T:
    """Return the result of ``run``, which must be JSON; for a known key, the earlier result.

    Raises Conflict when the key was used for another ``request``. A key belongs to one operation of
    one tenant; requests that come together with the same one wait for the first. A request that
    fails is rolled back with its key, and may be tried again.
    """
    if not key:
        return run()
    scope = {"tenant": tenant, "operation": operation, "key": key}
    request_hash = _fingerprint(request)
    record = IdempotencyRecord(**scope, request_hash=request_hash)
    # Waits for a transaction that is about to use the same key.
    IdempotencyRecord.objects.bulk_create([record], ignore_conflicts=True)
    first = IdempotencyRecord.objects.get(**scope)
    if first.pk == record.pk:
        record.response = response = run()
        record.save(update_fields=["response"])
        return response
    if first.request_hash != request_hash:
        raise Conflict("This idempotency key was used for another request.")
    stored: Any = first.response
    return stored


def was_used(tenant: Tenant, operation: str, key: str) -> bool:
    """Return whether a key was used for a request that succeeded."""
    records = IdempotencyRecord.objects.for_tenant(tenant)
    return records.filter(operation=operation, key=key).exists()


def _fingerprint(request: dict[str, Any]) -> str:
    return hashlib.sha256(orjson.dumps(request, option=orjson.OPT_SORT_KEYS)).hexdigest()
