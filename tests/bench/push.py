"""`make bench-push`: what a message costs our sender and others', over TLS; what a million reminders cost the schedule.

Peers come from the package registries into a temporary folder. Rounds are interleaved, each sender in a process of its
own, and only ratios within a round are compared: the machine may be shared. Nothing here is asserted; the last line is
for programs.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from backend.config.bootstrap import say
from tests.bench.push_npm import install_web_push
from tests.bench.push_sink import ROOT, Sink, sink

ROUNDS = 5
REMINDERS = int(os.environ.get("REMINDERS", "1000000"))
PEERS = ["django-webpush==0.3.6", "django-push-notifications==3.3.0"]
# Messages a round: enough for a steady figure, few where each takes milliseconds.
COUNTS = {
    "ours": 3000,
    "encryption": 3000,
    "limit": 3000,
    "pywebpush": 150,
    "django_webpush": 100,
    "django_push_notifications": 100,
}


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        install(folder / "peers")
        web_push = install_web_push(folder / "npm")
        with sink(folder) as service:
            rounds = [measured(service, folder / "peers", web_push, number) for number in range(1, ROUNDS + 1)]
            schedule = scheduled(service)
    for sender in rounds[0]:
        print(f"  {sender}: {median(each[sender] for each in rounds):.0f} µs CPU a message")
    print(f"  encryption to the limit: {ratio(rounds, 'encryption', 'limit'):.2f}")
    for peer in ("django_webpush", "django_push_notifications", "npm_web_push"):
        if peer in rounds[0]:
            print(f"  ours to {peer}: {ratio(rounds, peer, 'ours'):.1f} times as many a core")
    celery = schedule["celery_us"]
    print(f"  a delivery through Celery to the bare sender: {celery / median(each['ours'] for each in rounds):.2f}")
    print(
        f"push_ratio_pywebpush={ratio(rounds, 'pywebpush', 'ours'):.1f} celery_us_per_message={celery:.0f} "
        f"due_50000_s={schedule['due_seconds']:.1f} claim_growth_1e4_to_1e6={schedule['growth']:.2f}"
    )


def install(folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), *PEERS]
    subprocess.run(command, check=True)


def measured(service: Sink, peers: Path, web_push: list[str], number: int) -> dict[str, float]:
    """Return the CPU time a message, in µs, of each sender in turn."""
    costs = {name: cost(service, peers, name, count) for name, count in COUNTS.items()}
    if web_push:
        costs["npm_web_push"] = float(printed([*web_push, service.origin, "500"], service.environment))
    print(f"  round {number}: {', '.join(f'{name} {us:.0f}' for name, us in costs.items())}", flush=True)
    return costs


def cost(service: Sink, peers: Path, name: str, count: int) -> float:
    command = [sys.executable, "-m", "tests.bench.push_senders", name, service.origin, str(count)]
    return float(printed(command, {**service.environment, "PYTHONPATH": str(peers), "PYTHONWARNINGS": "ignore"}))


def scheduled(service: Sink) -> dict[str, float]:
    """Return what the schedule costs with a million reminders."""
    command = [sys.executable, "-m", "tests.bench.push_schedule", service.origin, str(REMINDERS)]
    *said, figures = printed(command, service.environment).splitlines()
    print("\n".join(said), flush=True)
    found: dict[str, float] = json.loads(figures)
    return found


def printed(command: list[str], environment: dict[str, str]) -> str:
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout


def ratio(rounds: list[dict[str, float]], cost: str, to: str) -> float:
    return median(each[cost] / each[to] for each in rounds)


if __name__ == "__main__":
    say(main)
