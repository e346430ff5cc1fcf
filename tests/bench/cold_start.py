"""How long the app takes to start with the server gone, against a page of one sentence on the same browser.

Each round starts a new browser process on a profile that has visited once: a quarter of the processor, no HTTP cache.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

from playwright.sync_api import Playwright

from tests.e2e.browser import Phone, controlled
from tests.e2e.site import Site

ROUNDS = 9
SLOWER = 4
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Trivial</title>
<main><input type="range" aria-label="How near?"></main>
<script>navigator.serviceWorker.register('/sw.js')</script></html>
"""
WORKER = """
addEventListener('install', (event) => event.waitUntil(caches.open('1').then((cache) => cache.add('/'))))
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => event.respondWith(
  caches.match('/').then((hit) => hit ?? fetch(event.request))
))
"""
# Today's slider is painted inside the shell and takes an answer from then on (replay.ts); the app stands a bit later.
USABLE = "main input[type=range]"
STANDS = f"html:not([data-starting]) {USABLE}"
CLOCK = """
window.usableMs = new Promise((done) => {
  const look = () => {
    if (!document.querySelector(%r)) return requestAnimationFrame(look)
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(performance.now())
      port2.postMessage(0)
    })
  }
  look()
})
"""


def offline_cold_ratio(playwright: Playwright, folder: Path, site: Site) -> str:
    """Stop the site; return the ratio of the medians over interleaved rounds."""
    with trivial_page(folder / "trivial-page") as address:
        phones = {
            "app": Phone(playwright, folder / "cold-app", site.url),
            "trivial": Phone(playwright, folder / "cold-trivial", address),
        }
        for phone in phones.values():
            controlled(phone.open())
            phone.page().wait_for_load_state("networkidle")
            phone.close()
    site.stop()
    looks = {
        "app": (phones["app"], USABLE),
        "app stands": (phones["app"], STANDS),
        "trivial": (phones["trivial"], USABLE),
    }
    took: dict[str, list[float]] = {name: [] for name in looks}
    for _ in range(1 + ROUNDS):
        for name, (phone, selector) in looks.items():
            took[name].append(start_ms(phone, selector))
    medians = {name: median(values[1:]) for name, values in took.items()}  # the first one warms the disk
    print(f"  offline cold start, medians in ms: {medians}", flush=True)
    print(
        f"  the app itself stands after {medians['app stands'] / medians['trivial']:.2f} of the trivial page",
        flush=True,
    )
    return f"{medians['app'] / medians['trivial']:.2f}"


def start_ms(phone: Phone, usable: str) -> float:
    """Return the time from the navigation to the frame after the selector was there."""
    phone.start()
    page = phone.page()
    cdp = phone.cdp(page)
    cdp.send("Network.enable")
    cdp.send("Network.setCacheDisabled", {"cacheDisabled": True})
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(CLOCK % usable)
    page.goto(phone.url, wait_until="commit")
    took: float = page.evaluate("window.usableMs")
    phone.close()
    return took


class Quiet(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Keep the figures readable."""


@contextmanager
def trivial_page(folder: Path) -> Iterator[str]:
    folder.mkdir()
    (folder / "index.html").write_text(PAGE)
    (folder / "sw.js").write_text(WORKER)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
