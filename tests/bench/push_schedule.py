"""What the schedule costs, in a process of its own on an empty database; prints figures as JSON on its last line."""

import json
import sys
import time
from contextlib import contextmanager
from datetime import datetime, timedelta
from statistics import median
from typing import Any

import django

django.setup()

import psutil
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from notifications.models import Delivery, Reminder
from notifications.services.claiming import BATCH, claim
from notifications.tasks import deliver, tick
from notifications.transports.web_push.keys import current_key
from tests.notifications.crowd import noon_zone
from tests.notifications.masses import masses, phones
from tests.notifications.processes import WORKER, running, until

FEW, MANY, DUE = 10_000, 1_000_000, 50_000
CLAIMS = 9
TASKS = 6
DAY_SECONDS = 20 * 3600
POINT = ec.generate_private_key(ec.SECP256R1()).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def main() -> None:
    origin, most = sys.argv[1], int(sys.argv[2])
    call_command("migrate", verbosity=0)
    few = claim_cost(FEW)
    celery = celery_us(origin)
    many = claim_cost(most)
    due = due_seconds(origin, min(DUE, most))
    print(f"  claim of {BATCH}: {few[0]:.0f} ms and {few[1]:.1f} rows a reminder at {FEW:,} reminders, ", end="")
    print(f"{many[0]:.0f} ms and {many[1]:.1f} at {most:,}")
    print(json.dumps({"celery_us": celery, "due_seconds": due, "growth": many[0] / few[0]}))


def claim_cost(total: int) -> tuple[float, float]:
    """Return the median time of a claim in ms, and the rows that PostgreSQL read for each reminder claimed."""
    clear()
    now = timezone.now()
    due = CLAIMS * BATCH
    masses(total - due, now + timedelta(hours=2), spread_seconds=DAY_SECONDS, zone=noon_zone())
    masses(due, now - timedelta(minutes=1), zone=noon_zone())
    vacuum()
    before, took = rows_read(), []
    for _ in range(CLAIMS):
        started = time.perf_counter()
        assert len(claim(now=now).ids) == BATCH
        took.append((time.perf_counter() - started) * 1000)
    return median(took), (rows_read() - before) / due


def celery_us(origin: str) -> float:
    """Return the CPU time of a worker for each delivery, tasks of 500, database and all."""
    clear()
    now = timezone.now()
    masses((TASKS + 1) * BATCH, now - timedelta(minutes=1), zone=noon_zone())
    phones(now, origin=origin, point=POINT, key_id=current_key().id)
    vacuum()
    batches = [claim(now=now).ids for _ in range(TASKS + 1)]
    with at_work(1) as worker:
        hand_over(batches[:1])
        before = cpu_seconds(worker)
        hand_over(batches[1:])
        return (cpu_seconds(worker) - before) / (TASKS * BATCH) * 1e6


def due_seconds(origin: str, count: int) -> float:
    """Return the time from the tick until the push service has accepted the last of them."""
    now = timezone.now()
    Reminder.objects.filter(next_due_at__lte=now).delete()
    Delivery.objects.all().delete()
    masses(count, now - timedelta(seconds=60), spread_seconds=60, zone=noon_zone())
    phones(now, origin=origin, point=POINT, key_id=current_key().id)
    vacuum()
    with at_work(2):
        tick.delay()  # finds it all; the worker is warm when the clock starts
        until(lambda: Delivery.objects.filter(state="sent").exists())
        started = Delivery.objects.order_by("lease_until").values_list("lease_until", flat=True)[0] - timedelta(
            seconds=90
        )
        until(lambda: sent() >= count, 900)
    last: datetime | None = Delivery.objects.order_by("-sent_at").values_list("sent_at", flat=True)[0]
    assert last
    return (last - started).total_seconds()


@contextmanager
def at_work(processes: int) -> Any:
    with running(*WORKER, str(processes)) as child:
        yield psutil.Process(child.pid)


def hand_over(batches: list[Any]) -> None:
    expected = sent() + sum(map(len, batches))
    for ids in batches:
        deliver.delay([str(pk) for pk in ids])
    until(lambda: sent() >= expected, 300)


def sent() -> int:
    return Delivery.objects.filter(state="sent").count()


def cpu_seconds(worker: psutil.Process) -> float:
    times = [each.cpu_times() for each in (worker, *worker.children(recursive=True))]
    return sum(each.user + each.system for each in times)


def rows_read() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        cursor.execute(
            "SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) FROM pg_stat_user_tables WHERE relname LIKE 'notif%'"
        )
        return int(cursor.fetchone()[0])


def clear() -> None:
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("TRUNCATE accounts_account CASCADE")


def vacuum() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


if __name__ == "__main__":
    main()
