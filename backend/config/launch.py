"""`make run` inside the virtual environment: everything of Thaw on one machine, until Ctrl-C."""

import os
import signal
import sys
import time
from contextlib import ExitStack, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from backend.config import frontend, preflight, static
from backend.config.bootstrap import ROOT, Failure, data_dir, say, step
from backend.config.embedded import only_one, servers
from backend.config.place import require_room
from backend.config.processes import Child, Orders, start, stop
from backend.config.servers import last_words

READY_WITHIN_SECONDS = 90
LOOK_EVERY_SECONDS = 0.2
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104 - where it listens is the person's choice


def main() -> None:
    data, logs = data_dir(), data_dir() / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        stack.enter_context(only_one(data))
        preflight.prepare_environment(data)
        require_room(data)
        preflight.require_port(settings.HOST, settings.PORT)
        preflight.require_given_servers()
        preflight.require_vapid_keys()
        frontend.build()
        running = stack.enter_context(servers(data, logs, durable=True))
        os.environ.update({server.variable: server.url for server in running})
        prepare_data()
        children = [server.child for server in running]
        for orders in (worker(logs), beat(logs, data), web(logs)):
            children.append(start(orders))
            stack.callback(stop, children[-1])
        watch_until_ready(children)
        with suppress(KeyboardInterrupt):
            print(f"Thaw is ready: open {settings.SITE_URL} (Ctrl-C stops it)", flush=True)
            watch(children)
        print("\nStopping ...", flush=True)


def prepare_data() -> None:
    """Bring database and static files up to date."""
    manage = [sys.executable, str(ROOT / "manage.py")]
    step("Bringing the database up to date", [*manage, "migrate", "--no-input"])
    static.collect(manage)


def web(logs: Path) -> Orders:
    options = ["--interface", "wsgi", "--no-ws", "--workers-kill-timeout", "5", "--respawn-failed-workers"]
    address = ["--host", settings.HOST, "--port", str(settings.PORT), "--workers", str(settings.WEB_CONCURRENCY)]
    command = [sys.executable, "-m", "granian", *options, *address, "backend.config.wsgi:application"]
    return Orders("The web server", command, logs / "web.log", folder=ROOT)


def worker(logs: Path) -> Orders:
    options = ["--loglevel", "WARNING", "--concurrency", "2", "--without-gossip", "--without-mingle"]
    # A warm shutdown would wait for a Redis that has died with us.
    return Orders(
        "The worker", [*_celery("worker"), *options], logs / "worker.log", folder=ROOT, if_we_die=signal.SIGQUIT
    )


def beat(logs: Path, data: Path) -> Orders:
    options = ["--loglevel", "WARNING", "--schedule", str(data / "beat-schedule"), "--pidfile="]
    return Orders("The scheduler", [*_celery("beat"), *options], logs / "beat.log", folder=ROOT)


def _celery(part: str) -> list[str]:
    return [sys.executable, "-m", "celery", "-A", "backend.config.celery:app", part]


def watch_until_ready(children: list[Child]) -> None:
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while not is_ready():
        raise_if_one_ended(children)
        if time.monotonic() > deadline:
            raise Failure(
                f"Thaw did not become ready within {READY_WITHIN_SECONDS} s (details: {children[-1].log.parent})."
            )
        time.sleep(LOOK_EVERY_SECONDS)


def is_ready() -> bool:
    """Ask /readyz as a proxy in front of SITE_URL would."""
    connection = HTTPConnection(EVERYWHERE.get(settings.HOST, settings.HOST), settings.PORT, timeout=5)
    try:
        connection.request("GET", "/readyz", headers={"Host": urlsplit(settings.SITE_URL).netloc})
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def watch(children: list[Child]) -> None:
    while True:
        raise_if_one_ended(children)
        time.sleep(LOOK_EVERY_SECONDS)


def raise_if_one_ended(children: list[Child]) -> None:
    for child in children:
        if child.process.poll() is not None:
            raise Failure(f"{child.name} ended unexpectedly: {reason(child)} (details: {child.log}).")


def reason(child: Child) -> str:
    code = child.process.returncode
    return signal.Signals(-code).name if code < 0 else last_words(child.log.read_text(errors="replace"))


if __name__ == "__main__":
    say(main)
