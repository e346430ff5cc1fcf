"""A session belongs to a device; it lasts for months of absence and ends when the device is ended."""

from datetime import timedelta

from django.utils import timezone
from rest_framework.authentication import SessionAuthentication
from rest_framework.request import Request

from backend.accounts.models import Account, Device

DEVICE = "device"
SEEN_EVERY = timedelta(days=1)


class DeviceSession(SessionAuthentication):
    """Answers 401, not 403, to strangers; `request.auth` is the Device (None for an operator's login)."""

    def authenticate(self, request: Request) -> tuple[Account, Device | None] | None:
        found = super().authenticate(request)
        if found is None:
            return None
        account = found[0]
        device = _device(account, request.session.get(DEVICE))
        if device:
            _see(request, device)
        return account, device

    def authenticate_header(self, request: Request) -> str:
        return "Session"


def _device(account: Account, device_id: str | None) -> Device | None:
    return Device.objects.filter(account=account, id=device_id).first() if device_id else None


def _see(request: Request, device: Device) -> None:
    """Note the visit at most once a day, and give the session its full length again."""
    now = timezone.now()
    if now - device.last_seen_at >= SEEN_EVERY:
        Device.objects.filter(pk=device.pk).update(last_seen_at=now)
        request.session.modified = True
