"""Reminders, the phones and mailboxes they reach, and what became of each occurrence.

PostgreSQL is the schedule: `Reminder.next_due_at` says what is due, a `Delivery` row that it was
taken up, and the lease on it who may act. Redis only carries ids.
"""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models

from backend.accounts.models import Device
from backend.core.models import SyncedRecord


class Reminder(SyncedRecord):
    """A wish to be reminded. Columns repeat what the schedule reads; null in a tombstone."""

    kind = models.CharField(max_length=16, null=True)  # noqa: DJ001 - null in a tombstone, as all projected columns
    local_time = models.TimeField(null=True)
    weekdays = ArrayField(models.SmallIntegerField(), null=True)
    time_zone = models.CharField(max_length=64, null=True)  # noqa: DJ001 - as kind
    window_minutes = models.PositiveSmallIntegerField(null=True)
    exact = models.BooleanField(null=True)
    enabled = models.BooleanField(null=True)
    paused_until = models.DateField(null=True)
    next_due_at = models.DateTimeField(null=True)
    next_on = models.DateField(null=True)
    pace = models.CharField(max_length=12, null=True)  # noqa: DJ001 - as kind
    heard_at = models.DateTimeField(null=True)  # when the person last answered any of their reminders, or edited this

    class Meta(SyncedRecord.Meta):
        indexes = (
            *SyncedRecord.Meta.indexes,
            models.Index(
                fields=["next_due_at"],
                name="notifications_reminder_due",
                condition=models.Q(next_due_at__isnull=False),
            ),
        )


class PushSubscription(models.Model):
    """An address at a browser vendor that reaches one browser. It belongs to whoever subscribed there last."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="+")
    endpoint = models.TextField(unique=True)
    origin = models.CharField(max_length=255)
    p256dh = models.BinaryField(max_length=65)
    auth = models.BinaryField(max_length=16)
    key_id = models.CharField(max_length=32)
    created_at = models.DateTimeField()
    last_accepted_at = models.DateTimeField(null=True)
    last_shown_at = models.DateTimeField(null=True)  # the phone's own word
    retired_at = models.DateTimeField(null=True)
    retired_reason = models.CharField(max_length=32, blank=True)

    class Meta:
        indexes = (
            models.Index(
                fields=["account"], name="notifications_live_phones", condition=models.Q(retired_at__isnull=True)
            ),
        )

    def __str__(self) -> str:
        return f"PushSubscription {self.id} at {self.origin}"


class MailAddress(models.Model):
    """Where a person's reminders go when no phone of theirs can be reached, once its owner has confirmed it.

    `key` is a keyed digest of account and address: links in mails name it by that and by nothing else.
    `ask_at` is when the mail that asks for the confirmation is due; null when none is.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    address = models.EmailField(max_length=254)
    key = models.CharField(max_length=32, unique=True)
    created_at = models.DateTimeField()
    ask_at = models.DateTimeField(null=True)
    ask_attempts = models.PositiveSmallIntegerField(default=0)
    confirmed_at = models.DateTimeField(null=True)
    last_accepted_at = models.DateTimeField(null=True)
    retired_at = models.DateTimeField(null=True)
    retired_reason = models.CharField(max_length=32, blank=True)

    class Meta:
        verbose_name_plural = "mail addresses"
        indexes = (
            models.Index(fields=["ask_at"], name="notifications_mail_to_ask", condition=models.Q(ask_at__isnull=False)),
        )

    def __str__(self) -> str:
        return f"MailAddress {self.id}"

    @property
    def origin(self) -> str:
        """Name the server that takes the mail: ours, whatever the address."""
        return f"smtp://{settings.MAIL.host}:{settings.MAIL.port}"


class Vendor(models.Model):
    """A push service or mail server that is, or lately was, in trouble. No row means that all is well."""

    origin = models.CharField(primary_key=True, max_length=255)
    failures = models.PositiveIntegerField(default=0)  # in a row: unreachable, or an error of theirs
    refusals = models.PositiveIntegerField(default=0)  # in a row: they don't take our signature
    rests = models.PositiveSmallIntegerField(default=0)  # in a row; more than 0: the next message goes out alone
    resting_until = models.DateTimeField(null=True)
    reason = models.CharField(max_length=32, blank=True)

    def __str__(self) -> str:
        return self.origin


class Tally(models.Model):
    """A number that only grows: what was claimed, sent, expired, answered, retired. Days old rows may go; it stays."""

    name = models.CharField(max_length=32)
    label = models.CharField(max_length=300)
    count = models.BigIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["name", "label"], name="notifications_tally_once"),)

    def __str__(self) -> str:
        return f"{self.name} {self.label}"


class DeliveryState(models.TextChoices):
    """The first three are open: somebody has to act once `lease_until` is over."""

    WAITING = "waiting"  # for a snooze to be due, or for another try
    CLAIMED = "claimed"  # queued for a worker
    SENDING = "sending"  # a worker has it
    SENT = "sent"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"  # a rule or the person said no; `reason` names it
    FAILED = "failed"  # nothing took it


OPEN = (DeliveryState.WAITING, DeliveryState.CLAIMED, DeliveryState.SENDING)


class Delivery(models.Model):
    """One occurrence of a reminder: slot 0 is the planned one, n the n-th snooze.

    `attempts` fences: a worker records only while it holds the latest attempt.
    `transport` names who may have brought it by now: empty as long as nobody can have.
    `outcomes` maps an address's id to {outcome, status, at}; `responses` lists what the phone
    said: {response, at}.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    reminder = models.ForeignKey(Reminder, on_delete=models.CASCADE, related_name="deliveries")
    local_date = models.DateField()
    slot = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=DeliveryState)
    reason = models.CharField(max_length=32, blank=True)
    lease_until = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    message = models.CharField(max_length=40, blank=True)
    transport = models.CharField(max_length=16, blank=True)
    outcomes = models.JSONField(default=dict)
    responses = models.JSONField(default=list)

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = (
            models.UniqueConstraint(fields=["reminder", "local_date", "slot"], name="notifications_occurrence"),
        )
        indexes = (
            models.Index(
                fields=["lease_until"], name="notifications_delivery_open", condition=models.Q(state__in=OPEN)
            ),
            models.Index(fields=["account", "local_date"], name="notifications_delivery_day"),
            BrinIndex(fields=["due_at"], name="notifications_delivery_recent", autosummarize=True),
        )

    def __str__(self) -> str:
        return f"Delivery {self.id} of {self.local_date}"
