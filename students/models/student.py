from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User, UserQuerySet, UserStatus
from accounts.models.user import IS_STUDENT

# How a student's status is spelt (contract §1.10): the deleted do not exist here.
STUDENT_STATUSES = [UserStatus.ACTIVE.lower(), UserStatus.INACTIVE.lower()]


_UserManager = models.Manager.from_queryset(UserQuerySet)


class StudentManager(_UserManager["Student"]):
    def get_queryset(self) -> "UserQuerySet[Student]":
        rows: UserQuerySet[Student] = UserQuerySet(self.model, using=self._db)
        return rows.filter(IS_STUDENT)


class Student(User):
    """A user with the Student role who is not deleted: there are no others here (G6)."""

    # Another manager than User's, on purpose: it finds fewer.
    objects: ClassVar = StudentManager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("student")
        verbose_name_plural = _("students")
        proxy = True
