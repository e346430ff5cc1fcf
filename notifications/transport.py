"""HTTPS to the browser vendors: one CurlMulti for the life of a thread, its connections kept.

libcurl resolves the name and hands each address it is about to connect to over to `_open_socket`:
what is checked there is what is connected to, so a name can't change its mind in between.
"""

import os
import socket
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pycurl

from notifications.endpoints import is_public

CONNECT_SECONDS, TOTAL_SECONDS = 5, 10
IN_FLIGHT = 200
CONNECTIONS_A_HOST = 8
LARGEST_ANSWER = 4096
USER_AGENT = "Thaw"


@dataclass(frozen=True, slots=True)
class Post:
    """`private` allows addresses outside the open internet, and http: hosts the operator named only."""

    url: str
    headers: tuple[str, ...]
    body: bytes
    private: bool = False
    tag: Any = None


@dataclass(slots=True)
class Answer:
    """`status` is 0 when there was no answer; `error` says why then. Header names are lower case."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    error: str = ""


class Wire:
    def __init__(self) -> None:
        self._multi = pycurl.CurlMulti()
        self._multi.setopt(pycurl.M_PIPELINING, pycurl.PIPE_MULTIPLEX)
        self._multi.setopt(pycurl.M_MAX_HOST_CONNECTIONS, CONNECTIONS_A_HOST)
        self._idle: list[pycurl.Curl] = []
        self._busy: dict[pycurl.Curl, tuple[Post, Answer]] = {}

    def send(self, posts: Iterable[Post]) -> Iterator[tuple[Post, Answer]]:
        """Yield each post with its answer as they come in; a slow host delays none of the others."""
        waiting = iter(posts)
        try:
            more = self._fill(waiting)
            while more or self._busy:
                yield from self._finished()
                more = more and self._fill(waiting)
        finally:
            for handle in list(self._busy):
                self._release(handle)

    def _fill(self, waiting: Iterator[Post]) -> bool:
        while len(self._busy) < IN_FLIGHT:
            post = next(waiting, None)
            if post is None:
                return False
            handle = self._idle.pop() if self._idle else pycurl.Curl()
            answer = Answer()
            _prepare(handle, post, answer)
            self._busy[handle] = (post, answer)
            self._multi.add_handle(handle)
        return True

    def _finished(self) -> Iterator[tuple[Post, Answer]]:
        self._multi.perform()
        done = False
        left = 1
        while left:
            left, succeeded, failed = self._multi.info_read()
            for handle, error in [*((h, "") for h in succeeded), *((h, text) for h, _, text in failed)]:
                done = True
                yield self._result(handle, error)
        if not done and self._busy:
            self._multi.select(1.0)

    def _result(self, handle: pycurl.Curl, error: str) -> tuple[Post, Answer]:
        post, answer = self._busy[handle]
        answer.status = handle.getinfo(pycurl.RESPONSE_CODE)
        answer.error = "" if answer.status else error
        self._release(handle)
        return post, answer

    def _release(self, handle: pycurl.Curl) -> None:
        del self._busy[handle]
        self._multi.remove_handle(handle)
        handle.reset()
        self._idle.append(handle)


def wire() -> Wire:
    """Return this thread's wire; a forked worker gets one of its own."""
    if getattr(_local, "process", None) != os.getpid():
        _local.process, _local.wire = os.getpid(), Wire()
    found: Wire = _local.wire
    return found


_local = threading.local()


def _prepare(handle: pycurl.Curl, post: Post, answer: Answer) -> None:
    handle.setopt(pycurl.URL, post.url)
    handle.setopt(pycurl.PROTOCOLS, pycurl.PROTO_HTTPS | (pycurl.PROTO_HTTP if post.private else 0))
    handle.setopt(pycurl.FOLLOWLOCATION, 0)
    handle.setopt(pycurl.PROXY, "")  # a proxy would resolve the name itself
    handle.setopt(pycurl.NOSIGNAL, 1)
    handle.setopt(pycurl.CONNECTTIMEOUT, CONNECT_SECONDS)
    handle.setopt(pycurl.TIMEOUT, TOTAL_SECONDS)
    handle.setopt(pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_2TLS)
    # Over TLS a second message waits to share the first one's connection; without, it would wait for its answer.
    handle.setopt(pycurl.PIPEWAIT, int(post.url.startswith("https:")))
    handle.setopt(pycurl.USERAGENT, USER_AGENT)
    handle.setopt(pycurl.POST, 1)
    handle.setopt(pycurl.POSTFIELDS, post.body)
    handle.setopt(pycurl.HTTPHEADER, [*post.headers, "Expect:", "Accept:"])
    handle.setopt(pycurl.HEADERFUNCTION, lambda line: _keep_header(answer, line))
    handle.setopt(pycurl.WRITEFUNCTION, lambda part: _keep_body(answer, part))
    if not post.private:
        handle.setopt(pycurl.OPENSOCKETFUNCTION, _open_socket)


def _open_socket(_purpose: int, address: Any) -> socket.socket | int:
    family, kind, protocol, place = address
    try:
        public = is_public(place[0])
    except ValueError:
        public = False
    return socket.socket(family, kind, protocol) if public else pycurl.SOCKET_BAD


def _keep_header(answer: Answer, line: bytes) -> None:
    name, colon, value = line.decode("latin-1").partition(":")
    if colon:
        answer.headers[name.strip().lower()] = value.strip()


def _keep_body(answer: Answer, part: bytes) -> int:
    """Take up to LARGEST_ANSWER bytes; a short count makes libcurl hang up."""
    room = LARGEST_ANSWER - len(answer.body)
    answer.body += part[:room]
    return min(room, len(part))
