# ruff: noqa: INP001 - a script that is run by hand, never imported
"""Takes the pictures that an install dialogue and the README show, from a running Thaw.

Run: make run, then python frontend/icons/make_screenshots.py [http://localhost:8000].
Needs playwright, pillow (requirements-dev.txt) and a Chromium; the results are committed.
"""

import shutil
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
OUT = ROOT / "frontend" / "public" / "static" / "screenshots"
TOUR = ROOT / "docs" / "images" / "tour.png"
PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 800}
NARROW = {"today": "/", "practise": "/practise", "help": "/help"}
EXTRA = {"exercise": "/practise/longer-out-breath", "support": "/support"}
COLOURS = 256
GAP = 24
NEARNESS = 0.62
# The first run lies behind this phone.
WELCOMED = "localStorage.setItem('thaw-welcomed', '1')"


def picture(browser: Browser, url: str, viewport: dict[str, int], scale: int) -> Image.Image:
    """Return what a new phone sees at an address; where there is a slider, while a finger rests on it."""
    context = browser.new_context(viewport=viewport, device_scale_factor=scale, reduced_motion="reduce", locale="en-GB")
    context.add_init_script(WELCOMED)
    page = context.new_page()
    answer = page.goto(url, wait_until="networkidle")
    if answer is None or not answer.ok:
        message = f"{url} does not answer: is Thaw running, and built?"
        raise SystemExit(message)
    page.evaluate("document.fonts.ready")
    hold_the_slider(page)
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    context.close()
    return shot


def hold_the_slider(page: Page) -> None:
    slider = page.get_by_role("slider")
    box = slider.bounding_box() if slider.count() else None
    if box:
        page.mouse.move(box["x"] + box["width"] * NEARNESS, box["y"] + box["height"] / 2)
        page.mouse.down()


def side_by_side(pictures: list[Image.Image]) -> Image.Image:
    width = sum(shot.width + GAP for shot in pictures) - GAP
    sheet = Image.new("RGB", (width, pictures[0].height), "white")
    left = 0
    for shot in pictures:
        sheet.paste(shot, (left, 0))
        left += shot.width + GAP
    return sheet.resize((sheet.width // 2, sheet.height // 2), Image.Resampling.LANCZOS)


def save(shot: Image.Image, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shot.quantize(COLOURS, dither=Image.Dither.FLOYDSTEINBERG).save(path, optimize=True)


def main(site: str = "http://localhost:8000") -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shots = {name: picture(browser, site + path, PHONE, 2) for name, path in (NARROW | EXTRA).items()}
        wide = picture(browser, f"{site}/", WIDE, 1)
        browser.close()
    for name in NARROW:
        save(shots[name], OUT / f"{name}.png")
    save(wide, OUT / "today-wide.png")
    save(side_by_side([shots[name] for name in ("today", "practise", "exercise", "support")]), TOUR)


if __name__ == "__main__":
    main(*sys.argv[1:])
