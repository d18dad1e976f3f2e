"""Changes to one student's attempts: a form, a preview, then the grant or revocation (§9.3)."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from unfold.enums import ActionVariant

from config.admin.object_views import object_view
from config.admin.parameters import takes
from students.admin.attempts import previews
from students.admin.attempts.forms import GRANT, REVOKE, AttemptChange, ChangeForm
from students.admin.attempts.previews import CHANGE, PREVIEW
from students.models import Student
from students.queries.entitlements import entitlement_of
from students.services.attempts import preview_change


class AttemptPagesMixin:
    """Buttons of a student's page."""

    @object_view(
        description=_("Grant attempts"),
        requires=GRANT.requires,
        module=GRANT.module,
        icon="add",
        variant=ActionVariant.PRIMARY,
    )
    @takes("case_study", PREVIEW, CHANGE)
    def grant(self, request, student: Student):
        return self._change(request, student, GRANT)

    @object_view(
        description=_("Revoke attempts"),
        requires=REVOKE.requires,
        module=REVOKE.module,
        icon="remove",
        variant=ActionVariant.DANGER,
    )
    @takes("case_study", PREVIEW, CHANGE)
    def revoke(self, request, student: Student):
        return self._change(request, student, REVOKE)

    def _change(self, request, student: Student, change: AttemptChange):
        """Show the form, then a preview of the result; with the preview's key, make the change.

        Each of the three has an address of its own, so that Back never sends a form again.
        """
        if request.method != "POST":
            if PREVIEW in request.GET or CHANGE in request.GET:
                return self._kept_page(request, student, change)
            asked = {"case_study": request.GET.get("case_study")}
            return self._form_page(
                request, student, change, change.form_class(initial=asked, tenant=request.tenant)
            )
        form = change.form_class(request.POST, tenant=request.tenant)
        if not form.is_valid() or "again" in request.POST:
            return self._form_page(request, student, change, form)
        terms = {
            "actor": request.user,
            "tenant": request.tenant,
            "user_id": student.pk,
            **form.terms,
        }
        with form.showing_rejections():
            if not form.key:
                preview_change(change.to_one, **terms)
                key = previews.keep(request.session, _about(student, change), form)
                return HttpResponseRedirect(f"{request.path}?{PREVIEW}={key}")
            entitlement = change.to_one(**terms, idempotency_key=form.key)
            previews.settle(request.session, form.key)
            messages.success(
                request,
                change.say(
                    "done",
                    form.terms["amount"],
                    case_study=form.cleaned_data["case_study"],
                    left=entitlement["attempts_remaining"],
                    total=entitlement["total_allowed"],
                ),
            )
            return HttpResponseRedirect(self.row_url(student))
        return self._form_page(request, student, change, form)

    def _kept_page(self, request, student: Student, change: AttemptChange):
        """Show a preview again, or its form; lead to the student once it is done."""
        key = request.GET.get(PREVIEW) or request.GET.get(CHANGE)
        if previews.is_settled(request.session, key):
            return HttpResponseRedirect(self.row_url(student))
        asked = previews.find(request.session, _about(student, change), key)
        if asked is None:
            return HttpResponseRedirect(request.path)
        form = change.form_class(asked, tenant=request.tenant)
        if not form.is_valid() or CHANGE in request.GET:
            return self._form_page(request, student, change, form)
        terms = {"actor": request.user, "tenant": request.tenant, "user_id": student.pk}
        with form.showing_rejections():
            preview = preview_change(change.to_one, **terms, **form.terms)
            return self._preview_page(request, student, change, form, preview=preview, key=key)
        return self._form_page(request, student, change, form)

    def _form_page(self, request, student: Student, change: AttemptChange, form: ChangeForm):
        intro = change.say("intro", subject=student.display_name)
        context = self._about(request, student, change) | {"form": form, "intro": intro}
        return TemplateResponse(request, "admin/students/attempts_form.html", context)

    def _preview_page(
        self, request, student, change: AttemptChange, form: ChangeForm, *, preview: dict, key: str
    ):
        now = entitlement_of(
            tenant=request.tenant,
            user_id=student.pk,
            case_study_id=form.terms["case_study_id"],
        )
        context = self._about(request, student, change) | {
            "form": form,
            "key": key,
            "change_url": f"?{CHANGE}={key}",
            "figures": [
                (label, getattr(now, name), preview[name]) for name, label in _FIGURES.items()
            ],
            "question": change.say(
                "question",
                form.terms["amount"],
                case_study=form.cleaned_data["case_study"],
                subject=student.display_name,
            ),
            "button": change.say("button", form.terms["amount"]),
            **form.terms,
        }
        return TemplateResponse(request, "admin/students/attempts_preview.html", context)

    def _about(self, request, student: Student, change: AttemptChange) -> dict:
        about = self.page_context(request, student, change.say("title"))
        return about | {"student": student, "change": change}


def _about(student: Student, change: AttemptChange) -> str:
    return f"{change.name} {student.pk}"


_FIGURES = {
    "base_attempts": _("Base allowance"),
    "extra_attempts": _("Granted in addition"),
    "revoked_attempts": _("Revoked"),
    "total_allowed": _("Allowed in all"),
    "attempts_used": _("Used"),
    "attempts_remaining": _("Remaining"),
}
