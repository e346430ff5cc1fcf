from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "backend.core"
    label = "core"

    def ready(self) -> None:
        from backend.core.lookups import register  # noqa: PLC0415 - models are there only now

        register()
