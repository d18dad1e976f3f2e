from django.db import models

from accounts.models import User, UserQuerySet, UserStatus
from accounts.models.user import IS_STUDENT

# How a student's status is spelt (contract §1.10): the deleted do not exist here.
STUDENT_STATUSES = [UserStatus.ACTIVE.lower(), UserStatus.INACTIVE.lower()]


class StudentManager(models.Manager.from_queryset(UserQuerySet)):
    def get_queryset(self) -> UserQuerySet:
        return super().get_queryset().filter(IS_STUDENT)


class Student(User):
    """A user with the Student role who has not been deleted: others do not exist here (G6)."""

    objects = StudentManager()

    class Meta:
        proxy = True
