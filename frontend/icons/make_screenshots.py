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
from playwright.sync_api import Browser, Locator, Page, sync_playwright

ROOT = Path(__file__).parents[2]
OUT = ROOT / "frontend" / "public" / "static" / "screenshots"
TOUR = ROOT / "docs" / "images" / "tour.png"
CHECK_IN = ROOT / "docs" / "images" / "check-in.png"
STEPS = ("world", "energy", "words", "body", "around", "experiences", "habits", "note")
PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 800}
NARROW = {"today": "/", "practise": "/practise", "help": "/help"}
EXTRA = {"exercise": "/practise/longer-out-breath", "support": "/support"}
COLOURS = 256
GAP = 24
NEARNESS = 0.62
SETTLES_MS = 400
ANSWERS = {
    "words": ("cool", "heavy", "grey", "woolly"),
    "body": ("Chest: no mark", "tight", "Jaw: no mark", "tingling", "Left hand: no mark", "Right hand: no mark"),
    "around": ("work", "slept little", "being outdoors"),
    "experiences": ("On autopilot, going through the motions",),
}
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


def check_in(browser: Browser, url: str) -> list[Image.Image]:
    """Return each step of a check-in, answered as a person might, in two rows of four."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, reduced_motion="reduce", locale="en-GB")
    context.add_init_script(WELCOMED)
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    press(page, "Behind glass")
    page.get_by_role("link", name="Go on").click()
    shots = []
    for number, step in enumerate(STEPS, start=1):
        page.get_by_text(f"Step {number} of {len(STEPS)}").wait_for()
        answer(page, step)
        page.wait_for_timeout(SETTLES_MS)
        shots.append(Image.open(BytesIO(page.screenshot())).convert("RGB"))
        if step != STEPS[-1]:
            page.get_by_role("main").get_by_role("link", name="Next").click()
    context.close()
    return shots


def answer(page: Page, step: str) -> None:
    """Answer one step."""
    if step == "world":
        point(page, page.get_by_role("slider"), 0.32, 0.5)
    elif step == "energy":
        point(page, page.locator(".plane"), 0.3, 0.7)
    elif step == "habits":
        page.get_by_role("switch", name="Screens").click()
    elif step == "note":
        page.get_by_label("A note").fill("Walked home the long way. Rain on the leaves.")
        page.get_by_label("A note").blur()
    else:
        press(page, *ANSWERS[step])


def press(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("button", name=name, exact=True).first.click()


def point(page: Page, target: Locator, x: float, y: float) -> None:
    target.wait_for()
    if box := target.bounding_box():
        page.mouse.click(box["x"] + box["width"] * x, box["y"] + box["height"] * y)


def side_by_side(pictures: list[Image.Image]) -> Image.Image:
    width = sum(shot.width + GAP for shot in pictures) - GAP
    sheet = Image.new("RGB", (width, pictures[0].height), "white")
    left = 0
    for shot in pictures:
        sheet.paste(shot, (left, 0))
        left += shot.width + GAP
    return sheet.resize((sheet.width // 2, sheet.height // 2), Image.Resampling.LANCZOS)


def above(top: Image.Image, bottom: Image.Image) -> Image.Image:
    sheet = Image.new("RGB", (top.width, top.height + GAP + bottom.height), "white")
    sheet.paste(top, (0, 0))
    sheet.paste(bottom, (0, top.height + GAP))
    return sheet


def save(shot: Image.Image, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shot.quantize(COLOURS, dither=Image.Dither.FLOYDSTEINBERG).save(path, optimize=True)


def main(site: str = "http://localhost:8000") -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shots = {name: picture(browser, site + path, PHONE, 2) for name, path in (NARROW | EXTRA).items()}
        wide = picture(browser, f"{site}/", WIDE, 1)
        steps = check_in(browser, site)
        browser.close()
    for name in NARROW:
        save(shots[name], OUT / f"{name}.png")
    save(wide, OUT / "today-wide.png")
    save(side_by_side([shots[name] for name in ("today", "practise", "exercise", "support")]), TOUR)
    half = len(steps) // 2
    save(above(side_by_side(steps[:half]), side_by_side(steps[half:])), CHECK_IN)


if __name__ == "__main__":
    main(*sys.argv[1:])
