from importlib import import_module

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "backend.config"
    label = "site"

    def ready(self) -> None:
        import_module("backend.config.celery")  # web processes queue letters
