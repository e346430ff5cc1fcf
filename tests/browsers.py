"""Finds Chromium and Firefox for the browser tests, or brings them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from backend.config.bootstrap import Failure, step

NAMES = {
    "chromium": ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    "firefox": ["firefox-esr", "firefox"],
}
VARIABLES = {"chromium": "CHROMIUM", "firefox": "FIREFOX"}
DEBIAN = {"chromium": "chromium", "firefox": "firefox-esr"}
ASK_PLAYWRIGHT = (
    "import sys; from playwright.sync_api import sync_playwright as start\n"
    "with start() as it: print(getattr(it, sys.argv[1]).executable_path)"
)


def find() -> dict[str, str]:
    """Return CHROMIUM and FIREFOX, the paths of two browsers that are there."""
    for bring in (lambda _: None, from_debian, from_playwright):
        bring([kind for kind in NAMES if path_of(kind) is None])
        if all(path_of(kind) for kind in NAMES):
            return {VARIABLES[kind]: path_of(kind) or "" for kind in NAMES}
    missing = " and ".join(kind.capitalize() for kind in NAMES if path_of(kind) is None)
    raise Failure(
        f"{missing} could not be found or fetched, and the browser tests need it: install it "
        "(Debian, Ubuntu: apt install chromium firefox-esr), or name its program in CHROMIUM or FIREFOX."
    )


def path_of(kind: str) -> str | None:
    """Return the program that is named, on PATH, or was brought by Playwright; it has to start at all."""
    named = os.environ.get(VARIABLES[kind])
    on_path = next((path for name in NAMES[kind] if (path := shutil.which(name))), None)
    path = named or on_path or _said([sys.executable, "-c", ASK_PLAYWRIGHT, kind])
    return path if path and Path(path).exists() and _said([path, "--version"]) else None


def _said(command: list[str]) -> str:
    """Return what a command printed, nothing where it failed (a browser without its libraries)."""
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    return asked.stdout.strip() if asked.returncode == 0 else ""


def from_debian(missing: list[str]) -> None:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _try("Reading Debian's package lists", ["apt-get", "update"])
        packages = [DEBIAN[kind] for kind in missing]
        _try(f"Installing {' and '.join(packages)}", ["apt-get", "install", "-y", "--no-install-recommends", *packages])


def from_playwright(missing: list[str]) -> None:
    for kind in missing:
        _try(f"Fetching {kind.capitalize()} by Playwright", [sys.executable, "-m", "playwright", "install", kind])


def _try(title: str, command: list[str]) -> None:
    """Run one attempt; what counts is whether the browser is there afterwards."""
    try:
        step(title, command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    except Failure as failure:
        print(failure, flush=True)
