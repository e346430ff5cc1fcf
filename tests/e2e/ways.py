"""Accounts as a person meets them: a copy, the lock of a phone, an address, signing in."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import Phone
from tests.e2e.mailbox import Mailbox
from tests.e2e.steps import agree_to_sync, check_in, records, synced

LOCK = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
# Somebody else asks about sessions, until `window.ends[turn]()`; `window.begun[turn]` once it is their turn.
ASKING = """
(turn) => {
  window.ends ??= []
  window.begun ??= []
  window.begun[turn] = new Promise((begin) => {
    void navigator.locks.request('thaw-session', () => new Promise((end) => { window.ends[turn] = end; begin() }))
  })
}
"""
# Whether so many wait for their turn.
WAITING = """
(count) => navigator.locks.query()
  .then(({ pending }) => pending.filter(({ name }) => name === 'thaw-session').length === count)
"""


def lock_of(page: Page, *passkeys: Any) -> Callable[[], list[Any]]:
    """Give the phone of this page a lock that knows these passkeys; return what lists those it has."""
    cdp: Any = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    made = cdp.send("WebAuthn.addVirtualAuthenticator", {"options": LOCK})
    for passkey in passkeys:
        cdp.send("WebAuthn.addCredential", {**made, "credential": passkey})
    return lambda: list(cdp.send("WebAuthn.getCredentials", made)["credentials"])


def with_copy(phone: Phone, absence: str) -> Page:
    page = phone.open()
    check_in(page, absence)
    agree_to_sync(page, phone.url)
    return page


def to_account(page: Page) -> None:
    page.get_by_role("link", name="Account and devices").click()
    expect(page.get_by_role("heading", level=1, name="Account and devices")).to_be_visible()


def absences(page: Page, phone: Phone) -> list[str]:
    return sorted(record["absence"] for record in records(page, phone.url))


def status_of_session(page: Page, phone: Phone) -> int:
    return page.context.request.get(f"{phone.url}/api/v1/account/").status


def is_signed_out(page: Page, phone: Phone) -> None:
    for _ in range(100):
        if status_of_session(page, phone) == 401:
            return
        page.wait_for_timeout(50)
    pytest.fail("its cookie still opens the account")


def confirm_address(page: Page, mailbox: Mailbox, address: str) -> None:
    page.get_by_label("Your e-mail address").fill(address)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("The code from the e-mail").fill(mailbox.next_code(page, address))
    page.get_by_role("button", name="That is the code").click()
    expect(page.get_by_text(f"Codes go to {address}.")).to_be_visible()


def sign_in_by_mail(page: Page, mailbox: Mailbox, address: str) -> None:
    page.get_by_role("button", name="With a code by e-mail").click()
    page.get_by_label("Your e-mail address").fill(address)
    page.get_by_role("button", name="Send me a code").click()
    field = page.get_by_label("The code from the e-mail")
    field.fill("1234 5678")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_text("That code does not fit.")).to_be_visible()
    field.fill(mailbox.next_code(page, address))
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="You are signed in")).to_be_visible()
    expect(synced(page)).to_be_visible()
