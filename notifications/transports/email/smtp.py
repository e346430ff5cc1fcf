"""One conversation with the operator's mail server, kept for the mails of a batch.

Spelled out step by step: what a refusal means depends on the step it comes at, and whether a mail may have been taken
depends on whether its last line had been sent.
"""

import re
import smtplib
import ssl
from contextlib import suppress
from enum import StrEnum
from typing import NamedTuple

CLOSING = 421
LINE_WITH_DOT = re.compile(rb"^\.", re.MULTILINE)


Server = tuple[str, int, str, str, str]  # host, port, user, password, scheme: settings.MAIL


class Step(StrEnum):
    CONNECT = "connect"
    SIGN_IN = "sign in"
    SENDER = "sender"
    RECIPIENT = "recipient"
    CONTENT = "content"
    END = "end"  # all of it was sent, and the answer to it counts


class Reply(NamedTuple):
    """How far it came and what was answered there; `code` is 0 when nothing was, and `text` says why then."""

    step: Step
    code: int = 0
    text: str = ""


class Conversation:
    """Not for two threads at once. `seconds` is the longest wait for one answer."""

    def __init__(self, server: Server, own_name: str, seconds: float) -> None:
        self._server, self._own_name, self._seconds = server, own_name, seconds
        self._smtp: smtplib.SMTP | None = None
        self._step = Step.CONNECT
        self._left_off = False  # in the middle of a mail that was refused

    def send(self, sender: str, recipient: str, content: bytes) -> Reply:
        """Send one mail, whose lines end in CRLF. A kept connection that was closed meanwhile is opened anew."""
        kept = self._smtp is not None
        reply = self._tried(sender, recipient, content)
        if kept and reply.step is Step.SENDER and reply.code in {0, CLOSING}:
            reply = self._tried(sender, recipient, content)
        return reply

    def close(self) -> None:
        smtp, self._smtp = self._smtp, None
        if smtp:
            with suppress(OSError, smtplib.SMTPException):
                smtp.quit()

    def _tried(self, sender: str, recipient: str, content: bytes) -> Reply:
        try:
            code, text = self._talk(self._open(), sender, recipient, content)
        except smtplib.SMTPResponseException as error:  # signing in was refused, or the greeting was no welcome
            self._hang_up()
            return Reply(self._step, error.smtp_code, _text(error.smtp_error))
        except (OSError, smtplib.SMTPException) as error:
            self._hang_up()
            return Reply(self._step, text=repr(error))
        if code == CLOSING:
            self._hang_up()
        return Reply(self._step, code, _text(text))

    def _open(self) -> smtplib.SMTP:
        if self._smtp:
            return self._smtp
        self._step = Step.CONNECT
        host, port, user, password, scheme = self._server
        if scheme == "smtps":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                host, port, self._own_name, timeout=self._seconds, context=ssl.create_default_context()
            )
        else:
            smtp = smtplib.SMTP(host, port, self._own_name, timeout=self._seconds)
        self._smtp, self._left_off = smtp, False
        smtp.ehlo()
        if scheme == "smtp+tls":
            smtp.starttls(context=ssl.create_default_context())  # raises when it is not offered
            smtp.ehlo()
        if user:
            self._step = Step.SIGN_IN
            smtp.login(user, password)
        return smtp

    def _talk(self, smtp: smtplib.SMTP, sender: str, recipient: str, content: bytes) -> tuple[int, bytes]:
        """Return the answer that decided: the first that was no yes, else the one to the whole mail."""
        self._step = Step.SENDER
        if self._left_off:
            smtp.rset()
        self._left_off = True
        answer = smtp.mail(sender)
        if _yes(answer):
            self._step = Step.RECIPIENT
            answer = smtp.rcpt(recipient)
        if _yes(answer):
            self._step = Step.CONTENT
            answer = smtp.docmd("DATA")
            if answer[0] == 354:  # noqa: PLR2004 - 'go on', RFC 5321
                self._step = Step.END
                smtp.send(LINE_WITH_DOT.sub(b"..", content) + b".\r\n")
                answer = smtp.getreply()
                self._left_off = False
        return answer

    def _hang_up(self) -> None:
        smtp, self._smtp = self._smtp, None
        if smtp:
            smtp.close()


def _yes(answer: tuple[int, bytes]) -> bool:
    return 200 <= answer[0] < 300  # noqa: PLR2004 - RFC 5321


def _text(said: bytes | str) -> str:
    return (said.decode("utf-8", "replace") if isinstance(said, bytes) else said)[:500]
