"""A real SMTP server on loopback: it keeps what it takes, and answers otherwise where a test asks for it."""

import asyncio
import re
import ssl
import threading
from collections import defaultdict
from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from backend.config.env import Mail
from tests.e2e.site import free_port

HANG = "hang"
LINK = re.compile(r"^https?://\S+$", re.MULTILINE)
PASSWORD = b"a long password"


class MailServer:
    """`at_sender`, `at_recipient` (by address) and `at_end` hold answers to come; without one it says yes.

    `hold` keeps the answer to a whole mail back, which is kept all the same.
    """

    def __init__(self, **options: Any) -> None:
        self.mails: list[EmailMessage] = []
        self.envelopes: list[Envelope] = []
        self.sessions: set[Session] = set()
        self.tried: list[str] = []
        self.at_sender: list[str] = []
        self.at_recipient: dict[str, list[str]] = defaultdict(list)
        self.at_end: list[str] = []
        self.hold = False
        self.tls = "tls_context" in options
        self._changed = threading.Condition()
        self._controller = Controller(self, "127.0.0.1", free_port(), authenticator=_authenticated, **options)

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._controller.stop()

    def mail(self, *, user: str = "", password: str = "", host: str = "127.0.0.1") -> Mail:
        return Mail(host, self._controller.port, user, password, "smtp+tls" if self.tls else "smtp")

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self._controller.port}"

    def to(self, address: str) -> list[EmailMessage]:
        return [mail for mail in self.mails if mail["To"] == address]

    def wait_for(self, seen: Callable[[], Any]) -> None:
        with self._changed:
            assert self._changed.wait_for(seen, 60)

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        self.sessions.add(session)
        envelope.mail_from = address
        return await self._answer(self.at_sender)

    async def handle_RCPT(  # noqa: N802 - as above
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        self.tried.append(address)
        answer = await self._answer(self.at_recipient[address])
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        answers = self.at_end
        if not answers or answers[0] == HANG:
            with self._changed:
                self.mails.append(message_from_bytes(envelope.content or b"", policy=POLICY))  # type: ignore[arg-type] # bytes
                self.envelopes.append(envelope)
                self._changed.notify_all()
        if self.hold:
            await asyncio.Event().wait()
        return await self._answer(answers)

    async def _answer(self, answers: list[str]) -> str:
        answer = answers.pop(0) if answers else "250 2.0.0 yes"
        if answer == HANG:
            await asyncio.Event().wait()
        return answer


def text(mail: EmailMessage) -> str:
    content: str = mail.get_content()
    return content


def links(mail: EmailMessage) -> list[str]:
    return LINK.findall(text(mail).replace("\r", ""))


def server_context(certificate: Any, key: Any) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def _authenticated(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and data.password == PASSWORD
    return AuthResult(success=right, handled=False)
