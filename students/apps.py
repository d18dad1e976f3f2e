from django.apps import AppConfig


class StudentsConfig(AppConfig):
    name = "students"

    def ready(self) -> None:
        """Let the worker's tasks hear what is to be done for the services."""
        from students import tasks  # noqa: F401 - importing connects it
