"""The check-in, from the very first tap to its last step: at once, offline, by keyboard, and never half kept."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.browser import Phone

QUESTION = "How near do feelings feel right now?"


@pytest.mark.parametrize("way", ["button", "slider"])
def test_an_answer_given_before_the_app_has_come_is_kept(new_phone: Callable[..., Phone], way: str) -> None:
    phone = new_phone(service_workers="block")
    page = phone.page()
    held: list[Route] = []
    page.route("**/assets/index-*.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright can mark only a function of Python
    page.goto(phone.url, wait_until="commit")
    expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()
    answer(page, way)
    expect(page.get_by_role("status").filter(has_text="Kept")).to_have_count(0)
    assert len(held) == 1
    held[0].continue_()
    expect(
        page.get_by_role("status").filter(has_text="Kept: Behind glass" if way == "button" else "Kept: 8 of 10")
    ).to_be_visible()
    page.goto(f"{phone.url}/check-ins")
    expect(page.locator("main a[href^='/check-ins/']:not([href$=new])")).to_have_count(1)


def answer(page: Page, way: str) -> None:
    if way == "button":
        page.get_by_role("button", name="Behind glass", exact=True).click()
        return
    slider = page.get_by_role("slider", name=QUESTION)
    box = slider.bounding_box()
    assert box
    slider.click(position={"x": box["width"] * 0.78, "y": box["height"] / 2})
