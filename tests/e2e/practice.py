"""The player in the words of its screen."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.steps import button

PATH = "/practise/longer-out-breath"


def begin(page: Page, url: str) -> Page:
    """Open the exercise, begin, and start without an answer."""
    page.goto(url + PATH)
    page.get_by_role("link", name="Begin", exact=True).click()
    button(page, "Start").click()
    expect(left(page)).to_contain_text("1 of 5")
    return page


def left(page: Page) -> Locator:
    return page.get_by_role("timer")


def seconds_left(page: Page) -> int:
    minutes, seconds = re.findall(r"(?:(\d+) min )?(\d+) s left", left(page).inner_text())[0]
    return int(minutes or 0) * 60 + int(seconds)
