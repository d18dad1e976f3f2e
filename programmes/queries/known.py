"""The names of programmes and case studies in the audit trail."""

from collections.abc import Collection

from programmes.models import CaseStudy, Programme
from tenants.queries.known import NamedRow


def programmes(tenant_id: str, ids: Collection[str]) -> dict[str, NamedRow]:
    found = Programme.objects.for_tenant(tenant_id).filter(pk__in=ids).values_list("pk", "name")
    return {pk: NamedRow(name, "programmes.Programme") for pk, name in found}


def case_studies(tenant_id: str, ids: Collection[str]) -> dict[str, NamedRow]:
    found = CaseStudy.objects.for_tenant(tenant_id).filter(pk__in=ids).values_list("pk", "title")
    return {pk: NamedRow(title, "programmes.CaseStudy") for pk, title in found}
