"""What one side sends and takes in a browser, and how long it needs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from playwright.sync_api import Page, Request

CPU_SLOWER = 4
# What Lighthouse calls slow 4G.
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}


@dataclass
class Traffic:
    requests: list[Request] = field(default_factory=list)

    @property
    def bytes(self) -> int:
        """Bodies and headers, both ways, as they are on the wire."""
        sizes = [cast("dict[str, int]", request.sizes()) for request in self.requests]
        return sum(sum(size.values()) for size in sizes)


@dataclass(frozen=True)
class Figures:
    seconds: float
    documents: int
    requests: int
    bytes: int

    @property
    def rate(self) -> float:
        return self.documents / self.seconds

    def __str__(self) -> str:
        return (
            f"{self.rate:7.0f} documents/s, {self.requests:4} requests, "
            f"{self.bytes / self.documents:5.0f} bytes a document"
        )


def measured(page: Page, work: str, argument: Any, documents: int) -> Figures:
    """Run `work`, a function that resolves to the milliseconds it took, and count what it asked for."""
    with listening(page) as traffic:
        took = page.evaluate(work, argument)
        page.wait_for_load_state("networkidle")
    return Figures(took / 1000, documents, len(traffic.requests), traffic.bytes)


@contextmanager
def listening(page: Page) -> Iterator[Traffic]:
    traffic = Traffic()

    def note(request: Request) -> None:
        traffic.requests.append(request)

    page.on("requestfinished", note)
    try:
        yield traffic
    finally:
        page.remove_listener("requestfinished", note)


def slow(page: Page) -> None:
    """Make it a phone a quarter as fast as this machine, on slow 4G."""
    cdp: Any = page.context.new_cdp_session(page)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWER})
    cdp.send("Network.enable")
    cdp.send("Network.emulateNetworkConditions", SLOW_4G)
