"""HTTPS to the browser vendors: one CurlMulti for the life of a thread, its connections kept.

libcurl resolves the name and hands each address it is about to connect to over to `_open_socket`:
what is checked there is what is connected to, so a name can't change its mind in between.
"""

import os
import socket
import threading
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, NamedTuple

import pycurl

from notifications.transports.lines import CONNECTIONS
from notifications.transports.web_push.endpoints import is_public

CONNECT_SECONDS, TOTAL_SECONDS = 5, 10
IN_FLIGHT = 400
LARGEST_ANSWER = 4096
USER_AGENT = "Thaw"
# Where systems keep whom they trust. libcurl's wheel knows the first one only; SSL_CERT_FILE is OpenSSL's own variable.
AUTHORITIES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem")


class Post(NamedTuple):
    """`private` allows addresses outside the open internet, and http: hosts the operator named only."""

    url: str
    headers: list[str]
    body: bytes
    private: bool = False
    tag: Any = None


class Answer(NamedTuple):
    """`status` is 0 when there was no answer; `error` says why then. `head` is as it came over the wire.

    `asked` tells whether the message was on its way before that, and so may have been taken. `shared` tells that its
    connection carries many at once: HTTP/2.
    """

    status: int = 0
    head: bytes = b""
    body: bytes = b""
    error: str = ""
    asked: bool = False
    shared: bool = False

    def header(self, name: bytes) -> str:
        """Return a header's value, or an empty text; `name` in lower case."""
        for line in self.head.splitlines():
            key, _, value = line.partition(b":")
            if key.strip().lower() == name:
                return value.strip().decode("latin-1")
        return ""


def _open_socket(_purpose: int, address: Any) -> socket.socket | int:
    family, kind, protocol, place = address
    try:
        public = is_public(place[0])
    except ValueError:
        public = False
    return socket.socket(family, kind, protocol) if public else pycurl.SOCKET_BAD


FIXED = {
    pycurl.FOLLOWLOCATION: 0,
    pycurl.PROXY: "",  # a proxy would resolve the name itself
    pycurl.NOSIGNAL: 1,
    pycurl.HTTP_VERSION: pycurl.CURL_HTTP_VERSION_2TLS,
    pycurl.CONNECTTIMEOUT: CONNECT_SECONDS,
    pycurl.USERAGENT: USER_AGENT,
    pycurl.POST: 1,
}
PUBLIC = {pycurl.PROTOCOLS: pycurl.PROTO_HTTPS, pycurl.OPENSOCKETFUNCTION: _open_socket}
PRIVATE = {pycurl.PROTOCOLS: pycurl.PROTO_HTTPS | pycurl.PROTO_HTTP}


class _Call:
    """One libcurl handle, set up once and used again and again."""

    def __init__(self, *, private: bool) -> None:
        self.curl = pycurl.Curl()
        self.private = private
        self.post: Post | None = None
        for option, value in {**FIXED, **(PRIVATE if private else PUBLIC)}.items():
            self.curl.setopt(option, value)
        if authorities := _authorities():
            self.curl.setopt(pycurl.CAINFO, authorities)
        self.curl.setopt(pycurl.WRITEFUNCTION, self._keep_body)

    def begin(self, post: Post) -> None:
        self.post, self._body, self._head = post, b"", BytesIO()
        set_option = self.curl.setopt
        set_option(pycurl.URL, post.url)
        set_option(pycurl.TIMEOUT, TOTAL_SECONDS)
        set_option(pycurl.POSTFIELDS, post.body)
        set_option(pycurl.HTTPHEADER, post.headers)
        set_option(pycurl.WRITEHEADER, self._head)

    def answer(self, error: str) -> Answer:
        status = self.curl.getinfo(pycurl.RESPONSE_CODE)
        if not status:
            return Answer(error=error, asked=self.curl.getinfo(pycurl.REQUEST_SIZE) > 0)
        shared = self.curl.getinfo(pycurl.INFO_HTTP_VERSION) == pycurl.CURL_HTTP_VERSION_2_0
        return Answer(status, self._head.getvalue(), self._body, shared=shared)

    def _keep_body(self, part: bytes) -> int:
        """Take up to LARGEST_ANSWER bytes; a short count makes libcurl hang up."""
        room = LARGEST_ANSWER - len(self._body)
        self._body += part[:room]
        return min(room, len(part))


class Wire:
    def __init__(self) -> None:
        self._multi = pycurl.CurlMulti()
        self._multi.setopt(pycurl.M_PIPELINING, pycurl.PIPE_MULTIPLEX)
        self._multi.setopt(pycurl.M_MAX_HOST_CONNECTIONS, CONNECTIONS)
        self._idle: dict[bool, list[_Call]] = {False: [], True: []}
        self._busy: dict[pycurl.Curl, _Call] = {}

    def send(self, next_post: Callable[[], Post | None]) -> Iterator[tuple[Post, Answer]]:
        """Yield each post with its answer as they come in.

        `next_post` is asked while there is room, and again after each answer; None: there is none for now.
        """
        try:
            self._fill(next_post)
            while self._busy:
                yield from self._finished()
                self._fill(next_post)
        finally:
            for call in list(self._busy.values()):
                self._release(call)

    def _fill(self, next_post: Callable[[], Post | None]) -> None:
        while len(self._busy) < IN_FLIGHT and (post := next_post()):
            idle = self._idle[post.private]
            call = idle.pop() if idle else _Call(private=post.private)
            call.begin(post)
            self._busy[call.curl] = call
            self._multi.add_handle(call.curl)

    def _finished(self) -> Iterator[tuple[Post, Answer]]:
        self._multi.perform()
        done = False
        left = 1
        while left:
            left, succeeded, failed = self._multi.info_read()
            for curl, error in [*((each, "") for each in succeeded), *((each, text) for each, _, text in failed)]:
                done = True
                call = self._busy[curl]
                answer, post = call.answer(error), call.post
                self._release(call)
                yield post, answer  # type: ignore[misc] # a busy call has a post
        if not done and self._busy:
            self._multi.select(1.0)

    def _release(self, call: _Call) -> None:
        del self._busy[call.curl]
        self._multi.remove_handle(call.curl)
        call.post = None
        self._idle[call.private].append(call)


def wire() -> Wire:
    """Return this thread's wire; a forked worker gets one of its own."""
    if getattr(_local, "process", None) != os.getpid():
        _local.process, _local.wire = os.getpid(), Wire()
    found: Wire = _local.wire
    return found


_local = threading.local()


def _authorities() -> str | None:
    return os.environ.get("SSL_CERT_FILE") or next(filter(os.path.exists, AUTHORITIES), None)
