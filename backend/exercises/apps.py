from django.apps import AppConfig
from django.core.checks import register

from backend.exercises.checks import content_is_valid


class ExercisesConfig(AppConfig):
    name = "backend.exercises"
    label = "exercises"

    def ready(self) -> None:
        register(content_is_valid, "content")
