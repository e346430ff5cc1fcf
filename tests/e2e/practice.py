"""The player in the words of its screen."""

from playwright.sync_api import Locator, Page, expect

PATH = "/practise/longer-out-breath"


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def begin(page: Page, url: str) -> Page:
    """Open the exercise, begin, and start without an answer."""
    page.goto(url + PATH)
    page.get_by_role("link", name="Begin", exact=True).click()
    button(page, "Start").click()
    expect(left(page)).to_contain_text("1 of 5")
    return page


def left(page: Page) -> Locator:
    return page.get_by_role("timer")
