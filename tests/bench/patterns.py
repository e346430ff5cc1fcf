"""`make bench-patterns`: Patterns on a phone with ten years of check-ins, next to one with two hundred; and the steps.

A cold page served by a warm worker, on a quarter of the processor. Nothing here is asserted; the last line is for
programs.
"""

from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from playwright.sync_api import Playwright, expect, sync_playwright

from backend.config.bootstrap import say
from tests.bench.cold_start import CLOCK
from tests.bench.saves import save_p95_ms
from tests.bench.steps import step_taps_ms
from tests.bench.taps import LATEST, WATCH, slow
from tests.bench.years import fill
from tests.e2e.browser import Phone, controlled
from tests.e2e.site import Site

MANY, FEW = 20_000, 200
ROUNDS = 7
CHART = "main .chart svg path.dots[d^=M]"
# The taps of one round: each length of time, and some turns in it.
TAPS = ["Year", "The year before", "The year after", "Month", "The month before", "The month before", "Week"]
TAPS += ["The week before", "The week after", "Year", "Week", "Month"]


def main() -> None:
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        site = Site(folder / "site")
        site.start()
        try:
            few = lived(playwright, folder / "few", site.url, FEW)
            opened_few = opens_ms(few)
            few.close()
            many = lived(playwright, folder / "many", site.url, MANY)
            opened_many = opens_ms(many)
            taps = taps_ms(many)
            many.close()
            taps += step_taps_ms(playwright, folder / "steps", site.url)
            saves = save_p95_ms(playwright, folder / "many", site.url)
        finally:
            site.stop()
    print(
        f"open_{MANY}_ms={opened_many} open_{FEW}_ms={opened_few} "
        f"inp_p95_ms={round(quantiles(taps, n=20)[-1])} save_p95_ms={saves}"
    )


def lived(playwright: Playwright, profile: Path, url: str, count: int) -> Phone:
    """Return a phone with so many check-ins over ten years, written where the app itself writes."""
    phone = Phone(playwright, profile, url)
    page = controlled(phone.open("/patterns"))
    expect(page.get_by_role("heading", name="In words")).to_be_visible()
    fill(page, count)
    phone.close()
    return phone


def opens_ms(phone: Phone) -> int:
    """Return the median time from the navigation to the frame that has the chart, each in a new browser."""
    took = [open_ms(phone) for _ in range(1 + ROUNDS)][1:]  # the first one warms the disk
    print(f"  opens: {[round(each) for each in took]} ms", flush=True)
    return round(median(took))


def open_ms(phone: Phone) -> float:
    """Start the browser, wake the worker with another screen, then open Patterns in a page of its own."""
    phone.start()
    controlled(phone.open("/help"))
    page = slow(phone, phone.context.new_page())  # type: ignore[union-attr]
    page.add_init_script(CLOCK % CHART)
    page.goto(f"{phone.url}/patterns", wait_until="commit")
    took: float = page.evaluate("window.usableMs")
    phone.close()
    return took


def taps_ms(phone: Phone) -> list[float]:
    """Return how long each tap on a length of time, or on earlier and later, took to be answered on the screen."""
    page = slow(phone, phone.open("/patterns"))
    expect(page.locator(CHART)).to_be_attached()
    page.evaluate(WATCH)
    for _ in range(ROUNDS):
        for name in TAPS:
            page.get_by_role("button", name=name, exact=True).click()
    taps: list[float] = page.evaluate(LATEST)
    phone_taps = ROUNDS * len(TAPS)
    print(f"  taps: {len(taps)} of {phone_taps} over 16 ms, slowest {max(taps):.0f} ms", flush=True)
    return taps + [16.0] * (phone_taps - len(taps))


if __name__ == "__main__":
    say(main)
