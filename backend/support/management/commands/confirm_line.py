"""An operator says that they have looked at the provider's own word for a crisis line."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from backend.support.crisis_lines import crisis_lines, line_key
from backend.support.models import LineConfirmation
from backend.support.services import UnknownLineError, confirm, is_old, withdraw


class Command(BaseCommand):
    help = "Confirm a crisis line, withdraw a confirmation, or list all lines with theirs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("country", nargs="?", help="e.g. DE")
        parser.add_argument("number", nargs="?", help="as dialled or as printed, e.g. 116123 or '116 123'")
        parser.add_argument("--by", default="", help="who has looked")
        parser.add_argument("--note", default="", help="where, and what it says there")
        parser.add_argument("--withdraw", action="store_true", help="take the confirmation back")
        parser.add_argument("--list", action="store_true", help="list all lines")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["list"]:
            self.stdout.write("\n".join(_listed()))
            return
        if not (options["country"] and options["number"]):
            raise CommandError("Name a country and a number, or --list.")
        key = line_key(options["country"], options["number"])
        said = _withdrawn(key) if options["withdraw"] else _confirmed(key, options["by"].strip(), options["note"])
        self.stdout.write(said)


def _confirmed(key: str, by: str, note: str) -> str:
    if not by:
        raise CommandError('Say who has looked: --by "Name".')
    try:
        row = confirm(line=key, by=by, at=timezone.now(), note=note)
    except UnknownLineError as error:
        raise CommandError(f"There is no line {key}. --list has them all.") from error
    return f"{key}: {_state(row)}."


def _withdrawn(key: str) -> str:
    if not withdraw(line=key):
        raise CommandError(f"{key} was not confirmed.")
    return f"{key}: not confirmed."


def _listed() -> Iterator[str]:
    rows = {row.line: row for row in LineConfirmation.objects.all()}
    for country in crisis_lines().countries.values():
        for line in country["lines"]:
            number = line.get("display") or f"text {line['sms']['display']}"
            parts = (line["key"], number, line.get("service_name", ""), _state(rows.pop(line["key"], None)))
            yield " · ".join(part for part in parts if part)
    for key, row in sorted(rows.items()):
        yield f"{key} · no longer a line here · {_state(row)}"


def _state(row: LineConfirmation | None) -> str:
    if row is None:
        return "not confirmed"
    said = f"confirmed by {row.confirmed_by} on {row.confirmed_at:%Y-%m-%d}"
    return f"{said}, more than half a year ago" if is_old(row, timezone.now()) else said
