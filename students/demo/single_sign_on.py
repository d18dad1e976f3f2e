"""Single sign-on for the demo's first university, at a CAS server on this machine."""

import json
from pathlib import Path
from typing import Any

from accounts.models import User
from config.runtime.local_secrets import demo_password
from students.demo.examples import DOCUMENTED_STUDENT_ID
from students.demo.universities import DEMO
from students.models import Student
from tenants.models import Tenant, TenantSSOConfig
from tenants.models.configuration import SSOProvider
from tenants.services.configuration import add_allowed_origin, update_sso_config

# The address of such a server, with any port.
_HERE = "http://127.0.0.1:"


def enable(*, server_url: str, front_end: str, callback_url: str) -> None:
    """Let the university's people sign in at a server, and send tokens to a front end's origin."""
    tenant = Tenant.objects.get(pk=DEMO.id)
    add_allowed_origin(actor=None, tenant=tenant, origin=front_end)
    update_sso_config(
        actor=None,
        tenant=tenant,
        provider=SSOProvider.CAS,
        server_url=server_url,
        callback_url=callback_url,
        is_enabled=True,
    )


def disable() -> None:
    """Switch it off again after an earlier run, whose server has ended."""
    left = TenantSSOConfig.objects.filter(
        tenant=DEMO.id, is_enabled=True, server_url__startswith=_HERE
    )
    for config in left:
        update_sso_config(actor=None, tenant=config.tenant, is_enabled=False)


def list_people(file: Path) -> None:
    """Write the people of the CAS server to the file that it reads, unless it has them already."""
    listed = json.dumps(people())
    if file.exists() and file.read_text() == listed:
        return
    # At once: it may be reading, and must never find half of a list.
    beside = file.with_suffix(".new")
    beside.touch(mode=0o600)
    beside.write_text(listed)
    beside.replace(file)


def people() -> list[dict[str, Any]]:
    """Return the people with an account at the CAS server: all staff, those who are invited too,
    and the documented student.

    Their e-mail addresses are their user names, and they have the demo's password.
    """
    staff = User.objects.for_tenant(DEMO.id).active().with_console_access().newest_first()
    student = Student.objects.for_tenant(DEMO.id).filter(pk=DOCUMENTED_STUDENT_ID)
    return [
        {
            "username": person.email,
            "email": person.email,
            "password": demo_password(),
            "first_name": person.first_name,
            "last_name": person.last_name,
        }
        for person in [*staff, *student]
    ]
