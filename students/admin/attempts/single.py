"""Changes to one student's attempts: a form, a preview, then the grant or revocation (§9.3)."""

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from unfold.enums import ActionVariant

from config.admin.object_views import object_view
from config.admin.parameters import takes
from config.api.exceptions import as_domain_error
from config.errors import DomainError
from config.ids import new_id
from students.admin.attempts.forms import GRANT, REVOKE, AttemptChange, ChangeForm, counted
from students.models import Student
from students.queries.entitlements import entitlement_of
from students.services.attempts import preview_change


class AttemptPagesMixin:
    """Buttons of a student's page."""

    @object_view(
        description="Grant attempts",
        requires=GRANT.requires,
        module=GRANT.module,
        icon="add",
        variant=ActionVariant.PRIMARY,
    )
    @takes("case_study")
    def grant(self, request, student: Student):
        return self._change(request, student, GRANT)

    @object_view(
        description="Revoke attempts", requires=REVOKE.requires, module=REVOKE.module, icon="remove"
    )
    @takes("case_study")
    def revoke(self, request, student: Student):
        return self._change(request, student, REVOKE)

    def _change(self, request, student: Student, change: AttemptChange):
        """Show the form, then a preview of the result; with the preview's key, make the change."""
        if request.method != "POST":
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
        try:
            if not form.key:
                preview = preview_change(change.to_one, **terms)
                return self._preview_page(request, student, change, form, preview)
            entitlement = change.to_one(**terms, idempotency_key=form.key)
        except (DomainError, IntegrityError) as error:
            refusal = as_domain_error(error)
            if refusal is None:
                raise
            form.show(refusal)
            return self._form_page(request, student, change, form)
        messages.success(
            request,
            f"{counted(form.terms['amount'], 'attempt')} {change.done} for "
            f"“{form.cleaned_data['case_study']}”: {entitlement['attempts_remaining']} of "
            f"{entitlement['total_allowed']} left.",
        )
        return HttpResponseRedirect(self.row_url(student))

    def _form_page(self, request, student: Student, change: AttemptChange, form: ChangeForm):
        context = self._about(request, student, change) | {"form": form}
        return TemplateResponse(request, "admin/students/change_form.html", context)

    def _preview_page(
        self, request, student, change: AttemptChange, form: ChangeForm, preview: dict
    ):
        now = entitlement_of(
            tenant=request.tenant,
            user_id=student.pk,
            case_study_id=form.terms["case_study_id"],
        )
        context = self._about(request, student, change) | {
            "form": form,
            "key": new_id(),
            "figures": [
                (label, getattr(now, name), preview[name]) for name, label in _FIGURES.items()
            ],
            "case_study": form.cleaned_data["case_study"],
            "button": f"{change.verb} {counted(form.terms['amount'], 'attempt')}",
            **form.terms,
        }
        return TemplateResponse(request, "admin/students/change_preview.html", context)

    def _about(self, request, student: Student, change: AttemptChange) -> dict:
        title = f"{change.verb} attempts"
        about = self.page_context(request, student, title)
        return about | {"student": student, "change": change, "subject": student.display_name}


_FIGURES = {
    "base_attempts": "Base allowance",
    "extra_attempts": "Granted in addition",
    "revoked_attempts": "Revoked",
    "total_allowed": "Allowed in all",
    "attempts_used": "Used",
    "attempts_remaining": "Left",
}
