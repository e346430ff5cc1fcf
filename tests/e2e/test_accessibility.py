"""Every screen, as the table has it: axe finds nothing, nothing is cut off, everything can be hit and reached."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, Playwright, ViewportSize

from tests.e2e.life import live_two_weeks, phones_of_all_lives
from tests.e2e.screens import NOWHERE, SCREENS, Screen, set_text, show
from tests.e2e.site import ROOT, Site
from tests.e2e.states import as_it_is

AXE = (ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js").read_text()
# All of its rules but those of level AAA (7 to 1 would leave no soft voice), and but the size of targets: axe counts
# what lies under the fixed bar at this moment, and our own test below asks for more.
EVERYTHING = """{
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'experimental'],
  rules: { 'target-size': { enabled: false } },
}"""
# The other scheme has the same page in other colours.
COLOURS = "['color-contrast', 'link-in-text-block']"
RUN_AXE = """
axe.run(document, %s).then(({ violations }) => violations.flatMap(
  ({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`)
))
"""
SMALLEST: ViewportSize = {"width": 360, "height": 640}
WIDEST: ViewportSize = {"width": 1280, "height": 800}
TARGETS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=switch]"
# A link within a sentence is as high as its line (WCAG 2.5.8 excepts it); what is only spoken has no size.
SMALL_TARGETS = """
(selector) => [...document.querySelectorAll(selector)].filter((target) => {
  const style = getComputedStyle(target)
  if (target.closest('.skip') || style.visibility === 'hidden' || style.clipPath === 'inset(50%)') return false
  return target.checkVisibility() && style.display !== 'inline'
}).map((target) => {
  const boxes = [target, ...(target.labels ?? [])].map((part) => part.getBoundingClientRect())
  return {
    width: Math.max(...boxes.map((box) => box.width)),
    height: Math.max(...boxes.map((box) => box.height)),
    html: target.outerHTML.slice(0, 120),
  }
}).filter(({ width, height }) => Math.min(width, height) < 44)
"""
TOO_WIDE = """
() => [...document.querySelectorAll('body *:not(svg *)')]
  .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > innerWidth + 1)
  .map((part) => `${part.tagName} ${part.className}`)
"""
# What has the focus, once the page has drawn it: is it in the content, and does its middle lie under something else?
# What is only spoken shows its focus on what it speaks for.
FOCUSED = """
() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const now = document.activeElement
  if (!now || now === document.body) return seen(null)
  const { left, top, width, height } = now.getBoundingClientRect()
  const above = document.elementFromPoint(left + width / 2, top + height / 2)
  const hidden = !now.matches('.spoken') && !now.contains(above) && !above?.contains(now)
  seen({ html: now.outerHTML.slice(0, 120), content: now.closest('main') !== null, hidden })
})))
"""
# Colours of the last look are on their way to those of this one.
STILL = "Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))).then(() => true)"

MOST_STOPS = 80

each_screen = pytest.mark.parametrize("screen", SCREENS, ids=[screen.name for screen in SCREENS])


def look(page: Page, size: ViewportSize, scheme: Literal["light", "dark"] = "light") -> Page:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    page.evaluate(STILL)
    return page


class Lives:
    """The phones that screens are seen on."""

    def __init__(self, playwright: Playwright, folder: Path, url: str) -> None:
        self.url = url
        self.phones = phones_of_all_lives(playwright, folder, url)
        self.records = live_two_weeks(self.phones["used"])

    def show(self, screen: Screen) -> Page:
        page = look(self.phones[screen.life].page(), SMALLEST)
        show(page, self.url, screen, self.records)
        return page

    def thrown(self, screen: Screen) -> list[str]:
        """Return what the phone's pages threw since this was last asked."""
        exceptions = self.phones[screen.life].exceptions
        found = [*exceptions]
        exceptions.clear()
        return found


@pytest.fixture(scope="module")
def lives(playwright: Playwright, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lives]:
    lives = Lives(playwright, tmp_path_factory.mktemp("lives"), site.url)
    yield lives
    for phone in lives.phones.values():
        phone.close()


@each_screen
def test_no_look_of_it_has_a_fault(lives: Lives, screen: Screen) -> None:
    page = lives.show(screen)
    faults = {
        **(by_keyboard(page) if is_walked(screen) else {}),
        "smaller than 44 pixels": page.evaluate(SMALL_TARGETS, TARGETS),
        "axe, small and light": axe(page, EVERYTHING),
        "axe, small and dark": axe(look(page, SMALLEST, "dark"), COLOURS),
        "axe, wide and light": axe(look(page, WIDEST), EVERYTHING),
        "too wide at 200 %": too_wide(look(page, SMALLEST)),
        "thrown": lives.thrown(screen),
    }
    assert {name: found for name, found in faults.items() if found} == {}


def is_walked(screen: Screen) -> bool:
    """Return whether Tab goes through it: through each that is looked at as it opens."""
    return screen.reach is as_it_is and screen.path != NOWHERE


def by_keyboard(page: Page) -> dict[str, Any]:
    """Go through everything with Tab, and on to the content by the link that skips to it."""
    stops: list[Any] = []
    # After the last comes the browser's own frame; now and then it has handed the focus on before we look.
    while len(stops) < MOST_STOPS and (stop := next_stop(page)) not in (None, *stops[:1]):
        stops.append(stop)
    if stop is None:
        next_stop(page)
    skip = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    return {
        "stops without end": stops[MOST_STOPS - 1 :],
        "no stop in the content": [] if any(stop["content"] for stop in stops) else stops,
        "stops under something else": [stop["html"] for stop in stops if stop["hidden"]],
        "no way to skip to the content": [] if skip == "Skip to the content" and next_stop(page)["content"] else [skip],
    }


def next_stop(page: Page) -> Any:
    page.keyboard.press("Tab")
    return page.evaluate(FOCUSED)


def axe(page: Page, options: str) -> list[str]:
    """Return one line for each node that breaks a rule; through DevTools, which the page's CSP does not bind."""
    cdp = page.context.new_cdp_session(page)
    if not page.evaluate("'axe' in window"):
        cdp.send("Runtime.evaluate", {"expression": AXE})
    expression = RUN_AXE % options
    said: Any = cdp.send("Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True})
    found: list[str] = said["result"]["value"]
    return found


def too_wide(page: Page) -> Any:
    """Return what leaves the screen at twice the text size."""
    set_text(page, 200)
    scrolls = page.evaluate("document.scrollingElement.scrollWidth > innerWidth")
    return page.evaluate(TOO_WIDE) + ["the page scrolls sideways"] * scrolls
