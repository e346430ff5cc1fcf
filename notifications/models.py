"""Reminders, the phones they reach, and what became of each occurrence.

PostgreSQL is the schedule: `Reminder.next_due_at` says what is due, a `Delivery` row that it was
taken up, and the lease on it who may act. Redis only carries ids.
"""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
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


class DeliveryState(models.TextChoices):
    """The first three are open: somebody has to act once `lease_until` is over."""

    WAITING = "waiting"  # for a snooze to be due, or for another try
    CLAIMED = "claimed"  # queued for a worker
    SENDING = "sending"  # a worker has it
    SENT = "sent"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"  # a rule or the person said no; `reason` names it
    FAILED = "failed"  # no phone took it


OPEN = (DeliveryState.WAITING, DeliveryState.CLAIMED, DeliveryState.SENDING)


class Delivery(models.Model):
    """One occurrence of a reminder: slot 0 is the planned one, n the n-th snooze.

    `attempts` fences: a worker records only while it holds the latest attempt.
    `outcomes` maps a subscription's id to {outcome, status, at}; `responses` lists what the phone
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
        )

    def __str__(self) -> str:
        return f"Delivery {self.id} of {self.local_date}"
