"""What a connection can carry: many messages at once over TLS, as real vendors do, one where there is none."""

import threading
from pathlib import Path

import pytest

from notifications.transports.web_push import wire
from tests.bench.push_sink import sink
from tests.e2e.push_service import PushService


def test_an_answer_tells_whether_its_connection_carries_many(tmp_path: Path) -> None:
    with sink(tmp_path) as secured, PushService() as plain, pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", secured.environment["SSL_CERT_FILE"])
        patch.setattr(wire, "_local", threading.local())  # its connections end with it, and the sink after them
        posts = [wire.Post(f"{origin}/1", [], b"", private=True) for origin in (secured.origin, plain.origin)]
        left = iter(posts)
        shared = {post.url: answer.shared for post, answer in wire.wire().send(lambda: next(left, None))}
        assert [shared[post.url] for post in posts] == [True, False]
