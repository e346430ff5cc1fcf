# ruff: noqa: INP001 - a script that is run by hand, never imported
"""Draws the app's icons from the SVG files beside this one.

Run: python frontend/icons/make_icons.py. Needs playwright, pillow (requirements-dev.txt) and a Chromium;
the results are committed, so a build needs none of them.
"""

import shutil
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
OUT = HERE.parent / "public" / "static" / "icons"
DRAWINGS = {
    "icon-192": ("icon", 192),
    "icon-512": ("icon", 512),
    "maskable-192": ("maskable", 192),
    "maskable-512": ("maskable", 512),
    "monochrome-512": ("monochrome", 512),
    # iOS fills what is transparent with black and rounds the corners itself.
    "apple-touch-icon": ("maskable", 180),
    "shortcut-check-in-96": ("shortcut-check-in", 96),
    "shortcut-glimmer-96": ("shortcut-glimmer", 96),
    "shortcut-breathe-96": ("shortcut-breathe", 96),
}
FAVICON_SIZES = (16, 32, 48)


def draw(page: Page, name: str, size: int) -> Image.Image:
    """Return the SVG as a square picture of `size` pixels, transparent where it is."""
    page.set_viewport_size({"width": size, "height": size})
    svg = (HERE / f"{name}.svg").read_text("utf-8")
    page.set_content(f"<style>body{{margin:0}}svg{{display:block;width:{size}px;height:{size}px}}</style>{svg}")
    return Image.open(BytesIO(page.screenshot(omit_background=True)))


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        for target, (name, size) in DRAWINGS.items():
            draw(page, name, size).save(OUT / f"{target}.png", optimize=True)
        small, *larger = [draw(page, "favicon", size) for size in FAVICON_SIZES]
        browser.close()
    sizes = [(size, size) for size in FAVICON_SIZES]
    larger[-1].save(OUT / "favicon.ico", sizes=sizes, append_images=[small, *larger[:-1]])
    shutil.copyfile(HERE / "favicon.svg", OUT / "favicon.svg")


if __name__ == "__main__":
    main()
