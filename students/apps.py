from django.apps import AppConfig


class StudentsConfig(AppConfig):
    name = "students"

    def ready(self) -> None:
        """Import the worker's tasks, which then listen to the services' signals."""
        from students import tasks  # noqa: F401 - importing connects it
