"""E-mail only for whom no phone brings it to, and never both."""

from datetime import timedelta

import pytest
from pytest_django.fixtures import Settings

from notifications.models import Delivery, MailAddress, PushSubscription
from notifications.services.claiming import LEASE, claim
from notifications.services.delivering import begin, deliver
from notifications.transports.web_push import wire
from tests.clients import Phone
from tests.e2e.push_service import HANG
from tests.notifications.mail_server import MailServer, links, text
from tests.notifications.mailboxes import ALICES, mailbox
from tests.notifications.receivers import Receiver
from tests.notifications.schedule import MINUTE, THREE, erase, prefer, remind, states, tick

SECOND = timedelta(seconds=1)


def test_without_a_phone_it_comes_by_mail(alice: Phone, mail_server: MailServer) -> None:
    kept = mailbox(alice)
    remind(alice, exercise="cyclic-sigh")
    tick(THREE)
    (mail,) = mail_server.mails
    assert mail["To"] == ALICES
    assert links(mail)[0].endswith("/practise/cyclic-sigh")
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.transport, delivery.sent_at) == ("sent", "email", THREE)
    kept.refresh_from_db()
    assert kept.last_accepted_at == THREE


def test_with_a_phone_that_takes_it_no_mail_comes(alice: Phone, browser: Receiver, mail_server: MailServer) -> None:
    browser.of(alice)
    mailbox(alice)
    remind(alice)
    tick(THREE)
    tick(THREE + 5 * MINUTE)
    assert (browser.channel.posts, mail_server.mails, states()) == (1, [], [("sent", "")])


def test_a_phone_that_is_gone_leaves_the_same_occurrence_to_the_mailbox(
    alice: Phone, browser: Receiver, mail_server: MailServer
) -> None:
    browser.of(alice)
    browser.channel.gone = True
    mailbox(alice)
    remind(alice)
    tick(THREE)
    assert (states(), mail_server.mails) == ([("waiting", "")], [])
    tick(THREE + 10 * SECOND)
    assert (states(), len(mail_server.mails)) == ([("sent", "")], 1)
    tick(THREE + timedelta(days=1))
    assert (states(), len(mail_server.mails)) == ([("sent", "")] * 2, 2)


def test_a_phone_that_is_gone_while_it_waits_leaves_it_too(
    alice: Phone, browser: Receiver, mail_server: MailServer
) -> None:
    browser.of(alice)
    browser.service.answer_with(browser.channel, 503)
    mailbox(alice)
    remind(alice)
    tick(THREE)
    PushSubscription.objects.update(retired_at=THREE, retired_reason="gone")
    tick(THREE + MINUTE)
    assert (states(), len(mail_server.mails)) == ([("sent", "")], 1)


def test_a_busy_vendor_is_waited_for_and_the_last_moment_is_the_mailboxs(
    alice: Phone, browser: Receiver, mail_server: MailServer
) -> None:
    browser.of(alice)
    mailbox(alice)
    remind(alice)
    for _ in range(2):
        browser.service.answer_with(browser.channel, 503)
    tick(THREE)
    tick(THREE + 29 * MINUTE + 30 * SECOND)
    assert (states(), mail_server.mails) == ([("waiting", "")], [])
    tick(THREE + 29 * MINUTE + 40 * SECOND)
    assert (states(), len(mail_server.mails)) == ([("sent", "")], 1)


def test_what_a_vendor_may_have_taken_never_comes_by_mail(
    alice: Phone, browser: Receiver, mail_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "TOTAL_SECONDS", 1)
    browser.of(alice)
    mailbox(alice)
    remind(alice)
    browser.service.answer_with(browser.channel, HANG)
    browser.service.answer_with(browser.channel, 410)
    tick(THREE)
    tick(THREE + MINUTE)
    tick(THREE + 2 * MINUTE)
    assert (browser.channel.posts, states(), mail_server.mails) == (2, [("failed", "refused")], [])


def test_killed_while_a_phone_had_it_no_mail_comes_even_if_that_phone_is_gone_now(
    alice: Phone, browser: Receiver, mail_server: MailServer
) -> None:
    browser.of(alice)
    mailbox(alice)
    remind(alice)
    begin(ids=claim(now=THREE).ids, now=THREE)  # and then the worker is killed: it may have sent
    PushSubscription.objects.update(retired_at=THREE, retired_reason="gone")
    tick(THREE + LEASE)
    assert (states(), mail_server.mails) == ([("failed", "no_phone")], [])


def test_one_phone_of_two_is_enough(alice: Phone, browser: Receiver, mail_server: MailServer) -> None:
    other = Receiver(browser.service)
    browser.of(alice)
    kept = other.of(Phone().open_account())
    PushSubscription.objects.filter(pk=kept.pk).update(account_id=alice.account_id)
    other.channel.gone = True
    mailbox(alice)
    remind(alice)
    tick(THREE)
    tick(THREE + MINUTE)
    assert (states(), mail_server.mails) == ([("sent", "")], [])


@pytest.mark.parametrize("fields", [{"confirmed_at": None}, {"retired_at": THREE, "retired_reason": "unsubscribed"}])
def test_nothing_goes_to_who_has_not_agreed_or_has_stopped(
    alice: Phone, mail_server: MailServer, fields: dict[str, object]
) -> None:
    mailbox(alice)
    MailAddress.objects.update(**fields)
    remind(alice)
    tick(THREE)
    assert (states(), mail_server.mails) == ([("failed", "no_phone")], [])


def test_without_a_mail_server_there_is_no_mail(alice: Phone, settings: Settings) -> None:
    mailbox(alice)
    settings.MAIL = settings.MAIL._replace(host="")
    remind(alice)
    tick(THREE)
    assert states() == [("failed", "no_phone")]


def test_quiet_hours_and_the_cap_of_a_day_hold_for_mail(alice: Phone, mail_server: MailServer) -> None:
    mailbox(alice)
    remind(alice)
    remind(alice, kind="movement", local_time="15:20")
    remind(alice, kind="writing", local_time="16:00")
    prefer(alice, "daily_cap", 2)
    tick(THREE)
    prefer(alice, "quiet_hours", {"from": "15:10", "to": "15:50"})
    tick(THREE + 20 * MINUTE)
    assert len(mail_server.mails) == 1
    tick(THREE + 60 * MINUTE)
    assert len(mail_server.mails) == 2
    assert states() == [("sent", ""), ("sent", ""), ("withdrawn", "daily_cap")]


def test_done_already_there_is_no_mail(alice: Phone, mail_server: MailServer) -> None:
    mailbox(alice)
    row = remind(alice)
    made = claim(now=THREE).ids
    erase(alice, row)
    deliver(ids=made, clock=lambda: THREE)
    assert (states(), mail_server.mails) == ([("withdrawn", "disabled")], [])


def test_nothing_is_sent_late(alice: Phone, mail_server: MailServer) -> None:
    mailbox(alice)
    remind(alice)
    made = claim(now=THREE).ids
    moments = iter([THREE + 29 * MINUTE, THREE + 29 * MINUTE, THREE + 31 * MINUTE])
    last = [THREE + 31 * MINUTE]
    deliver(ids=made, clock=lambda: next(moments, last[0]))  # it came up in time, and its turn too late
    assert (states(), mail_server.mails) == ([("failed", "out_of_time")], [])
    tick(THREE + 40 * MINUTE)
    assert mail_server.mails == []


def test_of_a_deleted_account_nothing_is_left_to_send(alice: Phone, mail_server: MailServer) -> None:
    mailbox(alice)
    remind(alice)
    made = claim(now=THREE).ids
    alice.delete("account/")
    deliver(ids=made, clock=lambda: THREE)
    assert (mail_server.mails, MailAddress.objects.count()) == ([], 0)


def test_a_second_reminder_says_other_words(alice: Phone, mail_server: MailServer) -> None:
    mailbox(alice)
    remind(alice)
    tick(THREE)
    tick(THREE + timedelta(days=1))
    first, second = (text(mail).splitlines()[0] for mail in mail_server.mails)
    assert first != second
