"""Writes all content as the files that the app's build precaches."""

from pathlib import Path
from typing import Any

import orjson
from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from backend.checkins.vocabulary import vocabulary
from backend.exercises.catalogue import catalogue
from backend.support.crisis_lines import crisis_lines
from backend.support.modalities import modalities
from backend.support.understanding import understanding
from backend.support.zones import zone_countries

DEFAULT = settings.BASE_DIR / "frontend" / "public" / "static" / "content"


class Command(BaseCommand):
    requires_system_checks = ("content",)
    help = (
        "Write exercises, words for feelings, kinds of therapy, the cards of Understand and crisis lines as the API "
        "answers them, and the country of each time zone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path, default=DEFAULT, help="the folder (default: %(default)s)")

    def handle(self, *_args: Any, **options: Any) -> None:
        folder: Path = options["to"]
        folder.mkdir(parents=True, exist_ok=True)
        for name, body in _files().items():
            (folder / name).write_bytes(body)
            self.stdout.write(f"{folder / name}: {len(body)} bytes")


def _files() -> dict[str, bytes]:
    lines = crisis_lines()
    return {
        **{f"exercises.{language}.json": shelves.listed.body for language, shelves in catalogue().items()},
        **{f"vocabulary.{language}.json": words.body for language, words in vocabulary().items()},
        **{f"modalities.{language}.json": cards.body for language, cards in modalities().items()},
        **{f"understanding.{language}.json": cards.body for language, cards in understanding().items()},
        # Confirmations are this server's, and change while the file lies on phones: the API alone has them.
        "lines.json": orjson.dumps(lines.answer(lines.countries.values(), {})),
        "zones.json": orjson.dumps(zone_countries()),
    }
