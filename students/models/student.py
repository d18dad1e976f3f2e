from typing import Self

from django.db import models
from django.db.models import Count, F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.models import ProgrammeMembership, User, UserQuerySet, UserStatus
from accounts.models.user import IS_STUDENT
from config.models import FoldCase
from programmes.models import CaseStudyProgramme, programme_entries

# How a student's status is spelt (contract §1.10): the deleted do not exist here.
STUDENT_STATUSES = [UserStatus.ACTIVE.lower(), UserStatus.INACTIVE.lower()]


class StudentQuerySet(UserQuerySet):
    """The students panel's vocabulary (contract §8)."""

    def search(self, text: str) -> Self:
        """Keep students whose first, last or full name or e-mail contains the text, in any case."""
        if "\n" in text:  # what parts search_text's parts is in none of them
            return self.none()
        return self.filter(search_entry__text__contains=FoldCase(Value(text)))

    def in_programme(self, code: str) -> Self:
        """Keep students enrolled in the programme with this code; none for an unknown one."""
        return self.filter(
            pk__in=ProgrammeMembership.objects.filter(programme__code=code).values("user")
        )

    def with_programme_sort_key(self) -> Self:
        """Let lists sort by ``sort_programme``, the programmes' names in code order; null without.

        An alias: it costs nothing where nobody sorts by it.
        """
        return self.alias(sort_programme=F("programme_set__sort_label"))

    def with_programmes(self) -> Self:
        """Add ``programme_list``: [{code, name}] in code order."""
        return self.annotate(programme_list=programme_entries(_memberships()))

    def with_panel_columns(self) -> Self:
        """Add what a line of the panel shows beside the student's own columns."""
        return self.with_programmes().with_overall_case_studies()

    def with_overall_case_studies(self) -> Self:
        """Add ``overall_case_studies``: distinct active case studies that share a programme."""
        shared = CaseStudyProgramme.objects.filter(
            programme__in=_memberships(outer=2).values("programme"), case_study__is_active=True
        )
        counted = shared.order_by().values("tenant").annotate(n=Count("case_study", distinct=True))
        return self.annotate(overall_case_studies=Coalesce(Subquery(counted.values("n")), Value(0)))


def _memberships(outer: int = 1):
    """Return the memberships of the student that is ``outer`` queries further out."""
    student = OuterRef("pk")
    for _ in range(outer - 1):
        student = OuterRef(student)
    return ProgrammeMembership.objects.filter(user=student)


class StudentManager(models.Manager.from_queryset(StudentQuerySet)):
    def get_queryset(self) -> StudentQuerySet:
        return super().get_queryset().filter(IS_STUDENT)


class Student(User):
    """A user with the Student role who has not been deleted: others do not exist here (G6)."""

    objects = StudentManager()

    class Meta:
        proxy = True
