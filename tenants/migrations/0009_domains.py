import logging

from django.core.exceptions import ValidationError
from django.db import migrations, models

from config.ids import new_id
from tenants.validators import DOMAIN_PATTERN, NOT_A_DOMAIN, normalise_domain

logger = logging.getLogger(__name__)


def settle(apps, schema_editor):
    """Store domains in the form that is held to from now on.

    What is no host name is taken off, and what several active tenants have is left to the oldest:
    it told none of them at sign-in before. Each one's trail keeps what was there.
    """
    Tenant, AuditEvent = (apps.get_model("tenants", name) for name in ("Tenant", "AuditEvent"))
    taken = set()
    for tenant in Tenant.objects.exclude(domain=None).order_by("created_at", "pk"):
        before, after = tenant.domain, _stored(tenant.domain)
        if tenant.is_active and after in taken:
            after = None
        if tenant.is_active:
            taken.add(after)
        if after == before:
            continue
        Tenant.objects.filter(pk=tenant.pk).update(domain=after)
        AuditEvent.objects.create(
            id=new_id(),
            tenant_id=tenant.pk,
            target_type="tenant",
            target_id=tenant.pk,
            event_type="tenant.updated",
            metadata={
                "tenant_id": tenant.pk,
                "changes": {"domain": {"before": before, "after": after}},
            },
        )
        logger.warning("The domain of %s was %r and is %r now.", tenant.slug, before, after)


def _stored(domain):
    try:
        return normalise_domain(domain.strip())
    except ValidationError:
        return None


class Migration(migrations.Migration):
    dependencies = [("tenants", "0008_unseen_formulas")]

    operations = [
        migrations.RunPython(settle, migrations.RunPython.noop),
        migrations.RemoveIndex(model_name="tenant", name="tenant_by_domain"),
        migrations.AddIndex(
            model_name="tenant",
            index=models.Index(fields=["domain"], name="tenant_by_domain"),
        ),
        migrations.AddConstraint(
            model_name="tenant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_active", True)),
                fields=("domain",),
                name="unique_domain_of_active_tenant",
                violation_error_message="This domain belongs to another tenant.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tenant",
            constraint=models.CheckConstraint(
                condition=models.Q(("domain__regex", DOMAIN_PATTERN)),
                name="tenant_domain_format",
                violation_error_message=NOT_A_DOMAIN,
            ),
        ),
    ]
