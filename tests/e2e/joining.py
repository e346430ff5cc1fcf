"""What brings the screens of the account into the state that is looked at."""

import re

from playwright.sync_api import Page, expect

SYNCED = re.compile("^(Synced|Saved on this phone, more in Settings)$")
AGREE = re.compile("^(Keep a copy on this server|Begin a new copy)$")


def by_mail(page: Page) -> None:
    """Ask for a code, where the server can send one; else the ways that are left."""
    way = page.get_by_role("button", name="With a code by e-mail")
    expect(way.or_(page.get_by_text("This server does not send e-mail"))).to_be_visible()
    if way.is_visible():
        way.click()
        expect(page.get_by_label("Your e-mail address")).to_be_visible()


def with_copy(page: Page) -> None:
    """Keep a copy on the server, unless this phone has one already."""
    agree = page.get_by_role("button", name=AGREE)
    phones = page.get_by_text(", this one")
    expect(agree.or_(phones)).to_be_visible()
    if agree.is_visible():
        agree.click()
    expect(phones).to_be_visible()
    # What another screen had set aside is still there, and the chip says so.
    expect(page.get_by_role("link", name=SYNCED)).to_be_visible()


def with_codes(page: Page) -> None:
    with_copy(page)
    if (anew := page.get_by_role("button", name="Make new ones")).is_visible():
        anew.click()
        page.get_by_role("button", name="Yes, make new ones").click()
    else:
        page.get_by_role("button", name="Make recovery codes").click()
    expect(page.locator(".recovery-codes li")).to_have_count(8)


def logged_out(page: Page) -> None:
    """Log out of a copy that can be had back, and keep everything here, unless that was done before."""
    left = page.get_by_role("heading", name="This phone is logged out")
    expect(left.or_(page.get_by_role("button", name=AGREE)).or_(page.get_by_text(", this one")).first).to_be_visible()
    if left.is_visible():
        return
    with_codes(page)
    page.get_by_role("button", name="I kept them").click()
    page.get_by_role("button", name="Log out on this phone").click()
    page.get_by_role("button", name="Log out and keep everything here").click()
    expect(left).to_be_visible()


def about_to_empty(page: Page) -> None:
    page.get_by_role("button", name="Delete everything on this phone").click()
    expect(page.get_by_role("button", name="Yes, delete everything here")).to_be_visible()


def crowded(page: Page) -> None:
    """Leave a new reminder no room beside the earlier ones."""
    page.get_by_label("At about").fill("19:00")
    expect(page.get_by_role("button", name="Let two come in a day")).to_be_visible()
