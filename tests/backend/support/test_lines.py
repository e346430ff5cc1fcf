"""The numbers themselves. A wrong one is worse than none, so what may be printed is written down here a second time."""

import re
from datetime import date
from typing import Any

import phonenumbers
import pytest
from phonenumbers import NumberParseException, shortnumberinfo

from backend.support.crisis_lines import crisis_lines

COUNTRIES = crisis_lines().countries
LINES = {line["key"]: line for country in COUNTRIES.values() for line in country["lines"]}
WEEK = [1, 2, 3, 4, 5, 6, 7]

A = "AR AT AU BD BE BN BR CA CH DE ES FR GB HK IE IL IN KE MX MY NL NO NZ PH PL SE SG US ZA"
B = "CL CN CO CZ DK EE FI HU ID IR IS IT JP KR LB LT PT SI TH TW UA UY"
EMERGENCY_ONLY = "CY EC EG FJ GH GR HR LK LU LV MT PE PK RO RS RU SK TR"
FREE = {"BR:188", "DE:08001110111", "DE:08001110222", "DE:116123", "FR:3114", "GB:116123"}
TIMES = {
    "BD:+8809612119911": [{"days": WEEK, "from": "15:00", "to": "03:00"}],
    "EE:6555688": [{"days": WEEK, "from": "19:00", "to": "07:00"}],
    "EE:6558088": [{"days": WEEK, "from": "19:00", "to": "07:00"}],
    "IN:9152987821": [{"days": [1, 2, 3, 4, 5, 6], "from": "10:00", "to": "20:00"}],
    "IR:1480": [{"days": WEEK, "from": "06:00", "to": "21:00"}],
    "JP:0120783556": [{"days": WEEK, "from": "16:00", "to": "21:00"}],
    "KE:+254722178177": [{"days": [1, 2, 3, 4, 5], "from": "09:00", "to": "17:00"}],
    "MY:15555": [{"days": WEEK, "from": "08:00", "to": "24:00"}],
}
NOT_KNOWN_FOR_CERTAIN = {
    *("AR:01152751135", "AR:08003451435", "AR:135", "BN:145", "CL:*4141", "CL:6003607777", "DK:70201201", "IS:1717"),
    *("IT:0223272327", "JP:08003008355", "LB:1564", "PL:116123", "PT:213544545", "TH:1323", "TW:1925", "TW:1995"),
    *("UA:0800602019", "UA:7333"),
}
TEXTS = {
    "AU:131114": ("0477131114", "0477 13 11 14", []),
    "CA:686868": ("686868", "686868", ["HOME", "PARLER"]),
    "CA:988": ("988", "988", []),
    "GB:85258": ("85258", "85258", ["SHOUT"]),
    "IE:50808": ("50808", "50808", ["HELLO"]),
    "NZ:1737": ("1737", "1737", []),
    "NZ:4357": ("4357", "4357", []),
    "US:741741": ("741741", "741741", ["HOME"]),
    "US:988": ("988", "988", []),
    "ZA:31393": ("31393", "31393", []),
}
# Read elsewhere, and missing in libphonenumber, which is not complete for short numbers.
NOT_IN_LIBPHONENUMBER = {
    *("AR:135", "BN:145", "BR:188", "CL:*4141", "IN:14416", "KR:109", "LB:1564", "NL:113", "PH:1553", "TW:1925"),
    *("UA:7333", "UY:*0767"),
}


def digits(printed: str) -> str:
    return re.sub(r"[^0-9*#+]", "", printed)


def libphonenumber_knows(code: str, number: str) -> bool:
    try:
        parsed = phonenumbers.parse(number, code)
    except NumberParseException:
        return False
    is_long = phonenumbers.is_valid_number_for_region(parsed, code)
    return is_long or shortnumberinfo.is_valid_short_number_for_region(parsed, code)


each_country = pytest.mark.parametrize("country", COUNTRIES.values(), ids=COUNTRIES.keys())
each_line = pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())


def test_only_rows_graded_a_or_b_have_lines() -> None:
    grades = {code: country.get("status") for code, country in COUNTRIES.items()}
    assert grades == {
        **dict.fromkeys(A.split(), "A"),
        **dict.fromkeys(B.split(), "B"),
        **dict.fromkeys(EMERGENCY_ONLY.split()),
    }
    assert [code for code, country in COUNTRIES.items() if not country["lines"]] == EMERGENCY_ONLY.split()


def test_no_line_is_lost_or_added_unseen() -> None:
    assert len(LINES) == 89


@each_country
def test_every_row_says_where_and_when_it_was_read(country: dict[str, Any]) -> None:
    assert date.fromisoformat(country["read_on"]) == date(2026, 11, 23)
    assert country["sources"]


@each_country
def test_every_emergency_number_is_one_there(country: dict[str, Any]) -> None:
    numbers = [number["dial"] for number in country["emergency"]]
    assert numbers
    assert [n for n in numbers if not shortnumberinfo.is_emergency_number(n, country["country"])] == []


def test_an_emergency_number_says_what_it_is_for_where_that_was_read() -> None:
    said = {
        f"{code}:{number['dial']}": number["for"]
        for code, country in COUNTRIES.items()
        for number in country["emergency"]
        if "for" in number
    }
    assert said == {
        "BN:991": "ambulance",
        "DE:110": "police",
        "EG:123": "ambulance",
        "GH:193": "ambulance",
        "IL:101": "ambulance",
        "NO:113": "medical",
    }


@each_line
def test_a_link_dials_what_is_printed(line: dict[str, Any]) -> None:
    if "dial" in line:
        assert digits(line["display"]) == line["dial"] + line.get("extension", "")
    else:
        assert "display" not in line


def test_only_one_number_asks_for_a_key_after_the_call_is_answered() -> None:
    asked = {key: (line["display"], line["extension"]) for key, line in LINES.items() if "extension" in line}
    assert asked == {"ID:119": ("119 ext 8", "8")}


@each_line
def test_a_number_exists_in_its_country(line: dict[str, Any]) -> None:
    code = line["key"].partition(":")[0]
    numbers = [number for number in (line.get("dial"), line.get("sms", {}).get("to")) if number]
    unknown = {f"{code}:{number}" for number in numbers if not libphonenumber_knows(code, number)}
    assert unknown == {line["key"]} & NOT_IN_LIBPHONENUMBER


def test_free_is_only_said_where_a_provider_or_a_government_says_so() -> None:
    assert {key for key, line in LINES.items() if "free" in line} == FREE


def test_hours_are_never_invented() -> None:
    hours = {key: line["hours"] for key, line in LINES.items()}
    assert {key: said for key, said in hours.items() if isinstance(said, list)} == TIMES
    assert {key for key, said in hours.items() if said == "check"} == NOT_KNOWN_FOR_CERTAIN


def test_a_text_goes_to_the_number_that_is_printed_and_begins_with_the_word_it_needs() -> None:
    texts = {key: line["sms"] for key, line in LINES.items() if "sms" in line}
    assert {key: (sms["to"], sms["display"], sms["keywords"]) for key, sms in texts.items()} == TEXTS
    assert [key for key, sms in texts.items() if digits(sms["display"]) != sms["to"]] == []


def test_whom_a_number_is_not_for_is_said() -> None:
    names = ("audience", "from", "region")
    limits = {key: {name: line[name] for name in names if name in line} for key, line in LINES.items()}
    assert {key: limit for key, limit in limits.items() if limit} == {
        "AR:135": {"region": "CABA, GBA and several provinces"},
        "CL:*4141": {"from": "mobile"},
        "CN:01082951332": {"region": "Beijing"},
        "CO:106": {"region": "some regions"},
        "LT:880028888": {"audience": "youth"},
        "PH:1553": {"from": "landline"},
    }


def test_everywhere_else_two_live_directories_are_linked() -> None:
    assert crisis_lines().fallback == {
        "directories": [
            {"name": "Find A Helpline", "url": "https://findahelpline.com"},
            {"name": "Befrienders Worldwide", "url": "https://befrienders.org"},
        ]
    }
