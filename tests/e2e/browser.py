"""A phone-sized Chromium with a profile of its own that survives being closed or killed."""

import os
import shutil
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import BrowserContext, Error, Page, Playwright, Route, expect

SWITCHED_OFF = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The last such list counts, so Playwright's own is repeated. The first two are pages of the address bar that nobody
    # sees here; they took more than half of what starting a browser costs.
    f"--disable-features={','.join(SWITCHED_OFF)}",
]
expect.set_options(timeout=15_000)


# What a phone remembers that has been through the first run, or passed it by.
WELCOMED = "if (origin !== 'null') localStorage.setItem('thaw-welcomed', '1')"


class Phone:
    """One person's phone: `open` a page, `close` the browser or `kill` it, and open it again on the same profile.

    With `welcomed=False` its first visit is really the first.
    """

    def __init__(
        self, playwright: Playwright, profile: Path, url: str, *, welcomed: bool = True, **options: Any
    ) -> None:
        self.playwright, self.profile, self.url, self.welcomed = playwright, profile, url, welcomed
        self.options = {
            "viewport": {"width": 390, "height": 844},
            "locale": "en-GB",
            "timezone_id": "Europe/Berlin",
            "reduced_motion": "reduce",
            **options,
        }
        self.context: BrowserContext | None = None
        self.strangers: list[str] = []
        self.failures: list[str] = []
        self.exceptions: list[str] = []

    def open(self, path: str = "/") -> Page:
        """Open a page, starting the browser if need be."""
        page = self.page()
        page.goto(self.url + path)
        return page

    def page(self) -> Page:
        context = self.context or self.start()
        return context.pages[0] if context.pages else context.new_page()

    def cdp(self, page: Page) -> Any:
        return page.context.new_cdp_session(page)

    def close(self) -> None:
        if self.context:
            self.context.close()
            self.context = None

    def kill(self) -> None:
        """End the browser's processes without a word, as a phone out of battery does."""
        for process in psutil.process_iter(["cmdline"]):
            if f"--user-data-dir={self.profile}" in (process.info["cmdline"] or []):
                with suppress(psutil.NoSuchProcess):  # ended by the end of another one of them
                    process.send_signal(signal.SIGKILL)
        with suppress(Error):  # the driver may have seen it die already
            self.close()
        self.context = None
        for lock in self.profile.glob("Singleton*"):
            lock.unlink(missing_ok=True)

    def start(self) -> BrowserContext:
        self.context = self.playwright.chromium.launch_persistent_context(
            self.profile,
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
            args=ARGUMENTS,
            **self.options,
        )
        if self.welcomed:
            self.context.add_init_script(WELCOMED)
        self.context.on("request", self._note_stranger)
        self.context.on("console", self._note_failure)
        self.context.on("weberror", lambda thrown: self.exceptions.append(str(thrown.error)))
        return self.context

    def _note_stranger(self, request: Any) -> None:
        if not request.url.startswith((self.url, "data:", "blob:")):
            self.strangers.append(request.url)

    def _note_failure(self, message: Any) -> None:
        if message.type == "error":
            self.failures.append(message.text)


def controlled(page: Page) -> Page:
    """Wait until the service worker serves this page, as it does from the second visit on."""
    page.wait_for_function("navigator.serviceWorker.ready.then(() => true)", timeout=0)  # through a reload as well
    if not page.evaluate("Boolean(navigator.serviceWorker.controller)"):
        page.reload()
        page.wait_for_function("Boolean(navigator.serviceWorker.controller)")
    return page


def held_back(phone: Phone) -> tuple[Page, Callable[[], None]]:
    """On a first visit, open Thaw as far as it is painted; return the page, and what lets the app itself come."""
    page = phone.page()
    held: list[Route] = []
    page.route("**/assets/index-*.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright can mark only a function of Python
    with page.expect_request("**/assets/index-*.js"):
        page.goto(phone.url, wait_until="commit")
    return page, lambda: held.pop().continue_()
