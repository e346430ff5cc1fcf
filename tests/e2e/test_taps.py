"""Where a tap lands and where it leaves one: the same answer under a second tap, and a focus that goes on."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import Phone, held_back
from tests.e2e.steps import QUESTION, button, check_in

UNDER_FINGER = """
(answers) => answers.map((answer) => {
  const { left, right, top, bottom } = answer.getBoundingClientRect()
  const places = [[left + 8, top + 8], [(left + right) / 2, (top + bottom) / 2], [right - 8, bottom - 4]]
  return places.every(([x, y]) => answer.contains(document.elementFromPoint(x, y)))
})
"""


def places(page: Page) -> list[object]:
    return [button(page, name).bounding_box() for name in ("Nothing", "Can’t tell", "Behind glass", "Too mixed")]


@pytest.mark.parametrize("width", [390, 360])
def test_the_longest_day_moves_no_answer_from_under_a_finger(new_phone: Callable[..., Phone], width: int) -> None:
    phone = new_phone(first_visit=True, viewport={"width": width, "height": 640})
    phone.page().clock.set_fixed_time("2026-12-02T14:00:00+01:00")
    page, let_it_come = held_back(phone)
    painted = places(page)
    let_it_come()
    expect(page.get_by_role("heading", level=1, name="Wednesday afternoon")).to_be_visible()
    page.evaluate("document.fonts.ready.then(() => undefined)")
    assert places(page) == painted


@pytest.mark.parametrize("size", [(390, 844), (360, 640)])
def test_a_second_tap_in_the_same_place_finds_the_same_answer(phone: Phone, size: tuple[int, int]) -> None:
    page = phone.page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(phone.url)
    before = places(page)
    button(page, "Behind glass").click()
    expect(button(page, "Done")).to_be_visible()
    assert places(page) == before
    assert page.locator("main button[aria-pressed]").evaluate_all(UNDER_FINGER) == [True] * 4


def test_what_is_tapped_away_leaves_the_focus_where_one_goes_on(phone: Phone) -> None:
    page = phone.open()
    question = page.get_by_role("heading", name=QUESTION)
    button(page, "Behind glass").click()
    button(page, "Undo").press("Enter")
    expect(question).to_be_focused()
    button(page, "Behind glass").click()
    button(page, "Done").press("Enter")
    expect(page.get_by_role("heading", name="That is noted.")).to_be_focused()
    page.goto(f"{phone.url}/settings")
    button(page, "Delete everything on this phone").press("Enter")
    button(page, "Keep it").press("Enter")
    expect(button(page, "Delete everything on this phone")).to_be_focused()


@pytest.mark.parametrize("size", [(390, 844), (360, 640)])
def test_a_short_step_is_no_taller_than_the_screen(phone: Phone, size: tuple[int, int]) -> None:
    page = phone.page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(phone.url)
    check_in(page)
    page.get_by_role("link", name="Go on").click()
    expect(page.get_by_role("link", name="Skip", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollHeight - innerHeight") == 0
