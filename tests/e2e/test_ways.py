"""Each way back in, used by a person: set up on one phone, used on another, changed, lost, taken away."""

import re
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Locator, Page, expect

from tests.e2e.browser import Phone
from tests.e2e.mailbox import Mailbox
from tests.e2e.site import ROOT, Site
from tests.e2e.steps import button, synced
from tests.e2e.ways import absences, confirm_address, lock_of, sign_in_by_mail, to_account, with_copy

PASSWORD, ANOTHER = "rain on the warm road", "the kettle and the window"
# A session whose owner last showed an hour ago that it is theirs.
AN_HOUR_LATER = """
from backend.accounts.sessions import SessionStore
session = SessionStore({!r})
for proof in session.get("account_authentication_methods", []):
    proof["at"] -= 3600
session.save()
"""
PhoneMaker = Callable[..., Phone]


def card(page: Page, title: str) -> Locator:
    heading = page.get_by_role("heading", name=title, exact=True)
    return page.locator(".parts > *").filter(has=heading)


def digits(secret: str) -> str:
    """Return what an app shows just now for what was typed into it."""
    return str(format_hotp_value(hotp_value(secret.replace(" ", ""), int(time.time()) // 30)))


def codes_kept(page: Page) -> list[str]:
    """Write the recovery codes down, and put them away."""
    expect(page.locator(".recovery-codes li")).to_have_count(8)
    codes = page.locator(".recovery-codes li").all_inner_texts()
    button(page, "I kept them").click()
    return codes


def sign_in(phone: Phone, way: str) -> Page:
    page = phone.open("/sign-in")
    button(page, way).click()
    return page


def is_in(page: Page) -> None:
    expect(page.get_by_role("heading", name="You are signed in")).to_be_visible()
    expect(synced(page)).to_be_visible()


def an_hour_later(site: Site, page: Page) -> None:
    (key,) = [cookie["value"] for cookie in page.context.cookies() if "session" in cookie["name"]]
    command = [sys.executable, "manage.py", "shell", "-c", AN_HOUR_LATER.format(key)]
    subprocess.run(command, cwd=ROOT, env=site.environment, check=True, capture_output=True)


@pytest.fixture
def account(new_phone: PhoneMaker) -> Page:
    """Return the screen of an account that only its phone can open, with one check-in."""
    page = with_copy(new_phone(), "Nothing")
    to_account(page)
    return page


def with_password_and_app(account: Page, mailbox: Mailbox, address: str) -> list[str]:
    """Add both; return the recovery codes that come with the app."""
    confirm_address(account, mailbox, address)
    ways = card(account, "Password and app")
    button(ways, "Set the password").click()
    ways.get_by_label("A new password").fill("short")
    button(ways, "Set the password").click()
    expect(ways.get_by_text("That password is too short.")).to_be_visible()
    ways.get_by_label("A new password").fill(PASSWORD)
    button(ways, "Set the password").click()
    expect(ways.get_by_text("The password is set.")).to_be_visible()
    button(ways, "Add an app").click()
    ways.get_by_label("Six digits from the app").fill(digits(ways.locator(".secret").inner_text()))
    button(ways, "Confirm").click()
    codes = codes_kept(account)
    expect(ways.get_by_text("After the password, the app is asked for.")).to_be_visible()
    return codes


def second_step(page: Page, code: str) -> None:
    expect(page.get_by_role("heading", name="One more step")).to_be_visible()
    page.get_by_label("Six digits from the app, or a recovery code").fill(code)
    button(page, "Sign in").click()
    is_in(page)


def test_a_password_with_an_app_opens_the_copy_and_a_forgotten_one_is_chosen_anew(
    account: Page, new_phone: PhoneMaker, mailbox: Mailbox
) -> None:
    address = "password@example.org"
    first, second, *_ = with_password_and_app(account, mailbox, address)
    knowing, forgetting = new_phone(), new_phone()
    page = sign_in(knowing, "With a password")
    page.get_by_label("Your e-mail address").fill(address)
    page.get_by_label("Your password").fill("not this one at all")
    button(page, "Sign in").click()
    expect(page.get_by_text("Address and password do not fit together.")).to_be_visible()
    page.get_by_label("Your password").fill(PASSWORD)
    button(page, "Sign in").click()
    second_step(page, first)
    assert absences(page, knowing) == ["nothing"]

    page = sign_in(forgetting, "With a password")
    button(page, "I do not know it any more").click()
    page.get_by_label("Your e-mail address").fill(address)
    button(page, "Send me a code").click()
    page.get_by_label("The code from the e-mail").fill(mailbox.next_code(page, address))
    page.get_by_label("A new password").fill(ANOTHER)
    button(page, "Set the password").click()
    second_step(page, second)
    assert absences(page, forgetting) == ["nothing"]


def test_a_recovery_code_opens_the_copy_of_a_lost_phone_and_only_once(account: Page, new_phone: PhoneMaker) -> None:
    lock_of(account)
    button(account, "Add the lock of this phone").click()
    code, *_ = codes_kept(account)
    second = new_phone()
    other = sign_in(second, "I lost my phone: a recovery code")
    other.get_by_label("A recovery code").fill(code.upper().replace("-", " "))
    button(other, "Sign in").click()
    is_in(other)
    assert absences(other, second) == ["nothing"]
    third = sign_in(new_phone(), "I lost my phone: a recovery code")
    third.get_by_label("A recovery code").fill(code)
    button(third, "Sign in").click()
    expect(third.get_by_text("That code does not fit. It may be mistyped, or used already.")).to_be_visible()


def test_after_an_hour_a_way_is_changed_only_by_who_shows_one(account: Page, site: Site) -> None:
    lock_of(account)
    button(account, "Add the lock of this phone").click()
    codes = codes_kept(account)
    an_hour_later(site, account)
    lock = card(account, "The lock of this phone")
    button(lock, "Show which ones").click()
    button(lock, "Remove it").click()
    button(lock, "Yes, remove it").click()
    expect(account.get_by_role("heading", name="First, is it you?")).to_be_focused()
    button(account, "Not now").click()
    expect(lock.get_by_text("One is set up.")).to_be_visible()
    button(lock, "Remove it").click()
    button(lock, "Yes, remove it").click()
    account.get_by_label("Six digits from the app, or a recovery code").fill(codes[0])
    button(account, "Go on").click()
    expect(lock.get_by_text("Removed.")).to_be_visible()
    expect(lock.get_by_text("One is set up.")).not_to_be_visible()
    expect(button(lock, "Add the lock of this phone")).to_be_visible()


def test_an_address_alone_is_proof_enough_to_add_another_way(account: Page, site: Site, mailbox: Mailbox) -> None:
    confirm_address(account, mailbox, "only.mail@example.org")
    an_hour_later(site, account)
    lock_of(account)
    button(account, "Add the lock of this phone").click()
    codes_kept(account)
    expect(card(account, "The lock of this phone").get_by_text("One is set up.")).to_be_visible()


def test_an_address_is_removed_once_there_is_another_way_and_the_password_goes_with_it(
    account: Page, mailbox: Mailbox
) -> None:
    address = "leaving@example.org"
    confirm_address(account, mailbox, address)
    mail = card(account, "E-mail")
    expect(mail.get_by_text("It is the only way back in.")).to_be_visible()
    ways = card(account, "Password and app")
    button(ways, "Set the password").click()
    ways.get_by_label("A new password").fill(PASSWORD)
    button(ways, "Set the password").click()
    expect(ways.get_by_text("The password is set.")).to_be_visible()
    button(account, "Make recovery codes").click()
    codes_kept(account)
    button(mail, "Remove the address").click()
    expect(mail.get_by_text("the password that goes with it is removed too")).to_be_visible()
    button(mail, "Yes, remove it").click()
    expect(mail.get_by_text("The address is removed.")).to_be_visible()
    expect(account.get_by_text(f"Codes go to {address}.")).not_to_be_visible()
    expect(ways.get_by_text("Confirm an e-mail address first")).to_be_visible()
    assert mailbox.next_with(account, address, re.compile("There is a new password"))
    assert mailbox.next_with(account, address, re.compile("This address was removed"))


def test_the_code_can_be_fetched_from_elsewhere_and_typed_in_after_a_reload(account: Page, mailbox: Mailbox) -> None:
    address = "elsewhere@example.org"
    account.get_by_label("Your e-mail address").fill(address)
    button(account, "Send me a code").click()
    field = account.get_by_label("The code from the e-mail")
    expect(field).to_be_focused()
    account.reload()
    expect(account.get_by_text(f"A code is on its way to {address}.")).to_be_visible()
    field.fill(mailbox.next_code(account, address))
    button(account, "That is the code").click()
    expect(account.get_by_text(f"Codes go to {address}.")).to_be_visible()
    account.reload()
    expect(account.get_by_text(f"Codes go to {address}.")).to_be_visible()
    expect(field).to_have_count(0)


def test_all_other_phones_are_ended_at_once(account: Page, new_phone: PhoneMaker, mailbox: Mailbox) -> None:
    address = "three.phones@example.org"
    confirm_address(account, mailbox, address)
    others = []
    for _ in range(2):
        page = new_phone().open("/sign-in")
        sign_in_by_mail(page, mailbox, address)
        others.append(page)
    account.reload()
    expect(button(account, "End its access")).to_have_count(2)
    button(account, "End all other phones").click()
    button(account, "Yes, end them all").click()
    expect(account.get_by_text("Only this phone is signed in now.")).to_be_visible()
    expect(button(account, "End its access")).to_have_count(0)
    for page in others:
        assert page.context.request.get(page.url.replace("/sign-in", "/api/v1/account/")).status == 401
