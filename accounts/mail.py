"""The texts and headers of our mails."""

import email.policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import Policy
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from accounts.models import Invitation, MailedLink, PasswordReset
from accounts.sso import passwords
from config.addresses import canonical
from config.text import on_one_line
from tenants.branding import Theme, signs_in_elsewhere
from tenants.language import language_of
from tenants.time_zones import in_zone_of

# RFC 5322. A name of this length fits in, with its address and every character escaped.
_LONGEST_LINE = 998
_LONGEST_NAME = 200


def invitation_mail(invitation: Invitation, token: str) -> EmailMultiAlternatives:
    """Return the mail of an invitation; raises ValueError when the address cannot be written to."""
    return _letter(
        invitation,
        folder="invitations",
        subject=gettext_lazy("Your invitation to %(tenant)s"),
        link=reverse("invitation", args=[token]),
        inviter=on_one_line(invitation.invited_by_name or ""),
        sso=signs_in_elsewhere(invitation.user.tenant),
    )


def reset_mail(reset: PasswordReset, token: str) -> EmailMultiAlternatives:
    """Return the mail with which somebody chooses a new password; raises as the above.

    Where passwords are switched off for them it leads to their university's sign-in instead.
    """
    user = reset.user
    elsewhere = not passwords.may_use(user)
    page = reverse("sign-in", args=[user.tenant.slug])
    return _letter(
        reset,
        folder="password_resets",
        subject=(
            gettext_lazy("How you sign in to %(tenant)s")
            if elsewhere
            else gettext_lazy("Your new password for %(tenant)s")
        ),
        link=page if elsewhere else reverse("password-reset", args=[token]),
        elsewhere=elsewhere,
    )


def _letter(
    letter: MailedLink, *, folder: str, subject: Promise, link: str, **context: Any
) -> EmailMultiAlternatives:
    """Return a mail in the tenant's language and with its branding, as a folder's templates say.

    The link starts with PUBLIC_URL, never with the host of a request.
    """
    user = letter.user
    theme = Theme.of(user.tenant)
    sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    context |= {
        "theme": theme,
        "name": on_one_line(user.display_name),
        "email": user.email,
        "tenant": on_one_line(user.tenant.name),
        "link": settings.PUBLIC_URL + link,
        "expires_at": letter.expires_at,
    }
    language = language_of(user.tenant)
    with translation.override(language), in_zone_of(user.tenant):
        said = str(subject) % {"tenant": context["tenant"]}
        text = render_to_string(f"{folder}/mail.txt", context).strip()
        page = render_to_string(f"{folder}/mail.html", context)
    mail = _Mail(
        subject=said,
        body=text,
        from_email=_mailbox(user.tenant.name, sender),
        to=[_mailbox(user.display_name, user.email)],
        reply_to=[theme.support_email] if theme.support_email else None,
        headers={
            # The row's id, not the attempt's: a person who gets it twice can see that.
            "Message-ID": f"<{letter.KIND}-{letter.pk}@{sender.rpartition('@')[2]}>",
            # No "I am on holiday" in return.
            "Auto-Submitted": "auto-generated",
            "Content-Language": language,
        },
    )
    mail.attach_alternative(page, "text/html")
    return mail


class _Mail(EmailMultiAlternatives):
    """A mail with each header on one line, up to the length that mail servers accept.

    Python before 3.13.1 drops the quotes of a name that it breaks into lines, so that a mail to a
    person with the name "Obi, x <eve@evil.example>" would go to Eve.
    """

    def message(self, *, policy: Policy = email.policy.default) -> EmailMessage:
        return super().message(policy=policy.clone(max_line_length=_LONGEST_LINE))


def _mailbox(name: str, address: str) -> str:
    short = on_one_line(name)[:_LONGEST_NAME]
    # Addresses from before the rule for them may have their domains in other letters.
    kept = canonical(address)
    if kept.isascii():
        return str(Address(display_name=short, addr_spec=kept))
    local_part, _, domain = kept.rpartition("@")
    return str(Address(display_name=short, username=local_part, domain=domain))
