"""How long 'Kept' takes after a tap, on a phone a quarter as fast as this machine."""

from pathlib import Path
from statistics import quantiles

from playwright.sync_api import Page, Playwright, expect

from tests.e2e.browser import Phone, controlled
from tests.e2e.steps import agree_to_sync

SAVES = 100
SLOWER = 4
# From the tap, as the browser stamps it, to the word in the document.
WATCH = """
() => {
  window.tookMs = new Promise((done) => {
    addEventListener('pointerdown', ({ timeStamp }) => {
      new MutationObserver((_changes, observer) => {
        const statuses = [...document.querySelectorAll('[role=status]')]
        if (!statuses.some(({ textContent }) => textContent.includes('Kept'))) return
        observer.disconnect()
        done(performance.now() - timeStamp)
      }).observe(document.body, { childList: true, subtree: true, characterData: true })
    }, { capture: true, once: true })
  })
}
"""


def save_p95_ms(playwright: Playwright, profile: Path, url: str) -> int:
    """Return the 95th percentile over saves of a phone that also syncs."""
    phone = Phone(playwright, profile, url)
    page = controlled(phone.open())
    agree_to_sync(page, url)
    page.goto(url)
    phone.cdp(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    took = [one_save(page) for _ in range(SAVES)]
    phone.close()
    print(f"  saves: median {sorted(took)[SAVES // 2]:.0f} ms, slowest {max(took):.0f} ms", flush=True)
    return round(quantiles(took, n=20)[-1])


def one_save(page: Page) -> float:
    page.evaluate(WATCH)
    page.get_by_role("button", name="Behind glass", exact=True).click()
    took: float = page.evaluate("window.tookMs")
    page.get_by_role("button", name="Done", exact=True).click()
    page.get_by_role("button", name="Note something else").click()
    expect(page.get_by_role("slider", name="How near do feelings feel right now?")).to_be_visible()
    return took
