"""Changes for many students' attempts: chosen in the list, shown in advance, then done (§9.4)."""

from collections.abc import Sequence
from copy import copy
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import throttling
from config.admin.parameters import takes
from config.api.exceptions import as_domain_error
from config.errors import DomainError
from config.ids import is_id
from config.permissions import Action, flag
from students.admin.attempts.forms import (
    GRANT,
    REVOKE,
    AttemptChange,
    ChangeForm,
    students_in_words,
)
from students.admin.attempts.previews import CHANGE, PREVIEW
from students.models import BulkJob
from students.queries.entitlements import entitlements_of
from students.queries.jobs import outcomes_of
from students.serializers.attempts import MAX_BULK_ROWS
from students.services.idempotency import was_used

_LIST = "admin:students_student_changelist"

# Whom a page is about, by their ids or as the list finds them; at which case study; which preview.
PARAMETERS = ("ids", "matching", "case_study", PREVIEW, CHANGE)

# Ids that an address may name; a page of the list has fewer.
_MOST_IN_ADDRESS = 200


class BulkPagesMixin:
    """Actions on the students who are ticked in the list, or on all that it finds."""

    actions = ("grant_many", "revoke_many")

    def get_urls(self) -> list:
        return [
            path(
                f"{change.name}/",
                self.admin_site.admin_view(view),
                name=f"students_student_{change.name}_many",
            )
            for change, view in ((GRANT, self.grant_page), (REVOKE, self.revoke_page))
        ] + super().get_urls()

    def has_grant_permission(self, request) -> bool:
        return _holds(request, GRANT)

    def has_revoke_permission(self, request) -> bool:
        return _holds(request, REVOKE)

    @admin.action(description=_("Grant attempts"), permissions=["grant"])
    def grant_many(self, request, queryset):
        return self._begin(request, GRANT)

    @admin.action(description=_("Revoke attempts"), permissions=["revoke"])
    def revoke_many(self, request, queryset):
        return self._begin(request, REVOKE)

    @takes(*PARAMETERS)
    def grant_page(self, request):
        return self._bulk(request, GRANT)

    @takes(*PARAMETERS)
    def revoke_page(self, request):
        return self._bulk(request, REVOKE)

    def _begin(self, request, change: AttemptChange):
        """Lead to the form of a change for the students who are chosen in the list."""
        chosen = self._chosen(request)
        if not _is_possible(request, chosen):
            return None
        # By an address of its own, which survives Back, Reload and the end of a session.
        if is_across(request):
            return HttpResponseRedirect(self.url_for_all(request, change))
        if len(chosen) > _MOST_IN_ADDRESS:
            return self.form_page_of(request, change, chosen, self.form_of(request, change))
        return HttpResponseRedirect(_with(self.change_url(request, change), ids=",".join(chosen)))

    def form_of(self, request, change: AttemptChange, data=None, **initial) -> ChangeForm:
        """Return the form of a change, with what was entered, or with what it begins with."""
        return change.form_class(data, initial=initial, tenant=request.tenant)

    def list_url(self, request) -> str:
        """Return the address of the list in which students are chosen."""
        return reverse(_LIST)

    def change_url(self, request, change: AttemptChange) -> str:
        """Return the address that the form of a change is sent to."""
        return reverse(f"admin:students_student_{change.name}_many")

    def url_for_all(self, request, change: AttemptChange) -> str:
        """Return the address of the form for all whom the list finds as it is shown."""
        return _with(self.change_url(request, change), matching=request.GET.urlencode())

    def found_by(self, request) -> list[str]:
        """Return the ids of those whom an address is about without naming them; or none."""
        if "matching" not in request.GET:
            return []
        return self._matching(request, QueryDict(request.GET["matching"]))

    def _chosen(self, request) -> list[str]:
        """Return the ids of the ticked students, or of all in the list; one too many at most."""
        if not is_across(request):
            return list(dict.fromkeys(request.POST.getlist(ACTION_CHECKBOX_NAME)))
        return self._matching(request, request.GET)

    def _matching(self, request, query: QueryDict) -> list[str]:
        """Return the ids of the students whom the list finds; one too many at most."""
        offered = self.list_parameters(request)
        asked = copy(request)
        asked.GET = query.copy()
        for name in set(query) - offered:
            del asked.GET[name]
        students = self.get_changelist_instance(asked).rows
        if students is None:
            return []
        return [line.pk for line in students[: MAX_BULK_ROWS + 1]]

    def _asked_for(self, request) -> list[str]:
        """Return the ids of the students whom a form, or an address, is about."""
        if request.method == "POST":
            ids = request.POST.getlist("user_ids")
        elif "ids" in request.GET:
            ids = request.GET["ids"].split(",")
        else:
            ids = self.found_by(request)
        return list(dict.fromkeys(filter(is_id, ids)))

    def _bulk(self, request, change: AttemptChange):
        if not _holds(request, change):
            raise PermissionDenied
        if request.method != "POST" and (PREVIEW in request.GET or CHANGE in request.GET):
            return self._previewed(request, change)
        user_ids = self._asked_for(request)
        if not _is_possible(request, user_ids):
            return HttpResponseRedirect(self.list_url(request))
        if request.method != "POST":
            asked = {name: request.GET[name] for name in ("case_study",) if name in request.GET}
            form = self.form_of(request, change, **asked)
            return self.form_page_of(request, change, user_ids, form)
        form = self.form_of(request, change, request.POST)
        if not form.is_valid() or "again" in request.POST:
            return self.form_page_of(request, change, user_ids, form)
        return self._preview_or_do(request, change, user_ids, form)

    def _preview_or_do(self, request, change: AttemptChange, user_ids: list[str], form: ChangeForm):
        """Preview what a valid form asks for, or do it where its preview was seen."""
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
                return HttpResponseRedirect(
                    _with(self.change_url(request, change), **{PREVIEW: job.pk})
                )
            job = change.to_many(**terms, idempotency_key=form.key)
        except (DomainError, IntegrityError) as error:
            refusal = as_domain_error(error)
            if refusal is None:
                raise
            form.show(refusal)
            return self.form_page_of(request, change, user_ids, form)
        messages.success(
            request,
            change.say(
                "done_some" if job.failed_rows else "done_many",
                job.amount,
                students=students_in_words(job.succeeded_rows),
                left_out=job.failed_rows,
            ),
        )
        if request.user.has_flag(flag(change.module, Action.VIEW)):
            url = reverse("admin:students_bulkjob_change", args=[job.pk])
        else:
            url = self.list_url(request)
        return HttpResponseRedirect(url)

    def _previewed(self, request, change: AttemptChange):
        """Show a preview again, or its form; lead back to the students once it is done."""
        key = request.GET.get(PREVIEW) or request.GET.get(CHANGE)
        jobs = BulkJob.objects.for_tenant(request.tenant).filter(
            dry_run=True, job_type=change.job_type, actor_user_id=request.user.pk
        )
        job = jobs.filter(pk=key).first() if is_id(key) else None
        if job is None or was_used(request.tenant, f"bulk_{change.job_type}", key):
            return HttpResponseRedirect(self.list_url(request))
        asked = {"case_study": job.case_study_id, "amount": job.amount, "reason": job.reason}
        if job.expires_at:
            # The very moment to confirm, a day to choose another one.
            until = timezone.localtime(job.expires_at)
            asked["expires_at"] = until.isoformat() if PREVIEW in request.GET else f"{until:%F}"
        form = self.form_of(request, change, asked)
        if form.is_valid() and PREVIEW in request.GET:
            return self._outcomes_page(request, change, form, job)
        user_ids = [result["user_id"] for result in job.results]
        return self.form_page_of(request, change, user_ids, form)

    def form_page_of(
        self, request, change: AttemptChange, user_ids: Sequence[str], form: ChangeForm
    ) -> TemplateResponse:
        """Return the page with the form of a change for these students."""
        intro = change.say("intro", subject=students_in_words(len(user_ids)))
        context = self._about_many(request, change, user_ids) | {"form": form, "intro": intro}
        return TemplateResponse(request, "admin/students/attempts_form.html", context)

    def _outcomes_page(
        self, request, change: AttemptChange, form: ChangeForm, job: BulkJob
    ) -> TemplateResponse:
        user_ids = [result["user_id"] for result in job.results]
        left = entitlements_of(form.cleaned_data["case_study"], user_ids)
        context = self._about_many(request, change, user_ids) | {
            "form": form,
            "key": job.pk,
            "change_url": _with(self.change_url(request, change), **{CHANGE: job.pk}),
            "job": job,
            "outcomes": outcomes_of(job, {pk: one.attempts_remaining for pk, one in left.items()}),
            "question": change.say(
                "question",
                job.amount,
                case_study=form.cleaned_data["case_study"],
                subject=students_in_words(len(user_ids)),
            ),
            "button": change.say(
                "button_many", job.amount, students=students_in_words(job.succeeded_rows)
            ),
            **form.terms,
        }
        return TemplateResponse(request, "admin/students/attempts_preview.html", context)

    def _about_many(self, request, change: AttemptChange, user_ids: Sequence[str]) -> dict:
        own = self.change_url(request, change)
        return {
            **self.admin_site.each_context(request),
            "title": change.say("title"),
            "opts": self.opts,
            "change": change,
            "user_ids": user_ids,
            # With the choice in it, if this is its own address: whoever signs in meanwhile is back.
            "action": request.get_full_path() if request.path == _path(own) else own,
            "back": self.list_url(request),
        }


def _path(url: str) -> str:
    return url.partition("?")[0]


def _with(url: str, **asked: str) -> str:
    """Return an address with more query parameters."""
    return f"{url}{'&' if '?' in url else '?'}{urlencode(asked)}"


def _is_possible(request, user_ids: Sequence[str]) -> bool:
    """Return whether a job may be about so many; tell the operator if it may not."""
    if len(user_ids) > MAX_BULK_ROWS:
        most = _("At most %(most)s students at once. Narrow the list first.")
        messages.error(request, most % {"most": MAX_BULK_ROWS})
    elif not user_ids:
        none = _("Choose 1 to %(most)s students in the list first.")
        messages.warning(request, none % {"most": MAX_BULK_ROWS})
    return 0 < len(user_ids) <= MAX_BULK_ROWS


def is_across(request) -> bool:
    """Return whether all that the list finds are chosen, beyond those on the page."""
    return request.POST.get("select_across") == "1"


def _holds(request, change: AttemptChange) -> bool:
    return request.user.has_flag(flag(change.module, change.requires))
