"""What a person takes along as a locked file is real age, and comes back on an empty phone with no network."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect
from pyrage import passphrase

from tests.e2e.browser import Phone, controlled
from tests.e2e.carry import PASSPHRASE, choose, previewed
from tests.e2e.database import BUSY
from tests.e2e.steps import check_in, past, write

NOTE = "the kettle sang"


def locked_file(page: Page, url: str) -> bytes:
    page.goto(f"{url}/export")
    page.get_by_label("Everything, locked").check()
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name="Make the file").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save thaw-").click()
    return Path(download.value.path()).read_bytes()


def empty(page: Page, url: str) -> None:
    page.goto(f"{url}/settings")
    page.get_by_role("button", name="Delete everything on this phone").click()
    page.get_by_role("button", name="Yes, delete everything here").click()
    expect(page.get_by_text("This phone is empty now.")).to_be_visible()


def test_a_locked_file_is_real_age_and_comes_back_offline_on_an_empty_phone(phone: Phone) -> None:
    page = controlled(phone.open())
    page.context.set_offline(True)
    check_in(page)
    write(page, NOTE)
    file = locked_file(page, phone.url)
    told = json.loads(passphrase.decrypt(file, PASSPHRASE))
    assert [row["data"]["absence"] for row in told["content"]["check_ins"]] == ["behind_glass"]
    assert [row["data"] for row in told["content"]["private"]] == [{"text": NOTE}]
    empty(page, phone.url)
    page.goto(f"{phone.url}/import")
    choose(page, "anything.bin", file)
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name="Open it").click()
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_text("Brought in: 1 check-in, 1 note.")).to_be_visible()
    (line,) = past(page, phone.url, 1)
    assert "Behind glass" in line
    page.get_by_role("link", name="Behind glass").click()
    expect(page.get_by_text(NOTE)).to_be_visible()


def test_a_file_that_is_not_known_says_so_and_the_next_one_is_a_key_away(phone: Phone) -> None:
    page = phone.open("/import")
    choose(page, "shopping.txt", b"Milk, bread, rain boots")
    expect(page.get_by_role("alert").filter(has_text="This is no file that Thaw knows.")).to_be_visible()
    expect(page.get_by_label("Choose another file")).to_be_focused()


def test_an_import_left_half_way_says_what_became_of_it(phone: Phone) -> None:
    page = phone.open("/import")
    previewed(page)
    page.evaluate(BUSY)
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_role("status").filter(has_text="Writing it to this phone.")).to_be_visible()
    page.get_by_role("link", name="Today").click()
    expect(page.get_by_role("status").filter(has_text="Stopped. What was written stays")).to_be_visible()


def test_what_another_app_left_open_is_drawn_as_neither_near_nor_far(phone: Phone) -> None:
    page = phone.open()
    check_in(page)
    page.goto(f"{phone.url}/import")
    previewed(page)
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_role("button", name="Take it back")).to_be_visible()
    past(page, phone.url, 3)
    brought = page.locator("main li").filter(has_text="22:13")
    expect(brought).to_be_visible()
    expect(brought.locator(".haze")).to_have_count(0)
    expect(page.locator("main li").filter(has_text="Behind glass").locator(".haze")).to_have_count(1)
    page.goto(f"{phone.url}/patterns")
    left_open = page.get_by_text("noted, and left open")
    expect(page.get_by_role("list", name="What the panes show")).to_be_visible()
    expect(left_open).to_have_count(0)
    while not page.get_by_text("May 2026").count():
        page.get_by_role("button", name="The month before").click()
    expect(left_open).to_be_visible()
    expect(page.locator("ol .haze")).to_have_count(0)
