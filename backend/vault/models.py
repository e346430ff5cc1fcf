"""What a person wrote, sealed on the phone. Nothing here can be opened by this server."""

from django.db import models

from backend.core.models import SyncedRecord


class SealedRecord(SyncedRecord):
    kind = models.CharField(max_length=64, null=True)  # noqa: DJ001 - null in a tombstone, as all projected columns
