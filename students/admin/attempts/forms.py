"""The forms that grant and revoke attempts, and their words (contract §9.3, §9.4)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from unfold.widgets import (
    UnfoldAdminIntegerFieldWidget,
    UnfoldAdminSelect2Widget,
    UnfoldAdminTextareaWidget,
)

from config.admin.forms import ConsoleForm, DayInput
from config.api.fields import TimestampParameter
from config.permissions import Action, Module
from programmes.models import CaseStudy
from students.services import attempts
from students.validators import LONGEST_REASON, MOST_ATTEMPTS, validate_in_the_future


class CaseStudyField(forms.ModelChoiceField):
    """One of a tenant's case studies; there are dozens, and the box can be searched."""

    def label_from_instance(self, case_study: CaseStudy) -> str:
        return case_study.title if case_study.is_active else f"{case_study.title} (inactive)"


class ChangeForm(ConsoleForm):
    """The number of attempts, the case study, and the reason.

    ``idempotency_key`` comes from the preview: with it the change is confirmed, once.
    """

    case_study = CaseStudyField(queryset=None, widget=UnfoldAdminSelect2Widget)
    amount = forms.IntegerField(
        label="Number of attempts",
        min_value=1,
        max_value=MOST_ATTEMPTS,
        initial=1,
        widget=UnfoldAdminIntegerFieldWidget,
    )
    reason = forms.CharField(
        max_length=LONGEST_REASON,
        help_text="Kept in the ledger, with your name.",
        widget=UnfoldAdminTextareaWidget({"rows": 3}),
    )
    idempotency_key = forms.CharField(
        required=False, max_length=128, widget=forms.HiddenInput, label="Preview"
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

    expires_at = TimestampParameter(
        upper=True,
        required=False,
        label="Lapses after",
        help_text="The last day, until midnight UTC. Without one they do not lapse.",
        validators=[validate_in_the_future],
        widget=DayInput,
    )


class RevokeForm(ChangeForm):
    """The form of a revocation, which has no expiry."""


@dataclass(frozen=True)
class AttemptChange:
    """One kind of change to attempts, with its words for operators."""

    verb: str
    done: str
    whose: str
    requires: Action
    form_class: type[ChangeForm]
    to_one: Callable[..., dict[str, Any]]
    to_many: Callable[..., Any]
    module = Module.ATTEMPT_MANAGEMENT


GRANT = AttemptChange(
    "Grant",
    "granted",
    "to",
    Action.CREATE,
    GrantForm,
    attempts.grant_attempts,
    attempts.grant_attempts_in_bulk,
)
REVOKE = AttemptChange(
    "Revoke",
    "revoked",
    "of",
    Action.EDIT,
    RevokeForm,
    attempts.revoke_attempts,
    attempts.revoke_attempts_in_bulk,
)


def counted(number: int, thing: str) -> str:
    """Return a number of things in words, such as 3 students."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
