import pytest

from backend.support.zones import country_codes, zone_countries

ZONES = zone_countries()
# Names of old that Chromium's ICU reports to this day (Intl.supportedValuesOf('timeZone') in Node 24).
OLD = {
    "Africa/Asmera": "ER",
    "America/Buenos_Aires": "AR",
    "America/Catamarca": "AR",
    "America/Coral_Harbour": "CA",
    "America/Cordoba": "AR",
    "America/Godthab": "GL",
    "America/Indianapolis": "US",
    "America/Jujuy": "AR",
    "America/Louisville": "US",
    "America/Mendoza": "AR",
    "Asia/Calcutta": "IN",
    "Asia/Katmandu": "NP",
    "Asia/Rangoon": "MM",
    "Asia/Saigon": "VN",
    "Atlantic/Faeroe": "FO",
    "Europe/Kiev": "UA",
    "Pacific/Enderbury": "KI",
    "Pacific/Ponape": "FM",
    "Pacific/Truk": "FM",
}


@pytest.mark.parametrize(
    ("zone", "code"),
    [
        ("Europe/Berlin", "DE"),
        ("Europe/Stockholm", "SE"),
        ("Arctic/Longyearbyen", "SJ"),
        ("Africa/Asmara", "ER"),
        ("Atlantic/Reykjavik", "IS"),
        ("America/Puerto_Rico", "PR"),
        ("Asia/Kolkata", "IN"),
    ],
)
def test_a_zone_has_the_country_it_lies_in_and_not_one_that_keeps_the_same_time(zone: str, code: str) -> None:
    assert ZONES[zone] == code


def test_old_names_that_browsers_report_are_known() -> None:
    assert {zone: ZONES.get(zone) for zone in OLD} == OLD


@pytest.mark.parametrize(
    "zone", ["UTC", "Etc/UTC", "Etc/GMT-1", "CET", "EET", "EST", "WET", "HST", "Atlantic/Jan_Mayen"]
)
def test_nothing_is_guessed_from_a_zone_that_no_single_country_keeps(zone: str) -> None:
    assert zone not in ZONES


def test_every_country_is_in_iso_3166() -> None:
    assert set(ZONES.values()) <= country_codes()
    assert len(country_codes()) == 249
