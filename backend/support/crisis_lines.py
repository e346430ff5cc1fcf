"""Whom to call: loaded once from content/lines/<country>.yaml, checked, and put beside what the operator confirmed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import orjson

from backend.core.content import InvalidContentError, Item, read_file, read_folder, schema_faults
from backend.support.zones import country_codes

CONTENT = Path(__file__).parent / "content"
SCHEMA_FILE = "help.schema.json"


@dataclass(frozen=True, slots=True)
class CrisisLines:
    countries: Mapping[str, Item]
    fallback: Item

    def all_keys(self) -> set[str]:
        return {line["key"] for country in self.countries.values() for line in country["lines"]}

    def answer(self, countries: Iterable[Item], confirmed_on: Mapping[str, str]) -> Item:
        """Return what the API says of these countries; `confirmed_on` has the day by the key of a line."""
        return {"countries": [_confirmed(country, confirmed_on) for country in countries], "fallback": self.fallback}


def load(content: Path = CONTENT) -> CrisisLines:
    """Return all countries and the fallback. Raises InvalidContentError."""
    definitions = orjson.loads((content / SCHEMA_FILE).read_bytes())["$defs"]
    written, fallback = read_folder(content / "lines"), read_file(content / "fallback.yaml")
    faults = [
        *schema_faults({"$defs": definitions, "$ref": "#/$defs/Country"}, written),
        *schema_faults({"$defs": definitions, "$ref": "#/$defs/Fallback"}, {"fallback": fallback}),
    ]
    # What holds between fields can only be read once each field has its shape.
    faults = faults or [f"{code}: {fault}" for code, item in written.items() for fault in _faults(code, item)]
    if faults:
        raise InvalidContentError(faults)
    return CrisisLines({code: _keyed(code, item) for code, item in written.items()}, fallback)


@cache
def crisis_lines() -> CrisisLines:
    return load()


def line_key(code: str, number: str) -> str:
    """Return the key of a line, for a number as dialled or as printed: 'DE:116123'."""
    return f"{code.upper()}:{_dialled(number)}"


def _keyed(code: str, item: Item) -> Item:
    lines = [{"key": line_key(code, _number(line)), **line} for line in item["lines"]]
    return {"country": code, **item, "lines": lines}


def _confirmed(country: Item, confirmed_on: Mapping[str, str]) -> Item:
    lines = [{**line, "confirmed": _confirmation(confirmed_on.get(line["key"]))} for line in country["lines"]]
    return {**country, "lines": lines}


def _confirmation(day: str | None) -> Item | None:
    return {"on": day} if day else None


def _number(line: Item) -> str:
    return str(line.get("dial") or line["sms"]["to"])


def _dialled(display: str) -> str:
    return re.sub(r"[^0-9*#+]", "", display)


def _faults(code: str, item: Item) -> Iterator[str]:
    if code not in country_codes():
        yield "the file's name is no ISO 3166 country"
    if bool(item["lines"]) != ("status" in item):
        yield "status: is there if, and only if, there are lines"
    for line in item["lines"]:
        yield from _line_faults(line)
    numbers = [_number(line) for line in item["lines"] if "dial" in line or "sms" in line]
    if len(numbers) != len(set(numbers)):
        yield "lines: a number stands there twice"


def _line_faults(line: Item) -> Iterator[str]:
    name = line.get("display") or line.get("service_name")
    if "dial" not in line and "sms" not in line:
        yield f"{name}: has no number, neither to call nor to write to"
    if _dialled(line.get("display", "")) != line.get("dial", "") + line.get("extension", ""):
        yield f"{name}: what is dialled is not what is printed"
    if "sms" in line and _dialled(line["sms"]["display"]) != line["sms"]["to"]:
        yield f"{line['sms']['display']}: what is written to is not what is printed"
