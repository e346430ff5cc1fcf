"""The shelves of exercises: narrowed, searched, kept as one's own; and the page of every exercise there is."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.browser import Phone, controlled
from tests.e2e.test_accessibility import AXE, SMALLEST
from tests.e2e.test_write import OUTBOX

# Follow a link of ours to each exercise, as a person would from a list, and look at its page once it stands.
WALK = """
async (exercises) => {
  const drawn = () => new Promise((done) => requestAnimationFrame(done))
  const rules = { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } }
  const faults = []
  for (const { slug, title, doses } of exercises) {
    const link = Object.assign(document.createElement('a'), { href: `/practise/${slug}` })
    document.body.append(link)
    link.click()
    link.remove()
    const patience = performance.now() + 5000
    const begin = () => document.querySelector(`main a[href="/practise/${slug}/go"]`)
    while (!begin() && performance.now() < patience) await drawn()
    const fault = (what) => faults.push(`${slug}: ${what}`)
    if (!begin()) { fault('it never stood'); continue }
    if (document.querySelector('h1').textContent.trim() !== title) fault('another title')
    if (begin().getBoundingClientRect().bottom > innerHeight) fault('Begin is out of sight')
    if (document.scrollingElement.scrollWidth > innerWidth) fault('it scrolls sideways')
    document.querySelectorAll('main details').forEach((part) => (part.open = true))
    const steps = [...document.querySelectorAll('main ol li p')].map((step) => step.textContent)
    const meant = doses[0].steps.map(({ text }) => text)
    if (JSON.stringify(steps) !== JSON.stringify(meant)) fault('other steps')
    const { violations } = await axe.run('main', { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'], rules })
    for (const { id, nodes } of violations) fault(`${id} at ${nodes[0].target}`)
  }
  return faults
}
"""


def pill(page: Page, word: str) -> Locator:
    return page.get_by_role("button", name=word, exact=True)


def cards(page: Page) -> Locator:
    return page.locator("main li a[href^='/practise/']")


def field(page: Page) -> Locator:
    return page.get_by_label("Search, or tell me how it is")


def shelf(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


@pytest.fixture
def page(phone: Phone) -> Page:
    page = controlled(phone.open("/practise"))
    expect(cards(page).first).to_be_visible()
    return page


def test_what_is_asked_stands_in_the_address_and_is_found_again_on_the_way_back(page: Page) -> None:
    pill(page, "too much").click()
    pill(page, "More: minutes, energy, place").click()
    pill(page, "about 3").click()
    shelf(page, "Grounding").get_by_role("button", name="All of these").click()
    expect(page).to_have_url(re.compile(r"/practise\?need=too_much&minutes=3&all=grounding$"))
    titles = cards(page).all_inner_texts()
    cards(page).last.click()
    expect(page.get_by_role("link", name="Begin", exact=True)).to_have_attribute("href", re.compile(r"go\?dose=1$"))
    page.get_by_role("link", name="Back").click()
    expect(pill(page, "too much")).to_have_attribute("aria-pressed", "true")
    expect(cards(page).last).to_be_in_viewport()
    page.reload()
    expect(pill(page, "about 3")).to_have_attribute("aria-pressed", "true")
    assert cards(page).all_inner_texts() == titles
    page.get_by_role("navigation").get_by_role("link", name="Practise").click()
    expect(pill(page, "too much")).to_have_attribute("aria-pressed", "false")
    page.go_back()
    expect(pill(page, "too much")).to_have_attribute("aria-pressed", "true")


def test_where_nothing_fits_everything_is_one_tap_away(page: Page) -> None:
    page.goto(page.url + "?need=unreal&minutes=5&place=in_bed,outdoors,in_public&energy=high")
    expect(page.get_by_role("status").filter(has_text=re.compile("^0 of"))).to_be_attached()
    pill(page, "Show all").click()
    expect(cards(page).first).to_be_visible()
    expect(page).to_have_url(re.compile("/practise$"))


def test_a_search_needs_no_network_forgives_a_slip_and_goes_nowhere(page: Page) -> None:
    page.context.set_offline(True)
    page.reload()
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(f"{request.url} {request.post_data}"))
    field(page).fill("Can't slepe")
    expect(page.get_by_role("status").filter(has_text=re.compile(r"^\d+ found$"))).to_be_attached()
    expect(cards(page).filter(has_text="The furthest sound")).to_be_visible()
    expect(cards(page).filter(has_text="Push the wall")).to_have_count(0)
    field(page).press("Enter")
    expect(cards(page).first).to_be_focused()
    cards(page).first.click()
    page.get_by_role("link", name="Back").click()
    expect(field(page)).to_have_value("Can't slepe")
    assert "slepe" not in page.url
    page.reload()
    expect(field(page)).to_have_value("")
    assert [line for line in asked if "slepe" in line] == []


def test_whoever_may_not_be_safe_finds_help_first(page: Page) -> None:
    field(page).fill("I want to die")
    first = page.locator("main search ~ * a, main [data-results] a").first
    expect(first).to_contain_text("You don’t have to hold this alone")
    expect(cards(page).filter(has_text="Feet on the floor")).to_be_visible()
    field(page).press("Enter")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="You don’t have to hold this alone")).to_be_visible()


def test_ones_own_survive_the_browser_being_killed_and_are_never_sent(phone: Phone, page: Page) -> None:
    page.goto(f"{phone.url}/practise/push-the-wall")
    own = page.get_by_role("button", name="Keep Push the wall with your own")
    own.click()
    expect(own).to_have_attribute("aria-pressed", "true")
    phone.kill()
    page = phone.open("/practise")
    expect(shelf(page, "Your own").get_by_role("link")).to_contain_text(["Push the wall"])
    assert page.evaluate(OUTBOX) == "[]"
    shelf(page, "Your own").get_by_role("link").click()
    own = page.get_by_role("button", name="Keep Push the wall with your own")
    own.click()
    expect(own).to_have_attribute("aria-pressed", "false")
    page.get_by_role("link", name="Back").click()
    expect(shelf(page, "Movement")).to_be_visible()
    expect(shelf(page, "Your own")).to_have_count(0)


def test_the_page_of_every_exercise_stands_whole_with_its_beginning_in_sight(phone: Phone, page: Page) -> None:
    page.set_viewport_size(SMALLEST)
    exercises: list[dict[str, Any]] = page.context.request.get(f"{phone.url}/api/v1/exercises/").json()
    phone.cdp(page).send("Runtime.evaluate", {"expression": AXE})
    assert page.evaluate(WALK, exercises) == []
    assert phone.failures == []
