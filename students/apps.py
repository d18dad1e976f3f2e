from django.apps import AppConfig

from config.permissions import Action, Module, flag


class StudentsConfig(AppConfig):
    name = "students"

    def ready(self) -> None:
        """Import the worker's tasks, which then listen to the services' signals."""
        from students import tasks  # noqa: F401 - importing connects it
        from students.queries.known import (
            bulk_jobs,
            ledger_lines_of,
            sessions_of,
            students_called,
        )
        from tenants.queries import known

        known.names["bulk_job"] = bulk_jobs
        known.finders.append(students_called)
        known.rows_about_people += [
            (flag(Module.ATTEMPT_MANAGEMENT, Action.VIEW), ledger_lines_of),
            (flag(Module.STUDENT_PERFORMANCE, Action.VIEW), sessions_of),
        ]
