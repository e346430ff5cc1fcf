"""Sends mails over a few kept connections, and reads what the mail server says."""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, parseaddr
from queue import LifoQueue

from django.conf import settings

from notifications.messages import mail_words
from notifications.models import MailAddress
from notifications.transports.circuit import FIRST_REST_SECONDS, Circuit
from notifications.transports.email.links import stop_link
from notifications.transports.email.smtp import CLOSING, Conversation, Reply, Step
from notifications.transports.email.words import Letter
from notifications.transports.lines import Lines
from notifications.transports.shape import Clock, Outcome, Parcel, Result

log = logging.getLogger(__name__)

CONNECTIONS = 4
# Folded, a long link would become an encoded word, which mail programs don't take for a link.
ONE_LINE = SMTP.clone(max_line_length=998)
NO_SUCH_MAILBOX = frozenset({550, 551, 553})
ENHANCED = re.compile(r"5\.(\d{1,3}\.\d{1,3})\b")  # RFC 3463
ABOUT_THE_MAILBOX = frozenset({"1.1", "1.2", "1.3", "1.6", "1.10", "2.1"})
FOR_ALL = frozenset({Step.CONNECT, Step.SIGN_IN, Step.SENDER})  # what is refused there is nobody's address


def send(parcels: Iterable[Parcel], circuits: Mapping[str, Circuit], clock: Clock) -> Iterator[tuple[Parcel, Result]]:
    """Yield each parcel with its result; a mail that is slow holds up one connection of a few."""
    post = _Post(parcels, circuits, clock)
    try:
        with ThreadPoolExecutor(CONNECTIONS, "mail") as pool:
            yield from post.carried(pool)
    finally:
        post.close()


def composed(letter: Letter, row: MailAddress) -> bytes:
    """Return the mail as it goes over the wire. Raises ValueError for an address that can't stand in a header."""
    row.address.encode("ascii")
    stop, (words, _) = stop_link(row.key), mail_words(letter.language)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = settings.DEFAULT_FROM_EMAIL
    mail["To"] = row.address
    mail["Subject"] = letter.subject
    mail["Date"] = formatdate(usegmt=True)
    mail["Message-ID"] = f"<{letter.id}@{_sender().rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["List-Unsubscribe"] = f"<{stop}>"
    mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    text = f"{letter.text}\n\n-- \n{words['stop']}:\n{stop}\n"
    mail.set_content(text, cte="7bit" if text.isascii() else "quoted-printable")
    mail["Content-Language"] = letter.language  # after the content, which drops what is said of another
    return mail.as_bytes(policy=ONE_LINE)


class _Post:
    """Gives parcels to connections; all but the conversations themselves happens in the caller's thread."""

    def __init__(self, parcels: Iterable[Parcel], circuits: Mapping[str, Circuit], clock: Clock) -> None:
        self._lines, self._circuits, self._clock = Lines(parcels, circuits), circuits, clock
        self._on_their_way: dict[Future[Reply], Parcel] = {}
        self._unsent: list[tuple[Parcel, Result]] = []
        self._idle: LifoQueue[Conversation] = LifoQueue()  # the last one used has a connection open
        own_name = _sender().rpartition("@")[2]
        for _ in range(CONNECTIONS):
            self._idle.put(Conversation(settings.MAIL, own_name, settings.EMAIL_TIMEOUT))

    def carried(self, pool: ThreadPoolExecutor) -> Iterator[tuple[Parcel, Result]]:
        while self._fill(pool):
            unsent, self._unsent = self._unsent, []
            yield from unsent
            for future in wait(self._on_their_way, return_when=FIRST_COMPLETED).done:
                parcel = self._on_their_way.pop(future)
                yield parcel, self._judged(parcel, future.result())

    def close(self) -> None:
        while not self._idle.empty():
            self._idle.get().close()

    def _fill(self, pool: ThreadPoolExecutor) -> bool:
        """Take up what there is room for; False when all is done."""
        while len(self._on_their_way) < CONNECTIONS and (parcel := self._lines.take()):
            try:
                self._on_their_way[pool.submit(self._converse, *self._ready(parcel))] = parcel
            except _UnsendableError as error:
                self._lines.done(parcel)
                self._unsent.append((parcel, error.result))
        return bool(self._on_their_way or self._unsent)

    def _ready(self, parcel: Parcel) -> tuple[str, bytes]:
        now, circuit = self._clock(), self._circuits[parcel.origin]
        letter: Letter = parcel.message
        if (seconds := circuit.rest_seconds(now)) or now >= letter.until:
            raise _UnsendableError(Result(Outcome.RESTING, retry_after=seconds))
        try:
            return parcel.address.address, composed(letter, parcel.address)
        except ValueError as error:
            log.exception("A mail can't be put together for %s", parcel.address.pk)
            raise _UnsendableError(Result(Outcome.REFUSED, detail=repr(error))) from error

    def _converse(self, recipient: str, content: bytes) -> Reply:
        conversation = self._idle.get()
        try:
            return conversation.send(_sender(), recipient, content)
        finally:
            self._idle.put(conversation)

    def _judged(self, parcel: Parcel, reply: Reply) -> Result:
        self._lines.done(parcel)
        outcome = judge(reply)
        _note(self._circuits[parcel.origin], outcome, reply, self._clock())
        if outcome in {Outcome.UNAUTHORISED, Outcome.REFUSED, Outcome.UNREACHABLE}:
            log.error("The mail server, at '%s': %s %s", reply.step, reply.code, _nameless(reply.text))
        return Result(outcome, reply.code)


class _UnsendableError(Exception):
    def __init__(self, result: Result) -> None:
        self.result = result


def judge(reply: Reply) -> Outcome:
    """Say what an answer means: at which step it came decides whom it concerns."""
    if not reply.code:
        return Outcome.UNANSWERED if reply.step is Step.END else Outcome.UNREACHABLE
    if reply.code < 500:  # noqa: PLR2004 - below 300 a yes; below 500 'not now': greylisting, too many at once
        return Outcome.ACCEPTED if reply.code < 300 else Outcome.BUSY  # noqa: PLR2004
    if reply.step in FOR_ALL:
        return Outcome.UNAUTHORISED
    return Outcome.GONE if _no_mailbox(reply) else Outcome.REFUSED


def _no_mailbox(reply: Reply) -> bool:
    """Tell whether there is no such mailbox: the enhanced code says so, or there is none and the plain one does."""
    if enhanced := ENHANCED.match(reply.text):
        return enhanced[1] in ABOUT_THE_MAILBOX
    return reply.step is Step.RECIPIENT and reply.code in NO_SUCH_MAILBOX


def _note(circuit: Circuit, outcome: Outcome, reply: Reply, now: datetime) -> None:
    if outcome is Outcome.ACCEPTED:
        circuit.accepted()
    elif outcome is Outcome.UNAUTHORISED:
        circuit.refused(now)
    elif outcome in {Outcome.UNREACHABLE, Outcome.UNANSWERED}:
        # Who finds no server finds none for anybody; a silence later on may be about one mail.
        circuit.failed(FIRST_REST_SECONDS if reply.step in {Step.CONNECT, Step.SIGN_IN} else 0, now)
    elif outcome is Outcome.BUSY and (reply.step in FOR_ALL or reply.code == CLOSING):
        circuit.busy(0, now)
    else:
        circuit.answered()


def _sender() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def _nameless(text: str) -> str:
    """Return the text without addresses: servers repeat them, and a log is no place for them."""
    return re.sub(r"\S+@\S+", "…", text)
