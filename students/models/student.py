from typing import Self

from django.db import models
from django.db.models import F, Value

from accounts.models import ProgrammeMembership, User, UserQuerySet, UserStatus
from accounts.models.user import IS_STUDENT
from config.models import FoldCase

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


class StudentManager(models.Manager.from_queryset(StudentQuerySet)):
    def get_queryset(self) -> StudentQuerySet:
        return super().get_queryset().filter(IS_STUDENT)


class Student(User):
    """A user with the Student role who has not been deleted: others do not exist here (G6)."""

    objects = StudentManager()

    class Meta:
        proxy = True
