"""`make bench-sync`: check-ins up and down, ours beside PouchDB ↔ express-pouchdb in the same run.

Rounds alternate, so that a busy machine slows both alike; only ratios mean something. Its last line is for programs.
"""

import os
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from backend.config.bootstrap import say
from tests.bench.sync.load import ack_p95_ms, server_seconds
from tests.bench.sync.measure import Figures
from tests.bench.sync.ours import Ours
from tests.bench.sync.pouch import Pouch, peer
from tests.e2e.site import Site

COUNT = int(os.environ.get("COUNT", "10000"))
SLOW_COUNT = int(os.environ.get("SLOW_COUNT", "3000"))
FIRST_SYNC = int(os.environ.get("FIRST_SYNC", "20000"))
ROUNDS = int(os.environ.get("ROUNDS", "3"))
Pair = tuple[Figures, Figures]


def main() -> None:
    with TemporaryDirectory() as name, sync_playwright() as playwright, peer(Path(name) / "peer") as address:
        folder = Path(name)
        site = Site(folder / "site")
        site.start()
        try:
            ours, theirs = Ours(playwright, folder, site.url), Pouch(playwright, folder, address)
            quick = [rounds(ours, theirs, COUNT, site=site) for _ in range(ROUNDS)]
            slowly = [rounds(ours, theirs, SLOW_COUNT, slowly=True) for _ in range(max(1, ROUNDS - 1))]
            first_sync(ours)
            acknowledged = ack_p95_ms(site)
        finally:
            site.stop()
    print(
        " ".join(f"{name}={figure}" for name, figure in {**figures(quick, slowly), "ack_p95_ms": acknowledged}.items())
    )


def rounds(
    ours: Ours, theirs: Pouch, count: int, *, slowly: bool = False, site: Site | None = None
) -> tuple[Pair, Pair]:
    before = server_seconds(site) if site else 0
    mine = ours.up_and_down(count, slowly=slowly)
    if site:
        spent = (server_seconds(site) - before) * 1000 / (2 * count / 1000)
        print(f"  server: {spent:.0f} ms of web CPU per 1,000 documents, up and down together", flush=True)
    peers = theirs.up_and_down(count, slowly=slowly)
    for way, own, other in zip(("up", "down"), mine, peers, strict=True):
        print(f"  {'slow ' if slowly else ''}{way}: ours    {own}\n  {' ' * len(way)}  PouchDB {other}", flush=True)
    return mine, peers


def first_sync(ours: Ours) -> None:
    _, down = ours.up_and_down(FIRST_SYNC, slowly=True)
    print(f"  first sync of {FIRST_SYNC} records, slow: {down.seconds:.1f} s, {down}", flush=True)


def figures(quick: list[tuple[Pair, Pair]], slowly: list[tuple[Pair, Pair]]) -> dict[str, str]:
    (up, down), _ = quick[0]
    return {
        "up_ratio_pouchdb": ratio(quick, 0),
        "down_ratio_pouchdb": ratio(quick, 1),
        "slow_up_ratio": ratio(slowly, 0),
        "slow_down_ratio": ratio(slowly, 1),
        "requests_up_per_1000": f"{up.requests * 1000 / COUNT:.1f}",
        "requests_down_per_1000": f"{down.requests * 1000 / COUNT:.1f}",
    }


def ratio(pairs: list[tuple[Pair, Pair]], way: int) -> str:
    return f"{median(mine[way].rate / theirs[way].rate for mine, theirs in pairs):.2f}"


if __name__ == "__main__":
    say(main)
