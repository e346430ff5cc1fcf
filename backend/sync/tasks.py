from celery import shared_task
from django.utils import timezone

from backend.sync import services


@shared_task(name="sync.prune_receipts")
def prune_receipts() -> None:
    services.prune_receipts(now=timezone.now())
