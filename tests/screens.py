"""`make screens`: a picture of every screen in every size and light, with contact sheets, in .data/screens."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image, ImageDraw
from playwright.sync_api import Page, Playwright, sync_playwright

from backend.config.bootstrap import ROOT, say
from tests.e2e.life import live_two_weeks, phones_of_all_lives
from tests.e2e.screens import SCREENS, Screen, set_text, show
from tests.e2e.site import Site

OUT = ROOT / ".data" / "screens"
THUMB = 240
GAP = 16
CAPTION = 20
COLUMNS = 7


@dataclass(frozen=True)
class Look:
    """One way to look at a screen; `text` in percent of the browser's own size; `whole`: all that scrolls, too."""

    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    text: int = 100
    whole: bool = False

    def __str__(self) -> str:
        extra = [f"text-{self.text}"] if self.text != 100 else []
        return "-".join([f"{self.width}x{self.height}", self.scheme, *extra, *(["whole"] if self.whole else [])])


LOOKS = [
    Look(390, 844),
    Look(390, 844, whole=True),
    Look(390, 844, "dark"),
    Look(360, 640),
    Look(360, 640, "dark"),
    Look(360, 640, text=200),
    Look(360, 640, "dark", text=200),
    Look(768, 1024),
    Look(1280, 800),
    Look(1280, 800, "dark"),
]


def main() -> None:
    shutil.rmtree(OUT, ignore_errors=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Site(Path(folder) / "site")
        site.start()
        try:
            take_all(playwright, Path(folder), site.url)
        finally:
            site.stop()
    for look in LOOKS:
        contact_sheet(look).save(OUT / f"sheet-{look}.png", optimize=True)
    print(f"{len(SCREENS) * len(LOOKS)} pictures and {len(LOOKS)} contact sheets: {OUT}", flush=True)


def take_all(playwright: Playwright, folder: Path, url: str) -> None:
    phones = phones_of_all_lives(playwright, folder, url)
    records = live_two_weeks(phones["used"])
    for screen in SCREENS:
        print(screen.name, flush=True)
        for look in LOOKS:
            page = phones[screen.life].page()
            page.set_viewport_size({"width": look.width, "height": look.height})
            page.emulate_media(color_scheme=look.scheme)
            show(page, url, screen, records)
            take(page, screen, look)
    for phone in phones.values():
        phone.close()


def take(page: Page, screen: Screen, look: Look) -> None:
    set_text(page, look.text)
    page.screenshot(path=picture(screen, look), full_page=look.whole)


def picture(screen: Screen, look: Look) -> Path:
    return OUT / str(look) / f"{screen.name}.png"


def contact_sheet(look: Look) -> Image.Image:
    """Return all screens of one look side by side, in the order of the table."""
    thumbs = [thumb(picture(screen, look)) for screen in SCREENS]
    rows = [thumbs[start : start + COLUMNS] for start in range(0, len(thumbs), COLUMNS)]
    heights = [max(one.height for one in row) + CAPTION + GAP for row in rows]
    sheet = Image.new("RGB", (COLUMNS * (THUMB + GAP) + GAP, sum(heights) + GAP), "#888888")
    draw = ImageDraw.Draw(sheet)
    for index, one in enumerate(thumbs):
        row, column = divmod(index, COLUMNS)
        left, top = GAP + column * (THUMB + GAP), GAP + sum(heights[:row])
        draw.text((left, top), SCREENS[index].name, fill="white")
        sheet.paste(one, (left, top + CAPTION))
    return sheet


def thumb(path: Path) -> Image.Image:
    shot = Image.open(path).convert("RGB")
    return shot.resize((THUMB, round(shot.height * THUMB / shot.width)), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    say(main)
