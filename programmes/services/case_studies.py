"""The creation, change and deletion of case studies (contract §7)."""

from collections.abc import Iterable
from itertools import chain, count
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from config.db.locks import lock_row
from programmes.models import CaseStudy
from programmes.services.programmes import resolve_codes
from tenants.models import EventType, Tenant
from tenants.services import audit
from tenants.services.tenants import lock_tenant

# A derived slug leaves room for a number; a title without Latin letters or digits gives none.
_DERIVED_LENGTH = 240
_NAMELESS = "case-study"


@transaction.atomic
def create_case_study(
    *,
    actor: audit.Actor | None,
    tenant: Tenant,
    title: str,
    slug: str | None = None,
    programme_codes: Iterable[str] = (),
    **optional: Any,
) -> CaseStudy:
    """Create a case study, open to the programmes with these codes, or to all without any.

    Without a ``slug`` it gets one from its title, numbered where that is taken; a given one that is
    taken is refused by the database (409). Codes are checked by ``resolve_codes``.
    """
    _hold_slugs(tenant)
    case_study = CaseStudy(
        tenant=tenant, title=title, slug=slug or _free_slug(tenant, title), **optional
    )
    case_study.save(force_insert=True)
    _assign(case_study, programme_codes)
    audit.record_about(
        EventType.CASE_STUDY_CREATED,
        case_study,
        actor=actor,
        title=title,
        slug=case_study.slug,
        programme_codes=case_study.programme_codes,
    )
    return case_study


@transaction.atomic
def update_case_study(
    *,
    actor: audit.Actor | None,
    case_study: CaseStudy,
    programme_codes: Iterable[str] | None = None,
    **values: Any,
) -> CaseStudy:
    """Change the given values; ``programme_codes`` replace the present ones.

    Raises RuleViolation as ``resolve_codes`` does; the codes that it has may stay.
    """
    if "slug" in values:
        _hold_slugs(case_study.tenant)
    case_study = lock_row(CaseStudy.objects.for_tenant(case_study.tenant_id), case_study)
    columns = audit.apply(case_study, values)
    links = {} if programme_codes is None else _assign(case_study, programme_codes)
    if not columns and not links:
        return case_study
    case_study.save(update_fields=[*columns, "updated_at"])
    deleted = "is_active" in columns and not case_study.is_active
    event = EventType.CASE_STUDY_DELETED if deleted else EventType.CASE_STUDY_UPDATED
    audit.record_about(event, case_study, actor=actor, changes=columns | links)
    return case_study


def delete_case_study(*, actor: audit.Actor | None, case_study: CaseStudy) -> CaseStudy:
    """Withdraw a case study; its sessions and programmes stay. A second time changes nothing."""
    return update_case_study(actor=actor, case_study=case_study, is_active=False)


def _hold_slugs(tenant: Tenant) -> None:
    """Lock the tenant, so that no other request takes the slug that is derived here."""
    lock_tenant(tenant)


def _free_slug(tenant: Tenant, title: str) -> str:
    """Return a slug from the title that no case study of the tenant has, deleted ones included."""
    slug = slugify(title.replace("_", " "))[:_DERIVED_LENGTH].strip("-") or _NAMELESS
    rivals = CaseStudy.objects.for_tenant(tenant).filter(slug__startswith=slug)
    taken = set(rivals.values_list("slug", flat=True))
    numbered = chain([slug], (f"{slug}-{number}" for number in count(2)))
    return next(candidate for candidate in numbered if candidate not in taken)


def _assign(case_study: CaseStudy, codes: Iterable[str]) -> audit.Changes:
    """Make the programmes with these codes the case study's; return what changed."""
    before = list(case_study.programmes.all())
    after = resolve_codes(tenant=case_study.tenant, codes=codes, kept=before)
    if before == after:
        return {}
    case_study.programmes.set(after, through_defaults={"tenant_id": case_study.tenant_id})
    return {
        "programme_codes": {
            "before": [programme.code for programme in before],
            "after": [programme.code for programme in after],
        }
    }
