"""The sessions of all students of a tenant (contract §10)."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils import timezone

from accounts.models import User
from accounts.models.user import IS_STUDENT
from students.models import Session, Student
from students.models.sessions import SessionQuerySet
from students.queries.attention import Attention, wanting
from students.queries.of_all import ListOfAll


@dataclass(frozen=True)
class SessionList(ListOfAll):
    """A tenant's sessions, which are filtered, sorted, counted and sliced like a queryset.

    They have begun, and belong to people who are still students. The dates bound the start.
    """

    sort_keys: ClassVar[tuple[str, ...]] = ("started_at",)

    status: str = ""
    grading_status: str = ""
    attention: str = ""

    def count(self) -> int:
        """Return the number of sessions.

        Those of people who are no students any more are few: they are counted by themselves, so
        that the others need no look at whose they are.
        """
        sessions = self._sessions
        others = User.objects.for_tenant(self.tenant).exclude(IS_STUDENT)
        return sessions.count() - sessions.filter(user__in=others.values("pk")).count()

    def __getitem__(self, window: slice) -> list[Any]:
        """Return the sessions of a window with their scores, students and case studies."""
        order = ("-start_time", "-pk") if self.descending else ("start_time", "pk")
        sessions = self._sessions.filter(user__in=self._students).order_by(*order)
        return list(sessions.with_score().select_related("user", "case_study")[window])

    @property
    def _students(self) -> Any:
        return Student.objects.for_tenant(self.tenant).values("pk")

    @property
    def _sessions(self) -> SessionQuerySet:
        """The sessions in no order, whosever they are."""
        sessions = self.narrowed(
            Session.objects.for_tenant(self.tenant).started(),
            "start_time",
            status=self.status,
            grading_status=self.grading_status,
        )
        if self.attention:
            sessions = wanting(sessions, Attention(self.attention), now=timezone.now())
        return sessions
