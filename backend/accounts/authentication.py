"""A session belongs to a device; it lasts for months of absence and ends when the device is ended.

Between signing in and attaching a device there is a newcomer: a session that names an account and
no device yet. It may attach one, or leave.
"""

from datetime import timedelta

from django.contrib.auth import SESSION_KEY, login
from django.http import HttpRequest
from django.utils import timezone
from rest_framework.authentication import SessionAuthentication
from rest_framework.request import Request

from backend.accounts.models import Account, Device

DEVICE = "device"
SEEN_EVERY = timedelta(hours=1)  # whoever lost a phone wants to know whether it is in use
NEWCOMER_SECONDS = 3600
MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"

Visitor = tuple[Account, Device | None]


def visitor(request: HttpRequest) -> Visitor | None:
    """Return who is signed in, with the device (None for a newcomer); None for strangers, operators and ended devices.

    A session that once had a device never counts as a newcomer's: its device was ended.
    """
    account = request.user
    if not isinstance(account, Account) or account.login is not None:
        return None
    if DEVICE not in request.session:
        return account, None
    device = Device.objects.filter(account=account, session_key=request.session.session_key).first()
    return (account, device) if device else None


def pass_by(request: HttpRequest) -> None:
    """Let the session of somebody who is not signed in be forgotten soon."""
    if SESSION_KEY not in request.session:
        request.session.set_expiry(NEWCOMER_SECONDS)


def enter(request: HttpRequest, account: Account, *, backend: str = MODEL_BACKEND) -> None:
    """Sign in as a newcomer. What the session was before is over; without a device it is soon forgotten."""
    request.session.pop(DEVICE, None)
    login(request, account, backend=backend)
    request.session.set_expiry(NEWCOMER_SECONDS)


def bind(request: HttpRequest, device: Device) -> None:
    """Give the session to a device, for as long as sessions last."""
    request.session[DEVICE] = str(device.id)
    request.session.set_expiry(None)
    request.session.save()
    device.session_key = str(request.session.session_key)
    device.save(update_fields=["session_key"])


class DeviceSession(SessionAuthentication):
    """Answers 401, not 403, to strangers; `request.auth` is the Device."""

    takes_newcomers = False

    def authenticate(self, request: Request) -> Visitor | None:
        found = visitor(request._request)
        if found is None or not (found[1] or self.takes_newcomers):
            return None
        self.enforce_csrf(request)
        if found[1]:
            _see(request, found[1])
        return found

    def authenticate_header(self, request: Request) -> str:
        return "Session"


class NewcomerSession(DeviceSession):
    """Takes a session without a device too; `request.auth` is None then."""

    takes_newcomers = True


def _see(request: Request, device: Device) -> None:
    """Note the visit at most once an hour, and give the session its full length again."""
    now = timezone.now()
    if now - device.last_seen_at >= SEEN_EVERY:
        Device.objects.filter(pk=device.pk).update(last_seen_at=now)
        request.session.modified = True
