"""Check-ins and practices. The record is `data`; the columns are what lists are filtered by."""

from django.db import models

from backend.core.models import SyncedRecord


class CheckIn(SyncedRecord):
    kind = models.CharField(max_length=16, null=True)  # noqa: DJ001 - null in a tombstone, as all projected columns
    occurred_at = models.DateTimeField(null=True)

    class Meta(SyncedRecord.Meta):
        indexes = (
            *SyncedRecord.Meta.indexes,
            models.Index(fields=["account", "occurred_at"], name="checkins_checkin_when"),
        )


class Practice(SyncedRecord):
    """One doing of an exercise."""

    exercise = models.CharField(max_length=64, null=True)  # noqa: DJ001 - null in a tombstone, as all projected columns
    started_at = models.DateTimeField(null=True)

    class Meta(SyncedRecord.Meta):
        indexes = (
            *SyncedRecord.Meta.indexes,
            models.Index(fields=["account", "started_at"], name="checkins_practice_when"),
        )
