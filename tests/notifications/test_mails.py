"""A mail as it goes over the wire, and what the answers of a mail server lead to."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings as django_settings
from pytest_django.fixtures import Settings

from backend.config.env import Mail
from notifications.messages import content
from notifications.models import Delivery, MailAddress, Vendor
from notifications.services.claiming import LEASE, claim
from notifications.services.delivering import begin
from notifications.transports.circuit import Circuit
from notifications.transports.email.send import CONNECTIONS, judge, send
from notifications.transports.email.smtp import Conversation, Reply, Step
from notifications.transports.email.words import reminder
from notifications.transports.shape import Outcome, Parcel
from tests.bench.push_sink import certificates
from tests.clients import Phone
from tests.e2e.site import free_port
from tests.notifications.crowd import people, reminded
from tests.notifications.mail_server import HANG, PASSWORD, MailServer, links, server_context, text
from tests.notifications.mailboxes import ALICES, mailbox
from tests.notifications.receivers import NOON
from tests.notifications.schedule import MINUTE, THREE, remind, states, tick
from tests.notifications.test_messages import FORBIDDEN

NOWHERE = "550 5.1.1 no such mailbox"
LATER = "451 4.7.1 come back later"


def crowd(count: int) -> list[MailAddress]:
    """Return the mailboxes of so many people, each reminded at three."""
    accounts = people(count)
    reminded(accounts, THREE)
    return MailAddress.objects.bulk_create(
        MailAddress(
            account=account,
            address=f"person-{number}@example.org",
            key=uuid4().hex,
            created_at=NOON,
            confirmed_at=NOON,
        )
        for number, account in enumerate(accounts)
    )


def test_a_mail_says_little_and_how_to_stop(alice: Phone, mail_server: MailServer) -> None:
    mailbox(alice)
    remind(alice)
    tick(THREE)
    ((mail,), (envelope,)) = mail_server.mails, mail_server.envelopes
    assert (mail["From"], mail["Subject"]) == ("Thaw <thaw@thaw.example>", "A small pause")
    assert (envelope.mail_from, envelope.rcpt_tos) == ("thaw@thaw.example", [ALICES])
    assert (mail["Auto-Submitted"], mail["Content-Language"]) == ("auto-generated", "en")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = links(mail)[1]
    assert mail["List-Unsubscribe"] == f"<{stop}>"
    assert stop.startswith(f"{django_settings.SITE_URL}/email/unsubscribe/")
    assert (mail.get_content_type(), mail.is_multipart()) == ("text/plain", False)
    words = [line for group in content()["en"]["variants"].values() for line in group.values()]
    assert text(mail).splitlines()[0] in words


def test_a_mail_gives_nothing_away(alice: Phone, mail_server: MailServer) -> None:
    kept = mailbox(alice)
    row = remind(alice)
    (made,) = tick(THREE)
    raw = (mail_server.envelopes[0].content or b"").decode()  # type: ignore[union-attr] # bytes
    assert not FORBIDDEN.search(re.sub(r"https?://\S+", "", text(mail_server.mails[0])))
    for secret in (made, kept.pk, row.id, alice.account_id):
        assert str(secret) not in raw
        assert secret.hex not in raw
    assert max(map(len, raw.splitlines())) < 998


@pytest.mark.parametrize("line", content()["en"]["mail"].values())
def test_what_else_a_mail_says_gives_nothing_away_either(line: str) -> None:
    assert not FORBIDDEN.search(line)


def test_one_conversation_carries_many_mails(db: None, mail_server: MailServer) -> None:
    crowd(25)
    tick(THREE)
    assert len({mail["To"] for mail in mail_server.mails}) == len(mail_server.mails) == 25
    assert len(mail_server.sessions) <= CONNECTIONS
    assert len({mail["Message-ID"] for mail in mail_server.mails}) == 25
    assert states() == [("sent", "")] * 25


def test_greylisted_it_comes_a_little_later(alice: Phone, mail_server: MailServer) -> None:
    mailbox(alice)
    remind(alice)
    mail_server.at_recipient[ALICES] = [LATER, LATER]
    tick(THREE)
    tick(THREE + MINUTE)
    waiting = Delivery.objects.get()
    assert waiting.state == "waiting"
    assert waiting.lease_until >= THREE + 2 * MINUTE
    tick(waiting.lease_until)
    assert (states(), len(mail_server.mails), mail_server.tried) == ([("sent", "")], 1, [ALICES] * 3)
    assert Vendor.objects.count() == 0


def test_a_mailbox_that_is_not_there_is_retired_and_the_app_says_so(alice: Phone, mail_server: MailServer) -> None:
    mailbox(alice)
    remind(alice)
    mail_server.at_recipient[ALICES] = [NOWHERE]
    tick(THREE)
    tick(THREE + timedelta(days=1))
    assert mail_server.tried == [ALICES]
    assert states() == [("failed", "refused"), ("failed", "no_phone")]
    shown = alice.get("email/")
    assert (shown["address"], shown["confirmed"], shown["retired"]) == (ALICES, False, "gone")


def test_one_bad_address_stops_no_other(db: None, mail_server: MailServer) -> None:
    bad, later, *_ = crowd(10)
    MailAddress.objects.filter(pk=bad.pk).update(address="x@example.org\r\nBcc: everyone@example.org")
    mail_server.at_recipient[later.address] = ["554 5.7.1 not today"]
    tick(THREE)
    assert sorted(states()) == [("failed", "refused")] * 2 + [("sent", "")] * 8
    assert {name for envelope in mail_server.envelopes for name in envelope.rcpt_tos} == {
        f"person-{number}@example.org" for number in range(2, 10)
    }
    assert MailAddress.objects.filter(retired_at__isnull=False).count() == 0


def test_one_silent_mail_holds_up_no_other(db: None, mail_server: MailServer, settings: Settings) -> None:
    settings.EMAIL_TIMEOUT = 1
    silent, *_ = crowd(12)
    mail_server.at_recipient[silent.address] = [HANG]
    tick(THREE)
    assert sorted(states()) == [("sent", "")] * 11 + [("waiting", "")]
    tick(THREE + MINUTE)
    assert states() == [("sent", "")] * 12


def test_what_may_have_been_taken_is_not_sent_again(alice: Phone, mail_server: MailServer, settings: Settings) -> None:
    settings.EMAIL_TIMEOUT = 1
    mailbox(alice)
    remind(alice)
    mail_server.at_end = [HANG]
    tick(THREE)
    tick(THREE + MINUTE)
    assert (states(), len(mail_server.mails)) == ([("failed", "refused")], 1)


def test_a_server_that_is_away_is_found_again_within_the_window(db: None, settings: Settings) -> None:
    crowd(30)
    settings.MAIL = Mail("127.0.0.1", free_port(), "", "", "smtp")
    tick(THREE)
    assert sorted(states()) == [("waiting", "")] * 30
    resting = Vendor.objects.get()
    assert (resting.reason, resting.resting_until) == ("failing", THREE + timedelta(seconds=30))
    with MailServer() as server:
        Vendor.objects.update(origin=f"smtp://127.0.0.1:{server.mail().port}")
        settings.MAIL = server.mail()
        tick(THREE + 5 * MINUTE)
        assert (states(), len(server.mails)) == ([("sent", "")] * 30, 30)
    assert Vendor.objects.count() == 0


def test_a_server_that_closed_the_conversation_is_called_again(mail_server: MailServer) -> None:
    conversation = Conversation(mail_server.mail(), "thaw.example", 5)
    sent = ("thaw@thaw.example", ALICES, b"Subject: x\r\n\r\n.\r\n..x\r\n")
    assert conversation.send(*sent).step is Step.END
    mail_server.at_sender = ["421 4.4.2 too long"]
    assert conversation.send(*sent) == Reply(Step.END, 250, "2.0.0 yes")
    conversation.close()
    assert len(mail_server.sessions) == 2
    assert mail_server.envelopes[1].content == sent[2]


@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        (Reply(Step.END, 250, "2.0.0 taken"), Outcome.ACCEPTED),
        (Reply(Step.END), Outcome.UNANSWERED),
        (Reply(Step.RECIPIENT), Outcome.UNREACHABLE),
        (Reply(Step.RECIPIENT, 450, "4.2.0 greylisted"), Outcome.BUSY),
        (Reply(Step.RECIPIENT, 550, "5.1.1 unknown"), Outcome.GONE),
        (Reply(Step.RECIPIENT, 550, "No such user"), Outcome.GONE),
        (Reply(Step.RECIPIENT, 550, "5.7.1 relaying denied"), Outcome.REFUSED),
        (Reply(Step.RECIPIENT, 552, "5.2.2 mailbox full"), Outcome.REFUSED),
        (Reply(Step.RECIPIENT, 554, "blocked"), Outcome.REFUSED),
        (Reply(Step.END, 550, "5.1.1 unknown"), Outcome.GONE),
        (Reply(Step.END, 550, "looks like spam"), Outcome.REFUSED),
        (Reply(Step.SENDER, 550, "5.1.8 bad sender"), Outcome.UNAUTHORISED),
        (Reply(Step.SIGN_IN, 535, "5.7.8 wrong password"), Outcome.UNAUTHORISED),
        (Reply(Step.CONNECT, 421, "too many"), Outcome.BUSY),
    ],
)
def test_where_a_no_comes_decides_whom_it_concerns(reply: Reply, outcome: Outcome) -> None:
    assert judge(reply) is outcome


@pytest.fixture
def tls_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    authority = certificates(tmp_path)
    context = server_context(tmp_path / "own.pem", tmp_path / "own.key")
    with MailServer(tls_context=context, require_starttls=True) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(authority))
        yield server


def conversed(server: Mail) -> Reply:
    conversation = Conversation(server, "thaw.example", 5)
    try:
        return conversation.send("thaw@thaw.example", ALICES, b"Subject: x\r\n\r\nx\r\n")
    finally:
        conversation.close()


def test_with_starttls_the_name_and_the_password_go_over_tls(tls_server: MailServer) -> None:
    named = tls_server.mail(host="localhost", user="thaw", password=PASSWORD.decode())
    assert conversed(named).code == 250
    assert conversed(named._replace(password="wrong"))[:2] == (Step.SIGN_IN, 535)


def test_a_certificate_of_another_is_refused(tls_server: MailServer) -> None:
    reply = conversed(tls_server.mail(host="127.0.0.1"))
    assert (reply.step, reply.code, "CERTIFICATE_VERIFY_FAILED" in reply.text) == (Step.CONNECT, 0, True)


def test_where_starttls_is_asked_for_nothing_goes_in_the_clear(mail_server: MailServer) -> None:
    reply = conversed(mail_server.mail()._replace(scheme="smtp+tls"))
    assert (reply.step, reply.code, mail_server.mails) == (Step.CONNECT, 0, [])


def test_killed_after_the_send_the_second_mail_is_the_first_ones_twin(alice: Phone, mail_server: MailServer) -> None:
    mailbox(alice)
    remind(alice)
    (job,) = begin(ids=claim(now=THREE).ids, now=THREE).jobs
    letter = reminder(job.delivery, THREE)
    parcels = [Parcel(job.addresses[0], letter)]
    list(send(parcels, {parcels[0].origin: Circuit()}, lambda: THREE))  # and then the worker is killed
    tick(THREE + LEASE)
    first, second = mail_server.mails
    assert first["Message-ID"] == second["Message-ID"]
    assert text(first) == text(second)
    assert states() == [("sent", "")]
