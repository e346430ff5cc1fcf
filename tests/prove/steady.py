"""The soak itself, in a process of its own on an empty database: every part as `make run` starts it."""

import sys
from datetime import timedelta
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

import django

django.setup()

from django.core.management import call_command
from django.db.models import F
from django.utils import timezone

from notifications.models import Delivery, DeliveryState, Reminder
from notifications.transports.web_push.keys import current_key
from tests.bench.push_schedule import POINT, vacuum
from tests.notifications.crowd import noon_zone
from tests.notifications.masses import masses, phones
from tests.notifications.processes import CELERY, WORKER, running, until

A_SECOND = 100
LEAD = timedelta(seconds=30)  # for the processes to start


def main() -> None:
    origin, seconds = sys.argv[1], int(sys.argv[2])
    call_command("migrate", verbosity=0)
    first = timezone.now() + LEAD
    masses(seconds * A_SECOND, first, spread_seconds=seconds, zone=noon_zone())
    phones(first + timedelta(seconds=seconds), origin=origin, point=POINT, key_id=current_key().id)
    vacuum()
    with TemporaryDirectory() as home:
        soak(seconds, Path(home))
    late = lateness()
    centiles = quantiles(late, n=100)
    print(f"  {len(late)} sent of {seconds * A_SECOND}, {Delivery.objects.exclude(state='sent').count()} not")
    print(f"soak_s={seconds} rate={A_SECOND} lateness_p50_s={centiles[49]:.1f} lateness_p99_s={centiles[98]:.1f}")


def soak(seconds: int, home: Path) -> None:
    beat = [*CELERY, "beat", "--loglevel", "WARNING", "--pidfile=", "--schedule", str(home / "beat")]
    with running(*WORKER, "2"), running(*beat):
        until(lambda: ended(seconds * A_SECOND), seconds + 600)


def ended(count: int) -> bool:
    done = Delivery.objects.filter(state__in=(DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.EXPIRED))
    return not Reminder.objects.filter(next_due_at__lte=timezone.now()).exists() and done.count() >= count


def lateness() -> list[float]:
    moments = Delivery.objects.filter(state="sent").annotate(late=F("sent_at") - F("due_at"))
    return [late.total_seconds() for late in moments.values_list("late", flat=True)]


if __name__ == "__main__":
    main()
