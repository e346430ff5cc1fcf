"""`make bench-app`: how heavy, how quick and how sound the app is, measured in a real Chromium.

Nothing here is asserted: figures from a shared machine are for people to read. Its last line is for programs.
"""

import gzip
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Playwright, Response, sync_playwright

from backend.config.bootstrap import say
from tests.bench import lighthouse
from tests.bench.cold_start import offline_cold_ratio
from tests.bench.saves import save_p95_ms
from tests.e2e.browser import Phone
from tests.e2e.screens import NOWHERE, SCREENS
from tests.e2e.site import Site

KINDS = {"script": "js_gzip_kb", "stylesheet": "css_gzip_kb"}
KB = 1000


def main() -> None:
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        site = Site(folder / "site")
        site.start()
        try:
            weight = first_screen(playwright, folder / "first", site.url)
            soundness = lighthouse.figures(site.url, every_address(), folder)
            saves = save_p95_ms(playwright, folder / "saves", site.url)
            cold = offline_cold_ratio(playwright, folder, site)
        finally:
            site.stop()
    figures = {**weight, **soundness, "offline_cold_ratio": cold, "save_p95_ms": saves}
    print(" ".join(f"{name}={figure}" for name, figure in figures.items()))


def every_address() -> list[str]:
    """Return the addresses of the table that a browser without a past can open, Today first.

    With a query Today comes at once; a bare '/' is the first run.
    """
    opened = (screen.path for screen in SCREENS if screen.life == "new" and screen.path != NOWHERE)
    return list(dict.fromkeys(["/?today", *opened]))


def first_screen(playwright: Playwright, profile: Path, url: str) -> dict[str, object]:
    """Return what the document itself names, in KB of gzip -9; print also what comes once the screen stands."""
    phone = Phone(playwright, profile, url, service_workers="block")
    seen: list[Response] = []
    context: BrowserContext = phone.start()
    context.on("response", lambda response: seen.append(response))  # noqa: PLW0108 - Playwright can mark only a function of Python
    document = phone.page().goto(url, wait_until="networkidle")
    assert document
    html = document.text()
    sizes = {
        "js_gzip_kb": packed("".join(re.findall("<script>(.*?)</script>", html, re.DOTALL))),
        "css_gzip_kb": packed("".join(re.findall("<style>(.*?)</style>", html, re.DOTALL))),
    }
    for response in seen:
        if figure := KINDS.get(response.request.resource_type):
            size, path = packed(response.text()), urlsplit(response.url).path
            initial = path in html
            print(f"  {size:6.1f} KB  {path}{'' if initial else ' (later)'}", flush=True)
            sizes[figure] += size * initial
    phone.close()
    return {figure: f"{size:.1f}" for figure, size in sizes.items()}


def packed(text: str) -> float:
    """Return the size in KB of gzip -9."""
    return len(gzip.compress(text.encode(), 9)) / KB


if __name__ == "__main__":
    say(main)
