"""Leaving: a phone is emptied, evicted, ended from another one or logged out, and no last copy is lost on the way."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import Phone, controlled
from tests.e2e.database import BUSY, until
from tests.e2e.mailbox import Mailbox
from tests.e2e.steps import agree_to_sync, button, check_in, past
from tests.e2e.ways import (
    ASKING,
    WAITING,
    absences,
    confirm_address,
    is_signed_out,
    lock_of,
    sign_in_by_mail,
    status_of_session,
    to_account,
    with_copy,
)

PhoneMaker = Callable[..., Phone]
CANNOT_UNSUBSCRIBE = """
PushManager.prototype.getSubscription = () => Promise.reject(new DOMException('no', 'AbortError'))
"""


@pytest.fixture
def home(new_phone: PhoneMaker, mailbox: Mailbox, request: pytest.FixtureRequest) -> tuple[Page, Phone, str]:
    """Return a phone whose account can be opened by a code to an address, and holds 'nothing'."""
    phone = new_phone()
    page = with_copy(phone, "Nothing")
    to_account(page)
    address = f"{abs(hash(request.node.name))}@example.org"
    confirm_address(page, mailbox, address)
    return page, phone, address


def ask_to_empty(page: Page, phone: Phone) -> None:
    page.goto(f"{phone.url}/settings")
    button(page, "Delete everything on this phone").click()


def empty(page: Page, phone: Phone) -> None:
    ask_to_empty(page, phone)
    button(page, "Yes, delete everything here").click()
    expect(page.get_by_text("This phone is empty now.")).to_be_visible()


def evict(page: Page, phone: Phone) -> None:
    """Take away what the browser keeps for the page, but not its cookie: some do after a week without a visit."""
    page.goto("about:blank")
    phone.cdp(page).send("Storage.clearDataForOrigin", {"origin": phone.url, "storageTypes": "indexeddb"})


def log_out_and_delete(page: Page) -> None:
    button(page, "Log out on this phone").click()
    button(page, "Log out and delete it from this phone").click()
    button(page, "Yes, log out and delete").click()


def end_from_another(new_phone: PhoneMaker, mailbox: Mailbox, address: str) -> Page:
    other = new_phone().open("/sign-in")
    sign_in_by_mail(other, mailbox, address)
    other.get_by_role("link", name="Ways back in").click()
    button(other, "End its access").click()
    button(other, "Yes, end it").click()
    expect(other.get_by_text("Its access has ended.")).to_be_visible()
    return other


def test_a_phone_whose_storage_was_evicted_brings_its_copy_along_into_another_account(
    home: tuple[Page, Phone, str], new_phone: PhoneMaker, mailbox: Mailbox
) -> None:
    _, _, address = home
    phone = new_phone()
    page = with_copy(phone, "Behind glass")
    evict(page, phone)
    page.goto(f"{phone.url}/sign-in")
    sign_in_by_mail(page, mailbox, address)
    assert absences(page, phone) == ["behind_glass", "nothing"]
    assert len(past(page, phone.url, 2)) == 2


def test_an_evicted_phone_with_a_way_in_is_back_without_a_code(home: tuple[Page, Phone, str]) -> None:
    page, phone, address = home
    evict(page, phone)
    page.goto(f"{phone.url}/sign-in")
    button(page, "With a code by e-mail").click()
    page.get_by_label("Your e-mail address").fill(address)
    button(page, "Send me a code").click()
    expect(page.get_by_role("heading", name="You are signed in")).to_be_visible()
    past(page, phone.url, 1)


def test_an_emptied_phone_is_signed_out_and_only_a_way_in_brings_its_copy_back(
    home: tuple[Page, Phone, str], mailbox: Mailbox
) -> None:
    page, phone, address = home
    ask_to_empty(page, phone)
    expect(page.get_by_text("The copy on the server stays, and you can sign in to it again.")).to_be_visible()
    empty(page, phone)
    is_signed_out(page, phone)
    agree_to_sync(page, phone.url)
    assert absences(page, phone) == []
    page.goto(f"{phone.url}/sign-in")
    sign_in_by_mail(page, mailbox, address)
    past(page, phone.url, 1)


def test_a_phone_emptied_without_a_network_is_signed_out_once_it_has_one(home: tuple[Page, Phone, str]) -> None:
    page, phone, _ = home
    controlled(page)
    page.context.set_offline(True)
    check_in_elsewhere(page, phone)
    ask_to_empty(page, phone)
    expect(page.get_by_text("1 change has not gone up, and would be lost.")).to_be_visible()
    empty(page, phone)
    page.reload(wait_until="networkidle")
    assert status_of_session(page, phone) == 200
    page.context.set_offline(False)
    is_signed_out(page, phone)


def check_in_elsewhere(page: Page, phone: Phone) -> None:
    page.goto(phone.url)
    check_in(page, "Too mixed")


def test_a_phone_that_alone_could_open_its_copy_says_before_that_it_goes_too(phone: Phone) -> None:
    page = with_copy(phone, "Nothing")
    ask_to_empty(page, phone)
    expect(page.get_by_text("Nobody could open the copy on the server without this phone")).to_be_visible()
    empty(page, phone)
    is_signed_out(page, phone)


def test_a_forgotten_password_chosen_anew_on_a_fresh_phone_signs_it_in(
    home: tuple[Page, Phone, str], new_phone: PhoneMaker, mailbox: Mailbox
) -> None:
    page, _, address = home
    button(page, "Set the password").click()
    page.get_by_label("A new password").fill("rain on the warm road")
    button(page, "Set the password").click()
    expect(page.get_by_text("The password is set.")).to_be_visible()
    fresh = new_phone()
    other = fresh.open("/sign-in")
    button(other, "With a password").click()
    button(other, "I do not know it any more").click()
    other.get_by_label("Your e-mail address").fill(address)
    button(other, "Send me a code").click()
    other.get_by_label("The code from the e-mail").fill(mailbox.next_code(other, address))
    other.get_by_label("A new password").fill("the kettle and the window")
    button(other, "Set the password").click()
    expect(other.get_by_role("heading", name="You are signed in")).to_be_visible()
    past(other, fresh.url, 1)


def test_a_phone_that_was_ended_does_not_say_that_the_copy_is_deleted(
    home: tuple[Page, Phone, str], new_phone: PhoneMaker, mailbox: Mailbox
) -> None:
    page, phone, address = home
    page.goto(f"{phone.url}/settings")
    other = end_from_another(new_phone, mailbox, address)
    button(page, "Delete the copy on the server").click()
    button(page, "Yes, delete the copy").click()
    expect(page.get_by_text("This phone can’t delete the copy any more.")).to_be_visible()
    expect(page.get_by_text("A copy is kept on this server.")).to_be_visible()
    assert other.context.request.get(f"{phone.url}/api/v1/check-ins/").json()["results"] != []


def test_a_portal_that_answers_401_deletes_nothing_and_the_phone_says_so(phone: Phone) -> None:
    page = with_copy(phone, "Nothing")
    page.context.route("**/api/**", lambda route: route.fulfill(status=401, content_type="text/html", body="Wi-Fi"))
    button(page, "Delete the copy on the server").click()
    button(page, "Yes, delete the copy").click()
    expect(page.get_by_text("That did not work just now. Nothing has changed.")).to_be_visible()
    expect(page.get_by_text("A copy is kept on this server.")).to_be_visible()


def test_logging_out_and_deleting_does_both_also_where_push_cannot_be_let_go(home: tuple[Page, Phone, str]) -> None:
    page, phone, _ = home
    page.add_init_script(CANNOT_UNSUBSCRIBE)
    page.reload()
    log_out_and_delete(page)
    expect(page.get_by_text("This phone is logged out, and empty.")).to_be_visible()
    is_signed_out(page, phone)
    past(page, phone.url, 0)


@pytest.mark.parametrize(
    ("path", "taps", "ends", "turns"),
    [
        ("/account", ["Log out on this phone", "Log out and keep everything here"], "/api/v1/account/log-out/", 2),
        ("/settings", ["Delete the copy on the server", "Yes, delete the copy"], "/api/v1/account/", 1),
    ],
)
def test_a_session_is_ended_only_when_nobody_else_asks_about_one(
    home: tuple[Page, Phone, str], path: str, taps: list[str], ends: str, turns: int
) -> None:
    page, phone, _ = home
    page.goto(phone.url + path)
    button(page, taps[0]).click()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate(ASKING, 0)
    page.evaluate("window.begun[0]")
    button(page, taps[1]).click()
    for turn in range(1, turns):
        until(page, WAITING, 1)
        page.evaluate(ASKING, turn)
        page.evaluate(f"window.ends[{turn - 1}]()")
        page.evaluate(f"window.begun[{turn}]")
    until(page, WAITING, 1)
    assert phone.url + ends not in asked
    with page.expect_request(phone.url + ends):
        page.evaluate(f"window.ends[{turns - 1}]()")
    is_signed_out(page, phone)


def test_a_phone_is_called_empty_only_once_it_is(home: tuple[Page, Phone, str]) -> None:
    page, phone, _ = home
    page.evaluate(BUSY)
    log_out_and_delete(page)
    page.evaluate("window.asked")
    assert page.get_by_text("This phone is logged out, and empty.").count() == 0
    page.evaluate("window.go = true")
    expect(page.get_by_text("This phone is logged out, and empty.")).to_be_visible()
    past(page, phone.url, 0)


def test_a_phone_that_could_not_be_emptied_says_that_it_is_logged_out_alone(home: tuple[Page, Phone, str]) -> None:
    page, phone, _ = home
    page.evaluate("void (IDBObjectStore.prototype.clear = () => { throw new DOMException('no', 'UnknownError') })")
    log_out_and_delete(page)
    expect(page.get_by_text("This phone is logged out, but what is here could not be deleted.")).to_be_visible()
    is_signed_out(page, phone)
    past(page, phone.url, 1)


def test_a_phone_that_was_ended_says_where_what_is_here_goes_and_can_begin_anew(
    home: tuple[Page, Phone, str], new_phone: PhoneMaker, mailbox: Mailbox
) -> None:
    page, phone, address = home
    end_from_another(new_phone, mailbox, address)
    check_in_elsewhere(page, phone)
    expect(page.get_by_role("link", name="Saved on this phone, more in Settings")).to_be_visible()
    page.goto(f"{phone.url}/account")
    expect(page.get_by_text("Nothing changes on the server, which does not know this phone just now.")).to_be_visible()
    page.get_by_role("link", name="Sign in again").click()
    expect(page.get_by_text("What is on this phone goes along to whichever account you sign in to.")).to_be_visible()
    page.goto(f"{phone.url}/account")
    button(page, "Begin a new copy").click()
    expect(page.get_by_text("Only this phone can open the copy")).to_be_visible()
    expect(page.get_by_role("link", name="Synced")).to_be_visible()
    assert absences(page, phone) == ["nothing", "too_mixed"]


def test_logging_out_counts_what_was_set_aside_and_settings_say_where_the_copy_is(
    home: tuple[Page, Phone, str],
) -> None:
    page, phone, _ = home
    refusal = {"type": "client_error", "errors": []}
    page.context.route("**/api/v1/sync/", lambda route: route.fulfill(status=400, json=refusal))
    check_in_elsewhere(page, phone)
    page.goto(f"{phone.url}/account")
    button(page, "Log out on this phone").click()
    expect(page.get_by_text("1 change was set aside, and is only on this phone.")).to_be_visible()
    expect(page.get_by_text("All that goes up has gone up.")).to_have_count(0)
    button(page, "Log out and keep everything here").click()
    expect(page.get_by_text("This phone is logged out. Everything is still here.")).to_be_visible()
    page.goto(f"{phone.url}/settings")
    expect(page.get_by_text("Since this phone logged out, what you note stays on it alone.")).to_be_visible()
    expect(page.get_by_text("Everything is on this phone alone.")).to_have_count(0)
    page.get_by_role("link", name="Sign in again").click()
    expect(page.get_by_role("heading", name="How would you like to sign in?")).to_be_visible()


def test_a_lock_that_was_added_is_not_denied_when_the_codes_do_not_come(phone: Phone) -> None:
    page = with_copy(phone, "Nothing")
    lock_of(page)
    to_account(page)
    page.context.route("**/recovery-codes/", lambda route: route.abort())
    button(page, "Add the lock of this phone").click()
    expect(page.get_by_text("The recovery codes could not be fetched; you can make them below.")).to_be_visible()
    expect(page.get_by_text("Nothing has changed")).to_have_count(0)
