"""Sessions in PostgreSQL whose device keeps hold of them: signing in and a new password give a session another key."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessionStore
from django.db import transaction

from backend.accounts.models import Device


class SessionStore(DatabaseSessionStore):
    def cycle_key(self) -> None:
        former = self.session_key
        with transaction.atomic():
            super().cycle_key()
            if former:
                Device.objects.filter(session_key=former).update(session_key=self.session_key)
