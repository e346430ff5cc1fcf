"""What has run out is forgotten."""

from datetime import datetime

from django.contrib.sessions.models import Session


def forget_sessions(*, now: datetime) -> None:
    Session.objects.filter(expire_date__lt=now).delete()
