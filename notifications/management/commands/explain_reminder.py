from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from notifications.models import Delivery, Reminder
from notifications.services.explaining import explained


class Command(BaseCommand):
    help = "Say why a reminder did or did not fire."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("id", type=UUID, help="the reminder's id, or that of one of its deliveries")

    def handle(self, *_args: Any, **options: Any) -> None:
        wanted = options["id"]
        of_delivery = Delivery.objects.filter(pk=wanted).values("reminder")
        found = Reminder.objects.filter(id=wanted) | Reminder.objects.filter(pk__in=of_delivery)
        rows = list(found.order_by("row"))
        if not rows:
            message = f"There is no reminder {wanted}."
            raise CommandError(message)
        for row in rows:
            self.stdout.write("\n".join(explained(row, timezone.now())))
