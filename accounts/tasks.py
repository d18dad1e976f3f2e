"""The tasks of the background worker for this app."""

from django.db import transaction
from django.dispatch import receiver
from django.tasks import Task, TaskContext, task

from accounts.models import Invitation, MailedLink, PasswordReset
from accounts.services.deliveries import deliver, give_up
from accounts.services.events import invitation_issued, reset_issued, reset_requested
from accounts.services.password_resets import issue_requested_reset
from config.background.repeating import finish_task, repeatable, task_given_up
from config.context import ALL_TENANTS, current_request, within


@repeatable
@task(queue_name="mails", takes_context=True)
def send_invitation(context: TaskContext, invitation_id: str, tenant_id: str = ALL_TENANTS) -> None:
    """Send an invitation's mail, and queue the next attempt where this one failed.

    Tasks that the release before queued name no tenant.
    """
    _send(context, Invitation, invitation_id, tenant_id, again=send_invitation)


@receiver(invitation_issued, dispatch_uid="accounts.send_invitation")
def _queue_invitation(invitation: Invitation, **_: object) -> None:
    send_invitation.enqueue(invitation.pk, invitation.tenant_id)


@repeatable
@task(queue_name="mails")
def answer_reset_request(
    user_id: str, tenant_id: str, address: str | None, user_agent: str | None = None
) -> None:
    """Have a mail sent to the person for whom somebody at an address asked, if there is one.

    Tasks that were queued before name no program.
    """
    # For the audit trail.
    asked = current_request()
    asked.address, asked.user_agent = address, user_agent
    with within(tenant_id), transaction.atomic():
        issue_requested_reset(tenant_id=tenant_id, user_id=user_id)
        finish_task()  # else a second mail would follow


@receiver(reset_requested, dispatch_uid="accounts.answer_reset_request")
def _queue_request(
    tenant_id: str, user_id: str, address: str | None, user_agent: str | None, **_: object
) -> None:
    answer_reset_request.enqueue(user_id, tenant_id, address, user_agent)


@repeatable
@task(queue_name="mails", takes_context=True)
def send_password_reset(context: TaskContext, reset_id: str, tenant_id: str) -> None:
    """Send the mail of a password reset, and queue the next attempt where this one failed."""
    _send(context, PasswordReset, reset_id, tenant_id, again=send_password_reset)


@receiver(reset_issued, dispatch_uid="accounts.send_password_reset")
def _queue_reset(reset: PasswordReset, **_: object) -> None:
    send_password_reset.enqueue(reset.pk, reset.tenant_id)


def _send(
    context: TaskContext, kind: type[MailedLink], link_id: str, tenant_id: str, *, again: Task
) -> None:
    with within(tenant_id):
        deliver(
            kind,
            link_id=link_id,
            retry=lambda moment: again.using(run_after=moment).enqueue(link_id, tenant_id),
            is_repeated=context.attempt > 1,
        )


_KINDS = {
    send_invitation.module_path: Invitation,
    send_password_reset.module_path: PasswordReset,
}


@receiver(task_given_up, dispatch_uid="accounts.mail_given_up")
def _give_mail_up(path: str, args: list[str], **_: object) -> None:
    if path in _KINDS:
        link_id, *rest = args
        with within(rest[0] if rest else ALL_TENANTS):
            give_up(_KINDS[path], link_id)
