from django.apps import AppConfig
from django.core.checks import register

from backend.checkins.checks import content_is_valid


class CheckinsConfig(AppConfig):
    name = "backend.checkins"
    label = "checkins"

    def ready(self) -> None:
        register(content_is_valid, "content")
