"""The Celery application and the whole schedule.

Messages carry ids only, never an ETA: what is due is decided by PostgreSQL at each tick,
so a message that is lost, doubled or late changes nothing.
"""

import os

from celery import Celery
from celery.signals import worker_process_init

from backend.config import collector

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")

from django.conf import settings

LETTERS_SECONDS = 20.0

app = Celery("thaw")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.update(
    task_ignore_result=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    broker_connection_retry_on_startup=True,
    broker_transport_options={"visibility_timeout": 600},
    timezone="UTC",
    beat_schedule={
        "send what is due": {
            "task": "notifications.tick",
            "schedule": float(settings.TICK_SECONDS),
            "options": {"expires": float(settings.TICK_SECONDS)},
        },
        "check plans, forget old occurrences": {"task": "notifications.keep_up", "schedule": 24 * 3600.0},
        "send e-mail that waits": {
            "task": "accounts.send_waiting_letters",
            "schedule": LETTERS_SECONDS,
            "options": {"expires": LETTERS_SECONDS},
        },
        "forget sessions that have run out": {"task": "accounts.forget_sessions", "schedule": 24 * 3600.0},
        "delete copies that nobody can open": {
            "task": "accounts.delete_unreachable_accounts",
            "schedule": 24 * 3600.0,
        },
        "forget old receipts": {"task": "sync.prune_receipts", "schedule": 24 * 3600.0},
    },
)
app.autodiscover_tasks()
app.set_default()  # for every thread of a web process, which queues letters


@worker_process_init.connect
def _begin(**_: object) -> None:
    collector.settle()
