"""Tell every phone that this server was restored from a backup."""

from typing import Any

from django.core.management.base import BaseCommand

from backend.sync.services import raise_epochs


class Command(BaseCommand):
    help = "Run once after restoring the database: phones then send again what the backup did not hold."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Raised the epoch of {raise_epochs()} accounts.")
