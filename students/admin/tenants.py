"""What a change of the attempts per student does, said before it is done (contract §19)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.admin.tenants import TestedTenantAdmin
from config.admin.forms import ConsoleModelForm
from students.queries.allowance import AllowanceEffect, effect_of_allowance
from students.queries.entitlements import DEFAULT_BASE_ATTEMPTS

# The field by which a form says which effect its operator has seen.
SEEN = "effect_seen"

_NAME = "max_sessions_per_student"


class AllowanceForm(ConsoleModelForm):
    """The AI settings; saved once the operator has seen what another number of attempts does."""

    effect: AllowanceEffect | None = None

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields[_NAME].help_text = _(
            "From 1 to 100. Empty means %(default)s. Grants come on top. What a change does is "
            "shown before it is saved."
        ) % {"default": DEFAULT_BASE_ATTEMPTS}

    def is_valid(self) -> bool:
        """Return whether it may be saved: what it would do has been shown, if it does anything."""
        if not super().is_valid():
            return False
        if _NAME not in self.changed_data:
            return True
        effect = effect_of_allowance(self.instance.tenant, self.cleaned_data[_NAME])
        if effect.before == effect.after or self.data.get(SEEN) == effect.key:
            return True
        self.effect = effect
        return False

    @property
    def consequences(self) -> list[str]:
        return list(sentences(self.effect)) if self.effect else []


def sentences(effect: AllowanceEffect) -> Iterator[str]:
    """Yield what a change of the attempts does, in sentences for the operator."""
    about = {"before": effect.before, "after": effect.after}
    yield _("Attempts per student and case study: %(after)s in place of %(before)s.") % about
    more = effect.after - effect.before
    about = {"students": f"{effect.students:,}", "number": abs(more)}
    if more > 0:
        text = ngettext(
            "Every student gets %(number)s attempt more at every case study, but those with "
            "unlimited sessions. Students in all: %(students)s.",
            "Every student gets %(number)s attempts more at every case study, but those with "
            "unlimited sessions. Students in all: %(students)s.",
            more,
        )
    else:
        text = ngettext(
            "Every student loses %(number)s attempt at every case study, but those with unlimited "
            "sessions. Students in all: %(students)s.",
            "Every student loses %(number)s attempts at every case study, but those with unlimited "
            "sessions. Students in all: %(students)s.",
            -more,
        )
    yield text % about
    count = effect.gaining if more > 0 else effect.losing
    number = f"{count:,}" if effect.is_complete else _("at least %(n)s") % {"n": f"{count:,}"}
    if more > 0:
        text = ngettext(
            "No attempt remaining at a case study now, and some afterwards: %(number)s student.",
            "No attempt remaining at a case study now, and some afterwards: %(number)s students.",
            count,
        )
    else:
        text = ngettext(
            "Attempts remaining at a case study now, and none afterwards: %(number)s student.",
            "Attempts remaining at a case study now, and none afterwards: %(number)s students.",
            count,
        )
    yield text % {"number": number}
    yield _("Sessions that are under way go on, and nothing that was done is lost.")


# The page of tenants belongs to the app ``tenants``; only this app knows about attempts.
class AllowanceTenantAdmin(TestedTenantAdmin):
    """All universities, with the effect of another number of attempts."""

    ai_form = AllowanceForm
