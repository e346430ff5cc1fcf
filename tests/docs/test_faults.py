"""Each fault and invariant of sync and of reminders names tests that are there; a planted bug finds what it spoils."""

import re
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from tests.planted.bugs import ON_THE_PHONE, ON_THE_SERVER, Bug

ROOT = Path(__file__).parents[2]
SYNC, REMINDERS = "backend/sync/FAULTS.md", "notifications/FAULTS.md"
LINE = re.compile(r"^\| ([SR]?)(\d+) \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w.-]+)` ([^`]+?)(?=; `|; model|$)")
LATER: dict[str, set[str]] = {SYNC: set(), REMINDERS: set()}


def table(file: str) -> list[tuple[str, str, str]]:
    return LINE.findall((ROOT / file).read_text())


@cache
def texts_of(name: str) -> list[str]:
    files = [*ROOT.glob(f"tests/**/{name}"), *ROOT.glob(f"frontend/tests/**/{name}")]
    return [file.read_text() for file in files]


@pytest.mark.parametrize(
    ("file", "faults", "kind", "invariants"), [(SYNC, 41, "S", 15), (REMINDERS, 28, "R", 12)], ids=["sync", "reminders"]
)
def test_all_faults_and_invariants_are_there(file: str, faults: int, kind: str, invariants: int) -> None:
    numbers = {kind: [int(n) for _, n, _ in lines] for kind, lines in groupby(table(file), lambda line: line[0])}
    assert numbers == {"": [*range(1, faults + 1)], kind: [*range(1, invariants + 1)]}


@pytest.mark.parametrize("file", [SYNC, REMINDERS])
def test_each_is_held_by_tests_that_exist(file: str) -> None:
    for kind, number, held_by in table(file):
        named = NAMED.findall(held_by)
        assert named or "model" in held_by or number in LATER[file], f"nothing holds {kind}{number}"
        for where, name in named:
            holding = [text for text in texts_of(where) if name.strip() in text]
            assert len(holding) == 1, f"{kind}{number}: {where} has no test '{name}', or two have"
        assert ("later:" in held_by) == (not kind and number in LATER[file])


@pytest.mark.parametrize("bug", [*ON_THE_PHONE, *ON_THE_SERVER], ids=lambda bug: bug.name)
def test_what_a_planted_bug_spoils_is_there_once(bug: Bug) -> None:
    assert (ROOT / bug.file).read_text().count(bug.sound) == 1
