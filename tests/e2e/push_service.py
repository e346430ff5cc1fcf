"""A push service of our own: WebSocket to Firefox, RFC 8030 to senders, strict about both.

It runs in a thread of the test. `answer_with` asks for a fault; `kept` shows what was accepted.
"""

import asyncio
import json
import re
import threading
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import uuid4

from aiohttp import WSMsgType, web
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

LARGEST = 4096
LONGEST_TTL = 30 * 24 * 3600
LONGEST_TOKEN_SECONDS = 24 * 3600
TOPIC = re.compile(r"[A-Za-z0-9_-]{1,32}")
URGENCIES = {"very-low", "low", "normal", "high"}
HANG = 0


@dataclass
class Channel:
    """One subscription: `key` is the sender's public key it was made with."""

    id: str
    key: str
    browser: str = ""
    gone: bool = False
    queue: list[dict[str, Any]] = field(default_factory=list)
    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    posts: int = 0


class PushService:
    def __init__(self) -> None:
        self.channels: dict[str, Channel] = {}
        self.sockets: dict[str, web.WebSocketResponse] = {}
        self.acks: list[dict[str, Any]] = []
        self.complaints: list[str] = []
        self._changed = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._release = asyncio.Event()

    def __enter__(self) -> Self:
        started: Future[int] = Future()
        self._thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self._thread.start()
        self.port = started.result(timeout=10)
        self.origin = f"http://localhost:{self.port}"
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._release.set)
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result(timeout=10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)
        self._loop.close()

    @property
    def hosts(self) -> frozenset[tuple[str, int]]:
        return frozenset({("localhost", self.port), ("127.0.0.1", self.port)})

    def subscribe(self, key: str) -> Channel:
        """Make a subscription that no browser stands behind."""
        return self._register(str(uuid4()), key, "")

    def endpoint(self, channel: Channel) -> str:
        return f"{self.origin}/push/{channel.id}"

    def answer_with(self, channel: Channel, status: int, **headers: str) -> None:
        """Answer the next post to a channel with a fault; HANG keeps the sender waiting."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        channel.answers.append((status, named))

    def kept(self) -> list[dict[str, Any]]:
        return [message for channel in self.channels.values() for message in channel.queue]

    def wait_for(self, seen: Callable[[], Any], seconds: float = 60) -> Any:
        """Return what `seen` returns as soon as it is true; raises TimeoutError."""
        with self._changed:
            if not self._changed.wait_for(seen, seconds):
                message = f"it did not come within {seconds} s; complaints: {self.complaints}"
                raise TimeoutError(message)
            return seen()

    def _run(self, started: Future[int]) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._listen(started))
        self._loop.run_forever()

    async def _listen(self, started: Future[int]) -> None:
        app = web.Application(client_max_size=10 * LARGEST)
        app.add_routes([web.get("/", self._browser), web.post("/push/{channel}", self._post)])
        self._runner = web.AppRunner(app, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        started.set_result(self._runner.addresses[0][1])

    def _register(self, channel_id: str, key: str, browser: str) -> Channel:
        with self._changed:
            self.channels[channel_id] = Channel(channel_id, key, browser)
            self._changed.notify_all()
        return self.channels[channel_id]

    # The side of the browser

    async def _browser(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(protocols=("push-notification",))
        await socket.prepare(request)
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                await self._frame(socket, json.loads(frame.data))
        return socket

    async def _frame(self, socket: web.WebSocketResponse, frame: dict[str, Any]) -> None:
        kind = frame.get("messageType")
        if kind is None:
            await socket.send_str("{}")  # a ping
        elif kind == "hello":
            await self._hello(socket, frame.get("uaid") or uuid4().hex)
        elif kind == "register":
            browser = next(uaid for uaid, known in self.sockets.items() if known is socket)
            channel = self._register(frame["channelID"], frame.get("key", ""), browser)
            answer = {"messageType": kind, "channelID": channel.id, "status": 200}
            await socket.send_json({**answer, "pushEndpoint": self.endpoint(channel)})
        elif kind == "unregister":
            self.channels[frame["channelID"]].gone = True
            await socket.send_json({"messageType": kind, "channelID": frame["channelID"], "status": 200})
        elif kind == "ack":
            self._acknowledge(frame["updates"])

    async def _hello(self, socket: web.WebSocketResponse, uaid: str) -> None:
        self.sockets[uaid] = socket
        hello = {"messageType": "hello", "uaid": uaid, "status": 200, "use_webpush": True, "broadcasts": {}}
        await socket.send_json(hello)
        for channel in self.channels.values():
            for message in channel.queue if channel.browser == uaid else ():
                await self._hand_over(channel, message)

    def _acknowledge(self, updates: list[dict[str, Any]]) -> None:
        with self._changed:
            for update in updates:
                queue = self.channels[update["channelID"]].queue
                queue[:] = [message for message in queue if message["version"] != update["version"]]
                self.acks.append(update)
            self._changed.notify_all()

    async def _hand_over(self, channel: Channel, message: dict[str, Any]) -> None:
        socket = self.sockets.get(channel.browser)
        if socket and not socket.closed:
            frame = {key: message[key] for key in ("version", "ttl", "data")}
            headers = {"encoding": "aes128gcm"}
            await socket.send_json(
                {"messageType": "notification", "channelID": channel.id, "headers": headers, **frame}
            )

    # The side of the sender

    async def _post(self, request: web.Request) -> web.StreamResponse:
        channel = self.channels.get(request.match_info["channel"])
        body = await request.read()
        if channel is None or channel.gone:
            return web.Response(status=410 if channel else 404)
        channel.posts += 1
        if channel.answers:
            return await self._fault(*channel.answers.pop(0))
        status, complaint = self._judge(request.headers, channel, body)
        if complaint:
            self.complaints.append(complaint)
            return web.Response(status=status, text=complaint)
        return await self._accept(request.headers, channel, body)

    async def _fault(self, status: int, headers: dict[str, str]) -> web.StreamResponse:
        if status == HANG:
            await self._release.wait()
        return web.Response(status=status or 500, headers=headers, text="asked for by the test")

    async def _accept(self, headers: Any, channel: Channel, body: bytes) -> web.StreamResponse:
        message = {
            "channel": channel.id,
            "version": uuid4().hex,
            "ttl": int(headers["TTL"]),
            "topic": headers.get("Topic"),
            "urgency": headers.get("Urgency", "normal"),
            "data": base64url(body),
            "body": body,
        }
        with self._changed:
            kept = [m for m in channel.queue if not message["topic"] or m["topic"] != message["topic"]]
            channel.queue[:] = [*kept, message]
            self._changed.notify_all()
        await self._hand_over(channel, message)
        answer = {"Location": f"{self.origin}/message/{message['version']}", "TTL": str(message["ttl"])}
        return web.Response(status=201, headers=answer)

    def _judge(self, headers: Any, channel: Channel, body: bytes) -> tuple[int, str]:
        ttl, topic = headers.get("TTL", ""), headers.get("Topic")
        faults = {
            "TTL has to be whole seconds, 1 to 30 days": not (ttl.isdigit() and 0 < int(ttl) <= LONGEST_TTL),
            "Content-Encoding has to be aes128gcm": headers.get("Content-Encoding") != "aes128gcm",
            "Topic has to be up to 32 URL-safe characters, the length not 1 modulo 4": topic is not None
            and (not TOPIC.fullmatch(topic) or len(topic) % 4 == 1),
            "Urgency is unknown": headers.get("Urgency", "normal") not in URGENCIES,
        }
        if len(body) > LARGEST:
            return 413, "the body is too large"
        for complaint, holds in faults.items():
            if holds:
                return 400, complaint
        complaint = faults_of_vapid(headers.get("Authorization", ""), self.origin, channel.key)
        return (403, complaint) if complaint else (201, "")


def faults_of_vapid(header: str, origin: str, expected_key: str) -> str:
    """Return what is wrong with a VAPID header (RFC 8292), or an empty text."""
    parts = re.fullmatch(r"vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)", header)
    if not parts:
        return "this is no VAPID header"
    head, claims, signature, key = parts.groups()
    if key != expected_key.rstrip("="):
        return "the key is not the subscription's"
    if not _signed(f"{head}.{claims}".encode(), unbase64url(signature), unbase64url(key)):
        return "the signature is wrong"
    said = json.loads(unbase64url(claims))
    left = said.get("exp", 0) - time.time()
    wrong = {
        "the algorithm has to be ES256": json.loads(unbase64url(head)).get("alg") != "ES256",
        "aud has to be this origin": said.get("aud") != origin,
        "exp has to be within 24 hours": not 0 < left <= LONGEST_TOKEN_SECONDS,
        "sub has to be mailto: or https:": not str(said.get("sub", "")).startswith(("mailto:", "https:")),
    }
    return next((complaint for complaint, holds in wrong.items() if holds), "")


def _signed(text: bytes, signature: bytes, key: bytes) -> bool:
    number = encode_dss_signature(int.from_bytes(signature[:32]), int.from_bytes(signature[32:]))
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), key)
    try:
        public.verify(number, text, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def base64url(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def unbase64url(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
