from django.apps import AppConfig
from django.core.checks import register

from backend.support.checks import content_is_valid


class SupportConfig(AppConfig):
    name = "backend.support"
    label = "support"

    def ready(self) -> None:
        register(content_is_valid, "content")
