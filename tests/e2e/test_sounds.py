"""The sounds that are made on the phone, rendered as numbers by a real browser and looked at."""

from itertools import pairwise
from math import log10
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.e2e.browser import Phone
from tests.e2e.sounds import bundle, render

LIMIT = 0.25
BACKGROUNDS = ["rain", "waves", "wind", "bowl", "brown"]
LENGTH = 20
BREATHS = [
    cue
    for start in (0, 10)
    for cue in (
        {"kind": "glide", "at": start, "seconds": 4, "from": 0, "to": 1},
        {"kind": "glide", "at": start + 4, "seconds": 6, "from": 1, "to": 0},
    )
]
CUES = [*BREATHS, {"kind": "bell", "at": LENGTH}]


def plan(background: str | None = None, *, tones: bool = False, cues: list[Any] = CUES) -> dict[str, Any]:
    return {"cues": cues, "tones": tones, "background": background, "seconds": LENGTH}


def decibels(level: float) -> float:
    return 20 * log10(level)


@pytest.fixture(scope="module")
def script() -> str:
    return bundle()


@pytest.fixture
def page(phone: Phone, script: str) -> Page:
    page = phone.page()
    page.evaluate(script)
    return page


def test_a_breath_in_rises_and_a_breath_out_falls(page: Page) -> None:
    heard = render(page, plan(tones=True), LENGTH)
    rising = [heard.pitch(at, at + 0.5) for at in (0.5, 1.5, 2.5, 3.3)]
    falling = [heard.pitch(at, at + 0.5) for at in (4.4, 6, 8, 9.4)]
    assert all(one < other for one, other in pairwise(rising))
    assert all(one > other for one, other in pairwise(falling))
    assert 180 <= rising[0] < 200
    assert 240 < rising[-1] <= 260
    assert decibels(heard.peak(0, 10)) <= -24
    # Each turn of the breath is a moment of silence.
    assert heard.peak(3.995, 4.005) < 0.1 * heard.peak(0, 4)


def test_a_held_breath_has_a_soft_tick_and_the_end_a_bell_that_rings_out(page: Page) -> None:
    cues = [{"kind": "tick", "at": 2}, {"kind": "bell", "at": 4}]
    heard = render(page, {**plan(tones=True, cues=cues), "seconds": 4}, 9)
    assert heard.peak(0, 1.99) == 0
    assert 0.01 < heard.peak(2, 2.1) <= 0.06
    assert heard.peak(2.15, 3.99) < 0.001
    assert 0.03 < heard.peak(4, 5) < LIMIT
    assert heard.loud(7.5, 8) < 0.1 * heard.loud(4, 5)
    assert heard.peak(8.1, 9) == 0


def test_every_background_sounds_alike_in_loudness_and_unlike_in_kind(page: Page) -> None:
    loudness, pitches = [], []
    for background in BACKGROUNDS:
        heard = render(page, plan(background), LENGTH + 1)
        loudness.append(decibels(heard.loud(0, LENGTH)))
        pitches.append(heard.pitch(1, LENGTH - 1))
        assert heard.peak(0, LENGTH) <= LIMIT
        assert heard.peak(LENGTH + 0.1, LENGTH + 1) < 0.001, "gone when the practice is"
    assert all(-40 < level < -27 for level in loudness)
    # The ear tells tones apart that lie a tenth from each other.
    ordered = sorted(pitches)
    assert all(higher > 1.1 * lower for lower, higher in pairwise(ordered)), dict(
        zip(BACKGROUNDS, pitches, strict=True)
    )


def test_waves_come_with_the_breath_in_and_go_with_the_breath_out(page: Page) -> None:
    heard = render(page, plan("waves"), LENGTH)
    assert heard.loud(13, 15) > 2 * heard.loud(18.5, 19.5)
    assert heard.loud(13, 15) > 2 * heard.loud(9.3, 10.3)


def test_nothing_is_heard_before_the_start_and_all_fades_in_and_out_without_a_click(page: Page) -> None:
    heard = render(page, plan("brown", tones=True), 6, start=1, stop=4)
    assert heard.peak(0, 1) == 0
    in_between = heard.step(2, 4)
    assert 0 < heard.loud(1, 1.1) < 0.5 * heard.loud(1.4, 2)
    assert heard.step(0.9, 1.4) <= in_between
    assert heard.step(3.9, 6) <= in_between
    assert 0 < heard.loud(4.2, 4.3) < 0.5 * heard.loud(3, 4)
    assert heard.peak(4.32, 6) == 0


def test_however_much_comes_together_it_stays_under_the_limit(page: Page) -> None:
    one = render(page, plan(tones=True, cues=[{"kind": "bell", "at": 1}]), 2).peak(1, 2)
    together = 30
    assert together * one > 8 * LIMIT, "else it proves nothing"
    bells = [{"kind": "bell", "at": 1}] * together
    heard = render(page, plan("rain", tones=True, cues=[*BREATHS, *bells]), 2)
    assert heard.peak(0, 2) <= LIMIT
    assert heard.peak(1, 2) < 4 * one
