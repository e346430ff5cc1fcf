from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "backend.config"
    label = "site"
