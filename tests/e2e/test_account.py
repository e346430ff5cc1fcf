"""Ways back in, a second phone, ending a phone from another one, logging out."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.browser import Phone, controlled
from tests.e2e.mailbox import Mailbox
from tests.e2e.steps import agree_to_sync, check_in, synced
from tests.e2e.ways import absences, confirm_address, lock_of, sign_in_by_mail, to_account, with_copy


def test_the_lock_of_one_phone_opens_the_copy_on_another_and_nothing_is_lost_or_doubled(
    new_phone: Callable[..., Phone],
) -> None:
    first, second = new_phone(), new_phone()
    page = with_copy(first, "Nothing")
    passkeys = lock_of(page)
    to_account(page)
    expect(page.get_by_text("Only this phone can open the copy")).to_be_visible()
    page.get_by_role("button", name="Add the lock of this phone").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    expect(page.locator(".recovery-codes li")).to_have_count(8)
    page.get_by_role("button", name="I kept them").click()
    expect(page.get_by_text("There is a way back in")).to_be_visible()

    other = with_copy(second, "Behind glass")
    lock_of(other, *passkeys())
    other.get_by_role("link", name="Account and devices").click()
    other.goto(f"{second.url}/sign-in")
    other.get_by_role("button", name="With the lock of this phone").click()
    expect(other.get_by_role("heading", name="You are signed in")).to_be_visible()
    expect(synced(other)).to_be_visible()
    assert absences(other, second) == ["behind_glass", "nothing"]
    assert absences(page, first) == ["behind_glass", "nothing"]


def test_a_phone_that_was_ended_from_another_says_so_keeps_all_and_signs_in_again(
    new_phone: Callable[..., Phone], mailbox: Mailbox
) -> None:
    address = "two.phones@example.org"
    first, second = new_phone(), new_phone()
    page = with_copy(first, "Nothing")
    to_account(page)
    confirm_address(page, mailbox, address)

    other = second.open("/sign-in")
    sign_in_by_mail(other, mailbox, address)
    page.reload()
    page.get_by_role("button", name="End its access").click()
    page.get_by_role("button", name="Yes, end it").click()
    expect(page.get_by_text("Its access has ended.")).to_be_visible()

    other.goto(second.url)
    check_in(other, "Too mixed")
    other.get_by_role("link", name="Saved on this phone, more in Settings").click()
    expect(other.get_by_text("Its access may have been ended from another phone")).to_be_visible()
    assert absences(page, first) == ["nothing"]
    sign_in_by_mail(other, mailbox, address)
    assert absences(other, second) == ["nothing", "too_mixed"]


def test_logging_out_says_that_nothing_could_open_the_copy_again_and_keeps_everything(phone: Phone) -> None:
    page = with_copy(phone, "Nothing")
    to_account(page)
    page.get_by_role("button", name="Log out on this phone").click()
    expect(page.get_by_text("You could add a way in above, and log out then.")).to_be_visible()
    page.get_by_role("button", name="Log out and keep everything here").click()
    expect(page.get_by_text("This phone is logged out. Everything is still here.")).to_be_visible()
    assert page.context.request.get(f"{phone.url}/api/v1/account/").status == 401
    page.goto(f"{phone.url}/check-ins")
    expect(page.get_by_text("Saved on this phone", exact=True)).to_be_visible()
    expect(page.locator("main a[href^='/check-ins/']:not([href$=new])")).to_have_count(1)
    agree_to_sync(page, phone.url)
    assert absences(page, phone) == ["nothing"]


def test_signing_in_without_a_network_says_what_it_needs_before_anything_is_tried(phone: Phone) -> None:
    page = controlled(phone.open())
    page.context.set_offline(True)
    page.goto(f"{phone.url}/sign-in")
    expect(page.get_by_role("status").filter(has_text="Signing in needs a connection")).to_be_visible()
    expect(page.get_by_text("Nothing has changed")).to_have_count(0)
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_text("Signing in needs a connection")).to_have_count(0)
