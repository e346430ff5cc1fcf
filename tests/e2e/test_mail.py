"""Reminders by e-mail: given on the Reminders screen, agreed to on the page behind the link, stopped on either."""

from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.e2e.browser import Phone
from tests.e2e.steps import agree_to_sync, make_reminder
from tests.notifications.mail_server import MailServer, links


def give(page: Page, address: str) -> None:
    """Give an address on the Reminders screen, where it was mistyped at first."""
    page.get_by_role("button", name="Set up e-mail").click()
    field = page.get_by_label("Your e-mail address")
    field.fill("not an address")
    page.get_by_role("button", name="Send a mail to check it").click()
    expect(page.get_by_text("That can’t be used as an e-mail address.")).to_be_visible()
    field.fill(address)
    field.press("Enter")
    expect(page.get_by_text(f"A mail with a link goes to {address}.")).to_be_visible()


def press(page: Page, link: str, button: str, then: str) -> None:
    """Open a link of a mail in a tab of its own and press its one button."""
    tab = page.context.new_page()
    tab.goto(link)
    tab.get_by_role("button", name=button).click()
    expect(tab.get_by_role("heading", name=then)).to_be_visible()
    tab.close()
    page.reload()


def forget(page: Page) -> None:
    page.get_by_role("button", name="Forget the address").click()
    page.get_by_role("button", name="Yes, forget it").click()


def test_an_address_is_given_agreed_to_stopped_and_forgotten(phone: Phone, mail_server: MailServer) -> None:
    address = f"{uuid4().hex}@example.org"
    page = phone.open()
    make_reminder(page, phone.url, "Breath", "20:30")
    agree_to_sync(page, phone.url)
    page.goto(f"{phone.url}/reminders")
    give(page, address)
    mail_server.wait_for(lambda: mail_server.to(address))
    yes, stop = links(mail_server.to(address)[0])
    press(page, yes, "Yes, send them here", "Messages may come here now.")
    expect(page.get_by_text(f"When no phone of yours can be reached, reminders go to {address}.")).to_be_visible()
    press(page, stop, "Stop them", "No more messages come here.")
    expect(page.get_by_text(f"Mail to {address} was stopped")).to_be_visible()
    page.context.set_offline(True)
    forget(page)
    expect(page.get_by_text("There is no connection just now. Nothing has changed.")).to_be_visible()
    page.context.set_offline(False)
    forget(page)
    expect(page.get_by_text("No more e-mail. The address is forgotten.")).to_be_visible()
