"""The forms that grant and revoke attempts, and their words (contract §9.3, §9.4)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminIntegerFieldWidget,
    UnfoldAdminSelect2Widget,
    UnfoldAdminTextareaWidget,
)

from config.admin.display import place
from config.admin.forms import ConsoleForm, DayInput
from config.admin.local_fields import LocalTimestampField
from config.permissions import Action, Module
from programmes.models import CaseStudy
from students.models.attempts import JobType
from students.services import attempts
from students.validators import LONGEST_REASON, MOST_ATTEMPTS, validate_in_the_future


class CaseStudyField(forms.ModelChoiceField):
    """One of a tenant's case studies; there are dozens, and the box can be searched."""

    def label_from_instance(self, case_study: CaseStudy) -> str:
        title = case_study.title
        if case_study.is_active:
            return title
        return gettext("%(title)s (inactive)") % {"title": title}


class ChangeForm(ConsoleForm):
    """The number of attempts, the case study, and the reason.

    ``idempotency_key`` comes from the preview: with it the change is confirmed, once.
    """

    case_study = CaseStudyField(
        queryset=None, label=_("Case study"), widget=UnfoldAdminSelect2Widget
    )
    amount = forms.IntegerField(
        label=_("Number of attempts"),
        min_value=1,
        max_value=MOST_ATTEMPTS,
        initial=1,
        widget=UnfoldAdminIntegerFieldWidget,
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        help_text=_("Kept with the transaction, with your name."),
        widget=UnfoldAdminTextareaWidget({"rows": 3}),
    )
    idempotency_key = forms.CharField(
        required=False, max_length=128, widget=forms.HiddenInput, label=_("Preview")
    )

    def __init__(self, *args, tenant, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        case_studies = CaseStudy.objects.for_tenant(tenant).order_by("sort_title", "pk")
        self.fields["case_study"].queryset = case_studies

    @property
    def terms(self) -> dict[str, Any]:
        """The values for the services."""
        values = dict(self.cleaned_data)
        del values["idempotency_key"]
        return values | {"case_study_id": values.pop("case_study").pk}

    @property
    def key(self) -> str:
        """The key that identifies a confirmation; empty as long as nothing is confirmed."""
        return self.cleaned_data["idempotency_key"]


class GrantForm(ChangeForm):
    """The form of a grant, which may have an expiry."""

    expires_at = LocalTimestampField(
        upper=True,
        required=False,
        label=_("Expires after"),
        validators=[validate_in_the_future],
        widget=DayInput,
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["expires_at"].help_text = gettext(
            "The last day, until its end in %(place)s. Without one they do not expire."
        ) % {"place": place()}


class RevokeForm(ChangeForm):
    """The form of a revocation, which has no expiry."""


@dataclass(frozen=True)
class AttemptChange:
    """One kind of change to attempts, with its words for operators.

    ``texts`` has a text for each place; those that depend on a number ask for it as ``n``.
    """

    name: str
    texts: dict[str, Any]
    requires: Action
    form_class: type[ChangeForm]
    to_one: Callable[..., dict[str, Any]]
    to_many: Callable[..., Any]
    job_type: JobType
    module = Module.ATTEMPT_MANAGEMENT

    @property
    def may_expire(self) -> bool:
        """Whether what it adds can have an end."""
        return self.form_class is GrantForm

    @property
    def variant(self) -> str:
        """The look of the button that confirms it."""
        return "primary" if self.may_expire else "danger"

    def say(self, text: str, number: int | None = None, **values: Any) -> str:
        """Return one of its texts, with these values."""
        return str(self.texts[text] % ({"n": number} | values))


GRANT = AttemptChange(
    "grant",
    {
        "title": _("Grant attempts"),
        "intro": _("Grant attempts to %(subject)s."),
        "question": ngettext_lazy(
            "Grant %(n)s attempt at “%(case_study)s” to %(subject)s?",
            "Grant %(n)s attempts at “%(case_study)s” to %(subject)s?",
            "n",
        ),
        "button": ngettext_lazy("Grant %(n)s attempt", "Grant %(n)s attempts", "n"),
        "button_many": ngettext_lazy(
            "Grant %(n)s attempt to %(students)s", "Grant %(n)s attempts to %(students)s", "n"
        ),
        "done": ngettext_lazy(
            "%(n)s attempt granted for “%(case_study)s”: %(left)s of %(total)s remaining.",
            "%(n)s attempts granted for “%(case_study)s”: %(left)s of %(total)s remaining.",
            "n",
        ),
        "done_many": ngettext_lazy(
            "%(n)s attempt granted for %(students)s.",
            "%(n)s attempts granted for %(students)s.",
            "n",
        ),
        "done_some": ngettext_lazy(
            "%(n)s attempt granted for %(students)s, %(left_out)s left out.",
            "%(n)s attempts granted for %(students)s, %(left_out)s left out.",
            "n",
        ),
    },
    Action.CREATE,
    GrantForm,
    attempts.grant_attempts,
    attempts.grant_attempts_in_bulk,
    JobType.ATTEMPT_GRANT,
)
REVOKE = AttemptChange(
    "revoke",
    {
        "title": _("Revoke attempts"),
        "intro": _("Revoke attempts of %(subject)s."),
        "question": ngettext_lazy(
            "Revoke %(n)s attempt at “%(case_study)s” of %(subject)s?",
            "Revoke %(n)s attempts at “%(case_study)s” of %(subject)s?",
            "n",
        ),
        "button": ngettext_lazy("Revoke %(n)s attempt", "Revoke %(n)s attempts", "n"),
        "button_many": ngettext_lazy(
            "Revoke %(n)s attempt of %(students)s", "Revoke %(n)s attempts of %(students)s", "n"
        ),
        "done": ngettext_lazy(
            "%(n)s attempt revoked for “%(case_study)s”: %(left)s of %(total)s remaining.",
            "%(n)s attempts revoked for “%(case_study)s”: %(left)s of %(total)s remaining.",
            "n",
        ),
        "done_many": ngettext_lazy(
            "%(n)s attempt revoked for %(students)s.",
            "%(n)s attempts revoked for %(students)s.",
            "n",
        ),
        "done_some": ngettext_lazy(
            "%(n)s attempt revoked for %(students)s, %(left_out)s left out.",
            "%(n)s attempts revoked for %(students)s, %(left_out)s left out.",
            "n",
        ),
    },
    Action.EDIT,
    RevokeForm,
    attempts.revoke_attempts,
    attempts.revoke_attempts_in_bulk,
    JobType.ATTEMPT_REVOKE,
)


def students_in_words(number: int) -> str:
    """Return a number of students in words, such as 3 students."""
    return ngettext("%(n)s student", "%(n)s students", number) % {"n": number}
