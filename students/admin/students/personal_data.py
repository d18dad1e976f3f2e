"""The page by which a student's own data are given out (contract §18)."""

from django.contrib import messages
from django.http import FileResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from accounts import throttling
from config.admin.object_views import object_view
from config.errors import DomainError
from config.permissions import Action, Module, flag
from students.models import Student
from students.services.personal_data import file_name, give_personal_data


class PersonalDataMixin:
    """A button for everything that is held about a student, as one file."""

    @object_view(
        description=_("Everything about this person"),
        requires=Action.EXPORT,
        besides=(flag(Module.STUDENT_PERFORMANCE, Action.EXPORT),),
        icon="folder_zip",
    )
    def personal_data(self, request, student: Student):
        try:
            throttling.consume(export=request.user.pk)
            file = give_personal_data(actor=request.user, person=student)
        except DomainError as refusal:
            messages.error(request, refusal.message)
            return HttpResponseRedirect(self.row_url(student))
        return FileResponse(file, as_attachment=True, filename=file_name(student))
