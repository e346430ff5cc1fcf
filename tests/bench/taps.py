"""What the browser itself measures from a tap to the frame that shows its answer."""

from typing import Any

from playwright.sync_api import Page

from tests.e2e.browser import Phone

SLOWER = 4
# 16 ms is the least it tells of.
WATCH = """
() => {
  window.tapsMs = new Map()
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId) tapsMs.set(interactionId, Math.max(duration, tapsMs.get(interactionId) ?? 0))
  }).observe({ type: 'event', durationThreshold: 16, buffered: false })
}
"""
LATEST = "new Promise((done) => requestAnimationFrame(() => setTimeout(() => done([...tapsMs.values()]), 100)))"


def slow(phone: Phone, page: Page) -> Page:
    """Take three quarters of the processor from the page."""
    cdp: Any = phone.cdp(page)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page
