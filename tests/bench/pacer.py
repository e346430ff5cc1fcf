"""`make bench-pacer`: how evenly the breath moves on a phone a quarter as fast as this machine.

Frames are counted where they are drawn, by the compositor (DrawFrame in a trace), and beside that as the page's own
thread sees them (requestAnimationFrame). Then once more while that thread has no time at all: the breath goes on
without it. Nothing is asserted; the last line is for programs.
"""

from itertools import pairwise
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page, Playwright, expect, sync_playwright

from backend.config.bootstrap import say
from tests.bench.taps import slow
from tests.e2e.browser import Phone, controlled
from tests.e2e.site import Site

SECONDS = 10
PATH = "/practise/longer-out-breath/go"
TRACE = {"includedCategories": ["devtools.timeline.frame", "disabled-by-default-devtools.timeline.frame"]}
# The times between the frames that the page's thread is asked for, in milliseconds.
ASK = """
(seconds) => new Promise((done) => {
  const deltas = []
  const frame = (begun, last) => requestAnimationFrame((now) => {
    deltas.push(now - last)
    if (now - begun < seconds * 1000) frame(begun, now)
    else done(deltas)
  })
  requestAnimationFrame((now) => frame(now, now))
})
"""
# Nothing else gets a turn for 200 of 250 ms.
BUSY = """
(seconds) => new Promise((done) => {
  const until = performance.now() + seconds * 1000
  const work = () => {
    const end = performance.now() + 200
    while (performance.now() < end);
    if (performance.now() < until) setTimeout(work, 50)
    else done(true)
  }
  work()
})
"""


def main() -> None:
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        site = Site(folder / "site")
        site.start()
        try:
            measure(playwright, folder / "phone", site.url)
        finally:
            site.stop()


def measure(playwright: Playwright, profile: Path, url: str) -> None:
    phone = Phone(playwright, profile, url, reduced_motion="no-preference")
    page = breathing(phone)
    asked: list[float] = page.evaluate(ASK, SECONDS)
    drawn = frames_ms(phone, page, f"new Promise((done) => setTimeout(done, {SECONDS * 1000}))")
    busy = frames_ms(phone, page, f"({BUSY})({SECONDS})")
    phone.close()
    print(f"  asked for by the page: {fps(asked):.1f} fps, p95 {p95(asked):.1f} ms, longest {max(asked):.0f} ms")
    print(f"  drawn: {fps(drawn):.1f} fps, p95 {p95(drawn):.1f} ms, longest {max(drawn):.0f} ms")
    print(f"  drawn while the page is busy: {fps(busy):.1f} fps, p95 {p95(busy):.1f} ms, longest {max(busy):.0f} ms")
    print(
        f"pacer_fps_4x={fps(drawn):.1f} pacer_p95_frame_ms={p95(drawn):.1f} "
        f"pacer_raf_fps_4x={fps(asked):.1f} pacer_busy_fps_4x={fps(busy):.1f}"
    )


def breathing(phone: Phone) -> Page:
    """Return the player in the middle of a dose of breaths, slowed down."""
    page = slow(phone, controlled(phone.open(f"{PATH}?dose=2")))
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("timer")).to_contain_text("1 of")
    page.wait_for_function("() => document.getAnimations().length > 1")
    return page


def frames_ms(phone: Phone, page: Page, meanwhile: str) -> list[float]:
    """Return the times between the frames that are drawn while the page does this."""
    cdp = phone.cdp(page)
    events: list[dict[str, Any]] = []
    done: list[bool] = []
    cdp.on("Tracing.dataCollected", lambda found: events.extend(found["value"]))
    cdp.on("Tracing.tracingComplete", lambda _: done.append(True))
    cdp.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": TRACE})
    page.evaluate(meanwhile)
    cdp.send("Tracing.end")
    while not done:
        page.evaluate("1")
    drawn = sorted(event["ts"] / 1000 for event in events if event["name"] == "DrawFrame")
    return [later - earlier for earlier, later in pairwise(drawn)]


def fps(deltas: list[float]) -> float:
    return 1000 * len(deltas) / sum(deltas)


def p95(deltas: list[float]) -> float:
    return quantiles(deltas, n=20)[-1]


if __name__ == "__main__":
    say(main)
