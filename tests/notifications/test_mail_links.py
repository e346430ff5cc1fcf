"""The pages behind the links in mails: only a button, or a mail program's own 'unsubscribe', does anything."""

from datetime import timedelta

from django.utils import timezone
from time_machine import travel

from notifications.models import MailAddress
from notifications.transports.email.links import confirm_link, stop_link
from tests.clients import Phone
from tests.notifications.mail_server import MailServer, links
from tests.notifications.mailboxes import ALICES, GIVEN, ask_owners, give, mailbox, path, say_yes, stranger
from tests.notifications.schedule import THREE, remind, tick
from tests.notifications.test_messages import FORBIDDEN

DAY = timedelta(days=1)


def test_looking_at_the_link_confirms_nothing(alice: Phone, mail_server: MailServer) -> None:
    give(alice)
    ask_owners()
    link = path(links(mail_server.mails[0])[0])
    scanner = stranger()
    for look in (scanner.get, scanner.head):
        answer = look(link)
        assert (answer.status_code, answer.cookies, answer.headers["Cache-Control"].split(", ")[-1]) == (
            200,
            {},
            "private",
        )
    assert not alice.get("email/")["confirmed"]


def test_the_pages_are_plain_and_tell_nothing(alice: Phone, mail_server: MailServer) -> None:
    kept = mailbox(alice)
    browser = stranger()
    for link in (confirm_link(kept.key), stop_link(kept.key), confirm_link("of nobody")):
        for answer in (browser.get(path(link)), browser.post(path(link))):
            page = answer.content.decode()
            assert "<script" not in page
            assert " style=" not in page
            assert ALICES not in page
            assert not FORBIDDEN.search(page.split("<body>")[1].replace("<!doctype", ""))
            assert "script-src 'self'" in answer.headers["Content-Security-Policy"]


def test_confirming_twice_is_confirming_once(alice: Phone, mail_server: MailServer) -> None:
    give(alice)
    ask_owners()
    for _ in range(2):
        say_yes(mail_server)
    assert alice.get("email/")["confirmed"]


def test_a_link_is_for_that_address_alone(alice: Phone, mail_server: MailServer) -> None:
    give(alice)
    ask_owners()
    link = path(links(mail_server.mails[0])[0])
    give(alice, "other@example.org")
    assert stranger().post(link).status_code == 404
    give(alice)
    assert stranger().post(f"{link[:-3]}AA/").status_code == 404
    assert not alice.get("email/")["confirmed"]
    assert stranger().post(link).status_code == 200


def test_a_link_is_for_three_days(alice: Phone, mail_server: MailServer) -> None:
    give(alice)
    ask_owners()
    link = path(links(mail_server.mails[0])[0])
    with travel(timezone.now() + 3 * DAY + timedelta(minutes=1), tick=False):
        assert [stranger().get(link).status_code, stranger().post(link).status_code] == [404, 404]
    assert not alice.get("email/")["confirmed"]


def test_a_mail_program_unsubscribes_with_one_click(alice: Phone, mail_server: MailServer) -> None:
    """As RFC 8058 says: the address of the header, that one form field, no cookies, no redirect."""
    mailbox(alice)
    remind(alice)
    tick(THREE)
    mail = mail_server.mails[0]
    link = path(mail["List-Unsubscribe"].strip("<>"))
    field = {"content_type": "application/x-www-form-urlencoded", "data": mail["List-Unsubscribe-Post"]}
    for _ in range(2):
        answer = stranger().post(link, **field)
        assert (answer.status_code, answer.cookies) == (200, {})
    assert alice.get("email/") == {**GIVEN, "retired": "unsubscribed"}
    tick(THREE + DAY)
    assert len(mail_server.mails) == 1


def test_looking_at_the_link_stops_nothing_and_its_button_does(alice: Phone, mail_server: MailServer) -> None:
    kept = mailbox(alice)
    link = path(stop_link(kept.key))
    browser = stranger()
    assert "Stop them" in browser.get(link).content.decode()
    assert alice.get("email/")["confirmed"]
    assert browser.post(link).status_code == 200
    assert not alice.get("email/")["confirmed"]
    MailAddress.objects.all().delete()
    assert browser.post(link).status_code == 200
    assert browser.post(f"{link[:-3]}AA/").status_code == 404
