"""Who was erased: asked by address and SIS id, before anybody brings them back (contract §18)."""

from collections.abc import Iterable
from datetime import datetime

from config import sealing
from config.addresses import canonical
from tenants.models import Erasure, Tenant


def was_erased(
    tenant: Tenant, addresses: Iterable[str], sis_ids: Iterable[str] = ()
) -> dict[str, datetime]:
    """Return those of the texts that belong to somebody who was erased, and when. One query."""
    asked: dict[str, list[str]] = {}
    for texts, digests_of in ((addresses, address_digests), (sis_ids, sis_digests)):
        for text in texts:
            for digest in digests_of(tenant.pk, text):
                asked.setdefault(digest, []).append(text)
    if not asked:
        return {}
    found = Erasure.objects.for_tenant(tenant).filter(digests__overlap=list(asked))
    return {
        text: moment
        for digests, moment in found.values_list("digests", "created_at")
        for digest in digests
        for text in asked.get(digest, ())
    }


def address_digests(tenant_id: str, address: str) -> list[str]:
    """Return the digests of an address in any of its spellings; the first is for storing."""
    return sealing.keyed_digests(canonical(address).casefold(), f"erased.address.{tenant_id}")


def sis_digests(tenant_id: str, sis_id: str) -> list[str]:
    return sealing.keyed_digests(sis_id, f"erased.sis_id.{tenant_id}")
