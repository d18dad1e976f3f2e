"""The secrets of second factors, encrypted anew under the present SECRET_KEY."""

from django.db import transaction

from accounts.models import SecondFactor
from config.context import within
from tenants.models import Tenant

_SECRETS = ("secret", "pending")


def reseal_secrets(tenant: Tenant) -> tuple[int, int]:
    """Store each secret of a tenant under the present SECRET_KEY.

    Return how many were stored anew, and how many cannot be read: the log names whose they are.
    """
    with within(tenant.pk):
        done = [
            _reseal(pk)
            for pk in SecondFactor.objects.for_tenant(tenant)
            .order_by("pk")
            .values_list("pk", flat=True)
        ]
    return sum(anew for anew, _ in done), sum(lost for _, lost in done)


@transaction.atomic
def _reseal(pk: str) -> tuple[int, int]:
    """Do so with one row, which may be used or go meanwhile."""
    factor = SecondFactor.objects.select_for_update(no_key=True).filter(pk=pk).first()
    if factor is None:
        return 0, 0
    anew, lost = [], 0
    for name in _SECRETS:
        match factor.renew_seal(name):
            case True:
                anew.append(name)
            case None:
                lost += 1
    if anew:
        factor.save(update_fields=anew)
    return len(anew), lost
