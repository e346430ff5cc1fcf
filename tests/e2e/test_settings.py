"""Settings: what is chosen holds from the first paint on, goes where it is said to go, and can be taken back."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.browser import Phone
from tests.e2e.carry import ASIDE
from tests.e2e.steps import agree_to_sync, check_in, synced

THEMES = """
window.themes = []
new MutationObserver(() => window.themes.push(document.documentElement.dataset.theme))
  .observe(document, { subtree: true, attributes: true, attributeFilter: ['data-theme'] })
"""


def settings(phone: Phone) -> Page:
    page = phone.open("/settings")
    expect(page.get_by_role("heading", level=1, name="Settings")).to_be_visible()
    return page


def kept(page: Page, url: str) -> dict[str, Any]:
    """Return the settings as the server has them, by key."""
    token = page.context.request.get(f"{url}/api/v1/account/").json()
    body = {"device": token["device"]["id"], "epoch": token["epoch"], "cursor": 0, "limit": 500, "changes": []}
    answer = page.context.request.post(
        f"{url}/api/v1/sync/", data=body, headers={"X-CSRFToken": token["csrf_token"]}
    ).json()
    rows = [change for change in answer["records"] if change["collection"] == "settings" and not change["deleted"]]
    return {row["data"]["key"]: row["data"]["value"] for row in rows}


def test_the_chosen_theme_is_there_before_the_first_paint(phone: Phone) -> None:
    page = settings(phone)
    page.get_by_role("group", name="Light or dark").get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
    page.add_init_script(THEMES)
    page.reload()
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
    assert set(page.evaluate("window.themes")) <= {"dark"}
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(20, 22, 27)"


def test_larger_words_are_larger_everywhere_and_on_this_phone_only(phone: Phone) -> None:
    page = settings(phone)
    page.get_by_role("button", name="Largest").click()
    page.goto(phone.url)
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 21.6


def test_quiet_hours_cap_country_and_theme_reach_the_server(phone: Phone) -> None:
    page = settings(phone)
    agree_to_sync(page, phone.url)
    page.get_by_label("Quiet from").fill("20:30")
    page.get_by_label("Quiet from").blur()
    expect(page.get_by_text("No reminder arrives between 20:30 and 09:00.")).to_be_visible()
    page.get_by_role("button", name="2 reminders").click()
    page.get_by_label("Numbers under Help are for").select_option(label="Portugal")
    page.get_by_role("group", name="Light or dark").get_by_role("button", name="Light").click()
    expect(page.get_by_role("button", name="Light")).to_have_attribute("aria-pressed", "true")
    page.goto(f"{phone.url}/help")
    expect(page.get_by_label("Numbers for")).to_have_value("PT")
    page.goto(f"{phone.url}/settings")
    expect(synced(page)).to_be_visible()
    expect(page.get_by_text("Nothing is waiting.")).to_be_visible()
    chosen = kept(page, phone.url)
    chosen.pop("quiet_until", None)
    wanted = {"quiet_hours": {"from": "20:30", "to": "09:00"}, "daily_cap": 2, "country": "PT", "theme": "light"}
    assert chosen == wanted


def test_this_phone_is_marked_in_the_list_and_offline_it_says_so(phone: Phone) -> None:
    page = settings(phone)
    agree_to_sync(page, phone.url)
    page.get_by_role("link", name="Account and devices").click()
    mine = page.get_by_role("listitem").filter(has_text="this one")
    expect(mine).to_be_visible()
    expect(mine.get_by_role("button")).to_have_count(0)
    page.context.set_offline(True)
    page.get_by_role("link", name="Back").click()
    page.get_by_role("link", name="Account and devices").click()
    expect(page.get_by_text("The list is on the server. There is no connection just now.")).to_be_visible()


def test_privacy_and_licences_can_be_read_from_here(phone: Phone) -> None:
    page = settings(phone)
    page.get_by_role("link", name="Privacy").click()
    expect(page.get_by_role("heading", level=1, name="Privacy")).to_be_visible()
    page.get_by_role("link", name="Back").click()
    page.get_by_role("link", name="Licences").click()
    page.get_by_text("Read the licence").click()
    expect(page.get_by_text("GNU AFFERO GENERAL PUBLIC LICENSE").first).to_be_visible()
    expect(page.get_by_text("DOI 10.3758/s13428-018-1099-3")).to_be_visible()


def test_deleting_everything_on_this_phone_makes_it_new(new_phone: Callable[..., Phone]) -> None:
    phone = new_phone(welcomed=False)
    page = phone.open()
    page.get_by_role("button", name="Skip this").click()
    check_in(page)
    page.goto(f"{phone.url}/settings")
    page.get_by_role("button", name="Dark").click()
    page.get_by_role("button", name="Delete everything on this phone").click()
    page.get_by_role("button", name="Yes, delete everything here").click()
    expect(page.get_by_text("This phone is empty now.")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-theme", "system")
    page.goto(phone.url)
    expect(page.get_by_role("heading", name="When feelings seem far away")).to_be_visible()


def test_what_is_being_typed_in_another_window_goes_with_everything(phone: Phone) -> None:
    page = settings(phone)
    other = page.context.new_page()
    other.goto(f"{phone.url}/write")
    box = other.get_by_role("textbox", name="Your page")
    box.fill("Rain on the window.")
    expect(other.get_by_text("Kept, only on this phone.")).to_be_visible()
    box.press_sequentially(" And")
    page.get_by_role("button", name="Delete everything on this phone").click()
    page.get_by_role("button", name="Yes, delete everything here").click()
    other.wait_for_url(f"{phone.url}/")
    other.goto(f"{phone.url}/write")
    expect(other.get_by_text("What you write is gathered here")).to_be_visible()


def test_a_change_that_was_set_aside_is_said_and_a_tap_away(phone: Phone) -> None:
    page = settings(phone)
    agree_to_sync(page, phone.url)
    page.evaluate(ASIDE)
    page.reload()
    copy = page.get_by_text("Set aside: 1 change.").locator("..")
    expect(copy).to_be_visible()
    copy.get_by_role("link", name="On the way", exact=True).click()
    expect(page.get_by_role("heading", name="Set aside: 1 change")).to_be_visible()
