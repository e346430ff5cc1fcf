"""An account is anonymous: a row that owns records and devices. Only operators have a login name."""

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils.crypto import salted_hmac

from backend.core.models import RevisionCounter, SyncedRecord


class AccountManager(BaseUserManager["Account"]):
    def create_superuser(self, login: str, password: str) -> "Account":
        account = self.model(login=login, is_staff=True, is_superuser=True)
        account.set_password(password)
        account.save()
        return account


class Account(AbstractBaseUser, PermissionsMixin, RevisionCounter):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    login = models.CharField(max_length=150, unique=True, null=True, blank=True)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    locale = models.CharField(max_length=35, default="en")
    time_zone = models.CharField(max_length=64, default="UTC")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AccountManager()
    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.login or str(self.pk)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Leave a person's other phones signed in when a password is set: they are ended in the list of devices."""
        if self.login is not None:
            own: str = super()._get_session_auth_hash(secret)  # type: ignore[misc] # Django's, for today's and former secrets
            return own
        salt = "backend.accounts.models.session"
        return salted_hmac(salt, str(self.pk), secret=secret, algorithm="sha256").hexdigest()


class Device(models.Model):
    """One browser on one phone. Its session, its push subscriptions and its rights end with it."""

    row = models.BigAutoField(primary_key=True)
    id = models.UUIDField()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="devices")
    label = models.CharField(max_length=80, blank=True)
    session_key = models.CharField(max_length=40, blank=True, db_index=True)
    created_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["account", "id"], name="accounts_device_id"),)

    def __str__(self) -> str:
        return self.label or str(self.id)


class Setting(SyncedRecord):
    """A preference that follows the person to every phone; its id is derived from its key."""

    key = models.CharField(max_length=64, null=True)  # noqa: DJ001 - null in a tombstone, as all projected columns


class RecoveryCode(models.Model):
    """One way back in, used once: the row goes with its use. The code itself is nowhere."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"RecoveryCode {self.pk}"


class Letter(models.Model):
    """An e-mail that waits to be sent; the row goes once it is, or once it is of no use any more."""

    to = models.EmailField(max_length=254)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    created_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(db_index=True)
    of_use_until = models.DateTimeField()

    def __str__(self) -> str:
        return f"Letter {self.pk}"
