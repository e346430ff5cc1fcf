"""One small step a day: it follows what was said, there is always something else, and the way leads on from it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.browser import Phone, controlled
from tests.e2e.notes import PUT, stamp
from tests.e2e.states import live

ASK_FOR_KINDS = """
async () => {
  const shelf = await (await fetch('/static/content/exercises.en.json')).json()
  return Object.fromEntries(shelf.map(({ slug, kind, inner_focus }) => [slug, { kind, inner_focus }]))
}
"""


def step(page: Page) -> Locator:
    return page.get_by_role("region", name="One small step").locator("a[href^='/practise/']")


def step_slugs(page: Page, count: int) -> list[str]:
    """Return what is offered, one after the other, by the keyboard."""
    expect(step(page)).to_be_visible()
    slugs = [slug(page)]
    said = page.get_by_role("region", name="One small step").locator("[aria-live]")
    expect(said).to_have_attribute("aria-live", "off")  # nobody asked for it yet
    page.get_by_role("button", name="Something else").focus()
    expect(said).to_have_attribute("aria-live", "polite")
    for _ in range(count - 1):
        before = step(page).get_attribute("href") or ""
        page.keyboard.press("Enter")
        expect(step(page)).not_to_have_attribute("href", before)
        slugs.append(slug(page))
    return slugs


def slug(page: Page) -> str:
    return (step(page).get_attribute("href") or "").split("/")[-1].split("?")[0]


def practise(page: Page, exercise: str, hours: int, **fields: Any) -> None:
    at = stamp(datetime.now(UTC) - timedelta(hours=hours))
    page.evaluate(PUT, [("practices", {"data": {"exercise": exercise, "started_at": at, "ended_at": at, **fields}})])


def test_when_the_world_seems_unreal_there_is_only_something_to_hold_on_to_also_offline(phone: Phone) -> None:
    page = controlled(phone.open())
    shelf: dict[str, Any] = page.evaluate(ASK_FOR_KINDS)
    live(page, [(30, {"nearness": 3, "world_nearness": 3})])
    page.context.set_offline(True)
    page.reload()
    expect(step(page)).to_contain_text("Something to hold on to, as things seem unreal.")
    offered = step_slugs(page, 4)
    assert len(set(offered)) == 4
    assert {shelf[one]["kind"] for one in offered} == {"grounding"}
    page.reload()
    expect(step(page)).to_be_visible()
    assert slug(page) == offered[0]
    page.get_by_role("button", name="Behind glass", exact=True).click()
    page.get_by_role("button", name="Done", exact=True).click()
    expect(step(page)).to_contain_text("You said ‘behind glass’: this one looks outward.")
    step(page).click()
    expect(page).to_have_url(f"{phone.url}/practise/{offered[0]}")


def test_after_too_much_nothing_turns_inward_or_is_long_and_that_one_is_not_offered(phone: Phone) -> None:
    page = controlled(phone.open())
    shelf: dict[str, Any] = page.evaluate(ASK_FOR_KINDS)
    live(page, [(30, {"nearness": 8, "world_nearness": 8})])
    practise(page, "push-the-wall", 50, ended_by="finished", seconds=300)
    practise(page, "turn-and-look", 2, ended_by="too_much")
    page.reload()
    expect(step(page)).to_contain_text("Small, and outside yourself: an easy one for today.")
    offered = step_slugs(page, 5)
    assert "turn-and-look" not in offered
    assert {shelf[one]["inner_focus"] for one in offered} == {False}
    assert "dose=" not in (step(page).get_attribute("href") or "")


def test_the_way_begins_with_help_once_the_card_about_an_emergency_was_opened(phone: Phone) -> None:
    page = phone.open()
    page.get_by_role("link", name="The way", exact=True).click()
    upcoming = page.get_by_role("region", name="Where you could go next")
    expect(upcoming).to_contain_text("A quiet place to begin.")
    assert page.get_by_role("main").get_by_role("listitem").count() == 8
    page.goto(f"{phone.url}/understand/emergency", wait_until="networkidle")
    page.goto(f"{phone.url}/journey")
    expect(upcoming.get_by_role("link")).to_have_attribute("href", "/help")
    page.goto(phone.url)
    offer = page.get_by_role("region", name="Help is here whenever you want it")
    expect(offer.locator(".button").first).to_have_text("Help")
    offer.get_by_role("button", name="Not now").click()
    expect(offer).to_be_hidden()
