"""How soon each step of a check-in answers a tap, on a phone a quarter as fast as this machine."""

from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

from playwright.sync_api import Page, Playwright, expect

from tests.bench.taps import LATEST, WATCH, slow
from tests.e2e.browser import Phone, controlled
from tests.e2e.steps import check_in

TAPS = 12


def press(*names: str) -> Callable[[Page], None]:
    """Tap buttons in turn, so many times in all."""

    def tap(page: Page) -> None:
        for turn in range(TAPS):
            page.get_by_role("button", name=names[turn % len(names)], exact=True).first.click()

    return tap


def plane(page: Page) -> None:
    box = page.locator(".plane").bounding_box()
    assert box
    for turn in range(TAPS):
        part = (turn + 1) / (TAPS + 1)
        page.mouse.click(box["x"] + box["width"] * part, box["y"] + box["height"] * part)


def slide(page: Page) -> None:
    box = page.get_by_role("slider").first.bounding_box()
    assert box
    for turn in range(TAPS):
        page.mouse.click(box["x"] + box["width"] * (turn % 11 + 0.5) / 11, box["y"] + box["height"] / 2)


def body(page: Page) -> None:
    for turn, mark in enumerate(["blank", "warm", "tight", "aching"] * (TAPS // 4)):
        page.get_by_role("button", name=mark, exact=True).click()
        page.get_by_role("button", name=("Chest", "Belly", "Left hand")[turn % 3]).first.click()


def switches(page: Page) -> None:
    for turn in range(TAPS):
        page.get_by_role("switch").nth(turn % 4).click()


STEPS: dict[str, Callable[[Page], None]] = {
    "world": slide,
    "energy": plane,
    "words": press("cool", "heavy", "grey", "woolly", "warm", "rain"),
    "body": body,
    "around": press("people", "work", "music"),
    "experiences": press("On autopilot, going through the motions", "What used to matter leaves me cold"),
    "habits": switches,
}


def step_taps_ms(playwright: Playwright, profile: Path, url: str) -> list[float]:
    """Return how long every tap took to be answered on the screen; print each step's 95th percentile."""
    phone = Phone(playwright, profile, url)
    page = controlled(phone.open())
    check_in(page)
    page.get_by_role("link", name="Go on").click()
    expect(page.get_by_role("slider")).to_be_visible()
    record = page.url.rsplit("/", 1)[0]
    slow(phone, page)
    taps: list[float] = []
    for step, answer in STEPS.items():
        page.goto(f"{record}/{step}", wait_until="networkidle")
        page.evaluate(WATCH)
        answer(page)
        took: list[float] = page.evaluate(LATEST)
        told = quantiles([16.0, *took], n=20)[-1]
        print(f"  {step}: p95 {told:.0f} ms, slowest {max([16.0, *took]):.0f} ms", flush=True)
        taps += took
    phone.close()
    return taps
