"""From a phone's time zone to a country, as the tz database has it. A guess, which the person can change."""

from functools import cache
from importlib.resources import files

TZDATA = files("tzdata") / "zoneinfo"
# Old names that phones still report, and whose link in the tz database crosses a border.
OLD_NAMES = {
    "Africa/Asmera": "ER",
    "America/Coral_Harbour": "CA",
    "America/Montreal": "CA",
    "America/Nipigon": "CA",
    "America/Thunder_Bay": "CA",
    "Asia/Rangoon": "MM",
    "Pacific/Ponape": "FM",
    "Pacific/Truk": "FM",
}


@cache
def country_codes() -> frozenset[str]:
    """Return the ISO 3166 codes."""
    return frozenset(row[0] for row in _table("iso3166.tab"))


def zone_countries() -> dict[str, str]:
    """Return the country by time zone. A zone of several countries, or of none, is not there."""
    named = {zone: code for code, _place, zone, *_ in _table("zone.tab")}
    return dict(sorted({**_unambiguous_links(), **OLD_NAMES, **named}.items()))


def _unambiguous_links() -> dict[str, str]:
    """Return the country of each other name ('Asia/Calcutta') whose clock only one country keeps."""
    keepers = {zone: codes for codes, _place, zone, *_ in _table("zone1970.tab") if "," not in codes}
    lines = (TZDATA / "tzdata.zi").read_text("utf-8").splitlines()
    links = [line.split() for line in lines if line.startswith("L ")]
    return {name: keepers[zone] for _, zone, name in links if "/" in name and zone in keepers}


def _table(name: str) -> list[list[str]]:
    lines = (TZDATA / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]
