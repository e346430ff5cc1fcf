"""An address is given in the app, agreed to in its mailbox, stopped in either; nobody is mailed at through us."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from pytest_django.fixtures import Settings
from redis.exceptions import RedisError

from notifications.models import MailAddress
from notifications.services.mailboxes import RefusedAddressError, usable
from notifications.services.upkeep import forget
from notifications.tasks import tick as tick_task
from tests.clients import Phone
from tests.notifications.mail_server import MailServer, links, text
from tests.notifications.mailboxes import ALICES, GIVEN, NOTHING, ask_owners, give, mailbox, path, say_yes, stranger
from tests.notifications.receivers import Receiver
from tests.notifications.schedule import THREE, remind, states, tick
from tests.notifications.test_messages import FORBIDDEN

DAY = timedelta(days=1)


def test_an_address_is_given_confirmed_and_taken_back(alice: Phone, mail_server: MailServer) -> None:
    assert alice.get("email/") == NOTHING
    assert give(alice) == GIVEN
    ask_owners()
    assert alice.get("email/") == GIVEN
    say_yes(mail_server)
    assert alice.get("email/") == {**GIVEN, "confirmed": True}
    alice.delete("email/")
    assert alice.get("email/") == NOTHING


def test_until_its_owner_says_yes_one_mail_goes_there_and_no_more(alice: Phone, mail_server: MailServer) -> None:
    give(alice)
    remind(alice)
    ask_owners()
    ask_owners()
    tick(THREE)
    (mail,) = mail_server.mails
    assert (mail["Subject"], mail["To"]) == ("Is this address yours?", ALICES)
    assert not FORBIDDEN.search(text(mail))
    assert states() == [("failed", "no_phone")]


def test_another_address_has_to_be_agreed_to_anew(alice: Phone, mail_server: MailServer) -> None:
    mailbox(alice)
    other = "other@example.org"
    assert give(alice, other) == {**GIVEN, "address": other}
    remind(alice)
    tick(THREE)
    assert (states(), mail_server.mails) == ([("failed", "no_phone")], [])


def test_stopped_it_starts_again_only_with_a_new_yes(alice: Phone, mail_server: MailServer) -> None:
    give(alice)
    ask_owners()
    say_yes(mail_server)
    stranger().post(path(links(mail_server.mails[0])[1]))
    assert stranger().post(path(links(mail_server.mails[0])[0])).status_code == 404
    assert give(alice) == GIVEN
    ask_owners()
    say_yes(mail_server)
    assert alice.get("email/")["confirmed"]


def test_a_confirmed_address_given_again_stays_confirmed(alice: Phone, mail_server: MailServer) -> None:
    mailbox(alice)
    assert give(alice) == {**GIVEN, "confirmed": True}
    ask_owners()
    assert mail_server.mails == []


def test_alice_and_bob_may_have_one_mailbox_and_learn_nothing_of_it(
    alice: Phone, bob: Phone, mail_server: MailServer
) -> None:
    mailbox(alice)
    assert give(bob) == GIVEN
    ask_owners()
    say_yes(mail_server)
    bob.delete("email/")
    assert alice.get("email/") == {**GIVEN, "confirmed": True}


def test_an_address_gets_few_mails_whoever_asks_and_nobody_is_told(db: None, mail_server: MailServer) -> None:
    cache.clear()
    answers = []
    for _ in range(5):
        answers.append(give(Phone().open_account()))
        ask_owners()
    assert answers == [GIVEN] * 5
    assert len(mail_server.mails) == 3
    assert MailAddress.objects.filter(ask_at__isnull=False).count() == 0


def test_an_account_may_not_ask_for_many(alice: Phone, mail_server: MailServer) -> None:
    statuses = [
        alice.http.put("/api/v1/email/", {"address": f"{number}@example.org"}, format="json").status_code
        for number in range(7)
    ]
    assert statuses == [200] * 5 + [429] * 2
    assert alice.get("email/")["address"] == "4@example.org"


def test_without_redis_no_owner_is_asked_and_none_is_forgotten(
    alice: Phone, mail_server: MailServer, settings: Settings
) -> None:
    give(alice)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.core.cache.backends.redis.RedisCache.incr", _away)
        ask_owners()
    assert mail_server.mails == []
    ask_owners(timezone.now() + timedelta(minutes=2))
    assert len(mail_server.mails) == 1


def _away(*_arguments: object) -> int:
    raise RedisError


def test_greylisted_the_owner_is_asked_a_little_later_and_at_last_given_up(
    alice: Phone, mail_server: MailServer
) -> None:
    give(alice)
    mail_server.at_recipient[ALICES] = ["450 4.2.0 greylisted"] * 40
    now = timezone.now()
    while ask_at := MailAddress.objects.get().ask_at:
        assert ask_at <= now + timedelta(hours=2)
        now = max(now, ask_at)
        ask_owners(now)
    assert (5 < len(mail_server.tried) < 25, mail_server.mails) == (True, [])
    give(alice)
    mail_server.at_recipient.clear()
    ask_owners()
    say_yes(mail_server)


def test_what_the_operator_has_to_mend_is_tried_again(alice: Phone, mail_server: MailServer) -> None:
    give(alice)
    mail_server.at_sender = ["530 5.7.0 Authentication required"]
    ask_owners()
    ask_owners(timezone.now() + timedelta(minutes=2))
    say_yes(mail_server)


def test_an_address_that_is_not_there_is_said_to_be_gone(alice: Phone, mail_server: MailServer) -> None:
    give(alice)
    mail_server.at_recipient[ALICES] = ["550 5.1.1 unknown"]
    ask_owners()
    assert alice.get("email/") == {**GIVEN, "retired": "gone"}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (" Alice@EXAMPLE.org ", "Alice@example.org"),
        ("a@bücher.example", "a@xn--bcher-kva.example"),
        ("a+b@sub.example.org", "a+b@sub.example.org"),
    ],
)
def test_an_address_is_kept_as_it_can_be_sent_to(given: str, kept: str) -> None:
    assert usable(given) == kept


@pytest.mark.parametrize(
    "address",
    [
        "",
        "@",
        "alice",
        "alice@",
        "@example.org",
        "alice@example.org\r\nBcc: bob@example.org",
        "alice\n@example.org",
        "alice@example.org, bob@example.org",
        "<alice@example.org>",
        "älice@example.org",
        "alice@exa mple.org",
        "alice@" + "x" * 64 + ".org",
        "a@example.org\x00",
        "a" * 65 + "@example.org",
        "a@..org",
    ],
)
def test_what_could_do_harm_in_a_header_is_no_address(address: str) -> None:
    with pytest.raises(RefusedAddressError):
        usable(address)


def test_a_refusal_is_one_sentence(alice: Phone, mail_server: MailServer) -> None:
    answer = give(alice, "alice@example.org\nBcc: x@example.org", expect=400)
    assert answer["errors"] == [
        {"code": "invalid", "detail": "This can't be used as an e-mail address here.", "attr": "address"}
    ]
    give(alice, "x" * 300, expect=400)


def test_a_server_without_mail_says_so_and_takes_none(alice: Phone) -> None:
    assert alice.get("email/") == {**NOTHING, "available": False}
    answer = give(alice, expect=400)
    assert answer["errors"] == [{"code": "unavailable", "detail": "This server sends no e-mail.", "attr": "address"}]


def test_an_address_nobody_said_yes_for_is_forgotten(alice: Phone, bob: Phone, mail_server: MailServer) -> None:
    give(alice)
    mailbox(bob)
    forget(now=timezone.now() + 8 * DAY)
    assert (alice.get("email/"), bob.get("email/")["confirmed"]) == (NOTHING, True)


def test_send_me_one_now_goes_to_the_phone_and_without_one_to_the_mailbox(
    alice: Phone, browser: Receiver, mail_server: MailServer
) -> None:
    mailbox(alice)
    (sent,) = alice.post("push/test/", None, expect=200)
    assert (sent["transport"], sent["outcome"], len(mail_server.mails)) == ("email", "accepted", 1)
    browser.of(alice)
    (sent,) = alice.post("push/test/", None, expect=200)
    assert (sent["transport"], sent["outcome"], len(mail_server.mails)) == ("web_push", "accepted", 1)


def test_the_tick_asks_owners_through_the_queue(alice: Phone, mail_server: MailServer, broker: str) -> None:
    give(alice)
    tick_task()
    ask_at = MailAddress.objects.get().ask_at
    assert ask_at
    assert ask_at > timezone.now()  # taken up, for a worker
