"""Servers that go away and come back: Redis for ten minutes, PostgreSQL in the middle of a claim."""

from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from kombu.exceptions import OperationalError
from redis import Redis
from time_machine import travel

from backend.config.place import Place, place
from backend.config.postgresql import postgresql
from backend.config.processes import stop
from backend.config.redis_server import redis_server
from notifications.models import Delivery
from notifications.tasks import tick as tick_task
from tests.clients import Phone
from tests.notifications.processes import queue_at, running, script, until
from tests.notifications.schedule import MINUTE, THREE, remind, states

PREPARE = """
from django.core.management import call_command
from django.utils import timezone
from tests.notifications.crowd import people, reminded, noon_zone
call_command("migrate", verbosity=0)
reminded(people(3), timezone.now(), noon_zone())
"""
# As Celery does, each task ends with its connections given back.
TICK_TWICE = """
from django.db import close_old_connections
from notifications.tasks import tick
for _ in range(2):
    print("ready", flush=True)
    input()
    try:
        tick()
    except Exception as error:
        print(type(error).__name__, flush=True)
    else:
        print("ticked", flush=True)
    close_old_connections()
"""


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return place(tmp_path_factory.mktemp("own"))


@pytest.mark.django_db(transaction=True)
def test_redis_away_for_ten_minutes_delays_and_loses_nothing(alice: Phone, home: Place, tmp_path: Path) -> None:
    remind(alice)
    server = redis_server(home, tmp_path, durable=False)
    path = server.url.removeprefix("unix://")
    with queue_at(f"redis+socket://{path}"):
        server.child.process.kill()
        server.child.process.wait()
        for minutes in (0, 4, 8):
            with travel(THREE + minutes * MINUTE, tick=False), pytest.raises(OperationalError):
                tick_task()
        assert states() == [("claimed", "")]
        server = redis_server(home, tmp_path, durable=False)
        try:
            with travel(THREE + 10 * MINUTE, tick=False):
                tick_task()
            assert Redis(unix_socket_path=path).llen("celery") == 1
        finally:
            stop(server.child)
    assert Delivery.objects.get().expires_at == THREE + 30 * MINUTE


def test_postgresql_restarted_in_the_middle_of_a_claim_leaves_no_half(home: Place, tmp_path: Path, broker: str) -> None:
    server = postgresql(home, tmp_path, durable=True)
    here = {"DATABASE_URL": server.url, "CELERY_BROKER_URL": broker}
    try:
        with running(*script(PREPARE), **here) as made:
            assert made.wait(60) == 0
        with running(*script(TICK_TWICE), **here) as scheduler:
            said = scheduler.stdout
            assert said is not None
            assert scheduler.stdin is not None
            assert said.readline() == "ready\n"
            with suppress(psycopg.OperationalError), psycopg.connect(server.url) as rival:
                rival.execute("LOCK TABLE notifications_delivery IN ACCESS EXCLUSIVE MODE")
                print(file=scheduler.stdin, flush=True)
                until(lambda: somebody_waits(server.url))
                stop(server.child)  # SIGINT: every connection is cut
            assert said.readline() == "OperationalError\n"
            server = postgresql(home, tmp_path, durable=True)
            assert rows(server.url) == (3, 0)
            assert said.readline() == "ready\n"
            print(file=scheduler.stdin, flush=True)
            assert said.readline() == "ticked\n"
        assert rows(server.url) == (0, 3)
    finally:
        stop(server.child)


def somebody_waits(url: str) -> bool:
    with psycopg.connect(url) as connection:
        found = connection.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)").fetchone()
        return bool(found and found[0])


def rows(url: str) -> tuple[int, int]:
    """Return how many reminders are due and how many deliveries there are."""
    with psycopg.connect(url) as connection:
        due = connection.execute("SELECT count(*) FROM notifications_reminder WHERE next_due_at <= now()").fetchone()
        made = connection.execute("SELECT count(*) FROM notifications_delivery").fetchone()
    assert due
    assert made
    return due[0], made[0]
