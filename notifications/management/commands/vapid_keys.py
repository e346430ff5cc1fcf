from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from notifications.transports.web_push.keys import key_file, make_key_file


class Command(BaseCommand):
    help = "Make the keys that sign push messages, if there are none yet."

    def handle(self, *_args: Any, **_options: Any) -> None:
        if settings.VAPID_KEYS:
            self.stdout.write("The keys are those in VAPID_KEYS.")
            return
        made = make_key_file(key_file())
        self.stdout.write(f"{'Made' if made else 'Kept'} {key_file()}.")
