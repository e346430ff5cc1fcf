"""Writes the licences of what is installed as a file of the app's build."""

from pathlib import Path
from typing import Any

import orjson
from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from backend.config.licences import licences

DEFAULT = settings.BASE_DIR / "frontend" / "public" / "static" / "content" / "licences.json"


class Command(BaseCommand):
    requires_system_checks = ()
    help = "Write the licences of Thaw, of the npm packages in the app and of the Python packages on the server."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path, default=DEFAULT, help="the file (default: %(default)s)")

    def handle(self, *_args: Any, **options: Any) -> None:
        target: Path = options["to"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(orjson.dumps(licences(settings.BASE_DIR)))
        self.stdout.write(f"{target}: {target.stat().st_size} bytes")
