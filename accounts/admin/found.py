"""Users, and the pages of one's own account, in the search of the whole console."""

from typing import ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User, UserStatus
from config.admin.search import Found, SearchedPageMixin


class FoundUsersMixin(SearchedPageMixin):
    """Staff, as in the list: the newest first."""

    pages_of_ones_own: ClassVar = {
        "accounts_user_profile": gettext_lazy("Your profile"),
        "accounts_user_sessions": gettext_lazy("Where you are signed in"),
        "accounts_user_second_factor": gettext_lazy("Your second factor"),
    }

    def find(self, request, text, most):
        staff = User.objects.for_tenant(request.tenant).with_console_access()
        return staff.search(text).select_related("role").newest_first()[:most]

    def as_found(self, user):
        told = [user.email, user.role.name if user.role else ""]
        if user.status != UserStatus.ACTIVE:
            told.append(_("deleted") if user.status == UserStatus.DELETED else _("inactive"))
        return Found(user.display_name, self.row_url(user), " · ".join(filter(None, told)))
