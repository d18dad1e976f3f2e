"""``manage.py verify_panel``: the old name of a part of ``verify_derived``, for one release."""

from students.management.commands import verify_derived


class Command(verify_derived.Command):
    groups = (verify_derived.OF_STUDENTS,)
