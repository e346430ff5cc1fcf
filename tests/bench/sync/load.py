"""Fifty devices of fifty accounts that sync at once: how long an acknowledgement takes, and what it costs."""

import gzip
import json
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from statistics import quantiles
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import psutil
from redis import Redis

from tests.e2e.site import Site

DEVICES = 50
CHANGES = 50
ROUNDS = 6


class Device:
    def __init__(self, url: str) -> None:
        self.http = HTTPConnection(urlsplit(url).netloc, timeout=60)
        self.device = str(uuid4())
        self.headers = {"Content-Type": "application/json"}
        device = {"id": self.device, "label": "A phone"}
        opened = self.ask("account/", {"locale": "en", "time_zone": "Europe/Berlin", "device": device})
        self.headers |= {"X-CSRFToken": opened["csrf_token"], "Content-Encoding": "gzip", "Accept-Encoding": "gzip"}
        self.epoch, self.cursor = opened["epoch"], 0

    def ask(self, path: str, body: dict[str, Any]) -> Any:
        packed = json.dumps(body).encode()
        if "Content-Encoding" in self.headers:
            packed = gzip.compress(packed)
        self.http.request("POST", f"/api/v1/{path}", packed, self.headers)
        answer = self.http.getresponse()
        read = answer.read()
        assert answer.status < 300, (answer.status, read)
        if cookie := answer.getheader("Set-Cookie"):
            self.headers["Cookie"] = cookie.partition(";")[0]
        return json.loads(gzip.decompress(read) if answer.getheader("Content-Encoding") == "gzip" else read)

    def sync(self) -> float:
        changes = [made(at) for at in range(CHANGES)]
        body = {"device": self.device, "epoch": self.epoch, "cursor": self.cursor, "changes": changes}
        started = time.perf_counter()
        answer = self.ask("sync/", body)
        took = time.perf_counter() - started
        assert [result["status"] for result in answer["results"]] == ["applied"] * CHANGES
        self.cursor = answer["cursor"]
        return took

    def rounds(self) -> list[float]:
        return [self.sync() for _ in range(ROUNDS)]


def opened(site: Site) -> Device:
    # All of them come from one address, which may not open so many accounts in an hour.
    Redis.from_url(site.environment["REDIS_URL"]).flushdb()
    return Device(site.url)


def made(at: int) -> dict[str, Any]:
    data = {"kind": "check_in", "occurred_at": "2026-11-23T20:30:00Z", "time_zone": "Europe/Berlin"}
    record = {"collection": "check_ins", "id": str(uuid4()), "base_revision": None, "deleted": False}
    return {"op_id": str(uuid4()), **record, "data": {**data, "nearness": at % 11, "words": ["numb", "heavy"]}}


def ack_p95_ms(site: Site) -> int:
    devices = [opened(site) for _ in range(DEVICES)]
    before = server_seconds(site)
    with ThreadPoolExecutor(DEVICES) as pool:
        took = [one for job in [pool.submit(device.rounds) for device in devices] for one in job.result()]
    cost = (server_seconds(site) - before) / (len(took) * CHANGES / 1000)
    print(f"  server: {cost * 1000:.0f} ms of web CPU per 1,000 changes in requests of {CHANGES}", flush=True)
    return round(quantiles(took, n=20)[-1] * 1000)


def server_seconds(site: Site) -> float:
    """Return the CPU time of the web server's processes so far."""
    assert site.process
    family = psutil.Process(site.process.pid).children(recursive=True)
    web = [process for process in family if "granian" in " ".join(process.cmdline())]
    return sum(sum(process.cpu_times()[:2]) for process in web)
