"""Changes for many students' attempts: chosen in the list, shown in advance, then done (§9.4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from accounts import throttling
from config.api.exceptions import as_domain_error
from config.errors import DomainError
from config.ids import is_id, new_id
from config.permissions import Action, flag
from students.admin.attempts.forms import GRANT, REVOKE, AttemptChange, ChangeForm, counted
from students.models import BulkJob, Student
from students.queries.entitlements import entitlements_of
from students.serializers.attempts import MAX_BULK_ROWS

_LIST = "admin:students_student_changelist"


@dataclass(frozen=True)
class BulkOutcome:
    """The outcome of a bulk change for one student, before or after it is done."""

    student: Student | None
    error: str | None
    remaining: int | None = None


class BulkPagesMixin:
    """Actions on the students who are ticked in the list, or on all that it finds."""

    actions = ("grant_many", "revoke_many")

    def get_urls(self) -> list:
        return [
            path(
                f"{change.verb.lower()}/",
                self.admin_site.admin_view(view),
                name=f"students_student_{change.verb.lower()}_many",
            )
            for change, view in ((GRANT, self.grant_page), (REVOKE, self.revoke_page))
        ] + super().get_urls()

    def has_grant_permission(self, request) -> bool:
        return _holds(request, GRANT)

    def has_revoke_permission(self, request) -> bool:
        return _holds(request, REVOKE)

    @admin.action(description="Grant attempts", permissions=["grant"])
    def grant_many(self, request, queryset):
        return self._begin(request, GRANT)

    @admin.action(description="Revoke attempts", permissions=["revoke"])
    def revoke_many(self, request, queryset):
        return self._begin(request, REVOKE)

    def grant_page(self, request):
        return self._bulk(request, GRANT)

    def revoke_page(self, request):
        return self._bulk(request, REVOKE)

    def _begin(self, request, change: AttemptChange):
        """Show the form of a change for the students who are chosen in the list."""
        chosen = self._chosen(request)
        if len(chosen) > MAX_BULK_ROWS:
            messages.error(
                request, f"At most {MAX_BULK_ROWS} students at once. Narrow the list first."
            )
            return None
        return self._form_page_of(request, change, chosen, change.form_class(tenant=request.tenant))

    def _chosen(self, request) -> list[str]:
        """Return the ids of the ticked students, or of all in the list; one too many at most."""
        if request.POST.get("select_across") != "1":
            return list(dict.fromkeys(request.POST.getlist(ACTION_CHECKBOX_NAME)))
        students = self.get_changelist_instance(request).students
        if students is None:
            return []
        return [line.pk for line in students[: MAX_BULK_ROWS + 1]]

    def _bulk(self, request, change: AttemptChange):
        if not _holds(request, change):
            raise PermissionDenied
        user_ids = list(dict.fromkeys(filter(is_id, request.POST.getlist("user_ids"))))
        if not 0 < len(user_ids) <= MAX_BULK_ROWS:
            messages.warning(request, f"Choose 1 to {MAX_BULK_ROWS} students in the list first.")
            return HttpResponseRedirect(reverse(_LIST))
        form = change.form_class(request.POST, tenant=request.tenant)
        if not form.is_valid() or "again" in request.POST:
            return self._form_page_of(request, change, user_ids, form)
        terms = {
            "actor": request.user,
            "tenant": request.tenant,
            "user_ids": user_ids,
            **form.terms,
        }
        try:
            throttling.consume(bulk=request.user.pk)
            if not form.key:
                job = change.to_many(**terms, dry_run=True)
                return self._outcomes_page(request, change, form, job)
            job = change.to_many(**terms, idempotency_key=form.key)
        except (DomainError, IntegrityError) as error:
            refusal = as_domain_error(error)
            if refusal is None:
                raise
            form.show(refusal)
            return self._form_page_of(request, change, user_ids, form)
        messages.success(
            request,
            f"{counted(job.amount, 'attempt')} {change.done} for "
            f"{counted(job.succeeded_rows, 'student')}"
            + (f", {job.failed_rows} left out." if job.failed_rows else "."),
        )
        if request.user.has_flag(flag(change.module, Action.VIEW)):
            url = reverse("admin:students_bulkjob_change", args=[job.pk])
        else:
            url = reverse(_LIST)
        return HttpResponseRedirect(url)

    def _form_page_of(
        self, request, change: AttemptChange, user_ids: Sequence[str], form: ChangeForm
    ) -> TemplateResponse:
        context = self._about_many(request, change, user_ids) | {"form": form}
        return TemplateResponse(request, "admin/students/change_form.html", context)

    def _outcomes_page(
        self, request, change: AttemptChange, form: ChangeForm, job: BulkJob
    ) -> TemplateResponse:
        user_ids = [result["user_id"] for result in job.results]
        left = entitlements_of(form.cleaned_data["case_study"], user_ids)
        context = self._about_many(request, change, user_ids) | {
            "form": form,
            "key": new_id(),
            "job": job,
            "outcomes": outcomes_of(job, {pk: one.attempts_remaining for pk, one in left.items()}),
            "case_study": form.cleaned_data["case_study"],
            "button": f"{change.verb} {counted(job.amount, 'attempt')} {change.whose} "
            f"{counted(job.succeeded_rows, 'student')}",
            **form.terms,
        }
        return TemplateResponse(request, "admin/students/change_preview.html", context)

    def _about_many(self, request, change: AttemptChange, user_ids: Sequence[str]) -> dict:
        return {
            **self.admin_site.each_context(request),
            "title": f"{change.verb} attempts",
            "opts": self.opts,
            "change": change,
            "user_ids": user_ids,
            "subject": counted(len(user_ids), "student"),
            "action": reverse(f"admin:students_student_{change.verb.lower()}_many"),
            "back": reverse(_LIST),
        }


def outcomes_of(job: BulkJob, remaining: dict[str, int] | None = None) -> list[BulkOutcome]:
    """Return the outcome of each student of a job, first those who were left out."""
    user_ids = [result["user_id"] for result in job.results]
    students = Student.objects.for_tenant(job.tenant_id).in_bulk(user_ids)
    outcomes = [
        BulkOutcome(
            students.get(result["user_id"]),
            result["error"],
            (remaining or {}).get(result["user_id"]),
        )
        for result in job.results
    ]
    return sorted(outcomes, key=lambda outcome: outcome.error is None)


def _holds(request, change: AttemptChange) -> bool:
    return request.user.has_flag(flag(change.module, change.requires))
