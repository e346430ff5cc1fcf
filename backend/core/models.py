"""What every synced row has in common: an owner, an id from the phone, a revision."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models

EPOCH_STEP = 1_000_000


def new_epoch() -> str:
    return uuid.uuid4().hex


class RevisionCounter(models.Model):
    """Counts the changes of one account; its row lock makes cursor order commit order."""

    revision = models.BigIntegerField(default=0)
    epoch = models.CharField(max_length=32, default=new_epoch)

    class Meta:
        abstract = True

    def begin_epoch(self) -> None:
        """Let every phone read its feed from the start and send what is missing here.

        The revision leaps, so that none given out before names another content now.
        """
        self.epoch, self.revision = new_epoch(), self.revision + EPOCH_STEP


class SyncedRecord(models.Model):
    """A record of one account.

    `data` is the whole record as the phone sent it, fields of newer apps included; models add
    columns only for what the server filters or schedules by. A deleted row keeps its id and
    revision as a tombstone and nothing else.
    """

    row = models.BigAutoField(primary_key=True)
    # The constraint below begins with it: an index of its own would only be written.
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False)
    id = models.UUIDField()
    revision = models.BigIntegerField()
    deleted = models.BooleanField(default=False)
    data = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        abstract = True
        constraints = (models.UniqueConstraint(fields=["account", "id"], name="%(app_label)s_%(class)s_id"),)
        indexes: ClassVar[tuple[models.Index, ...]] = (
            models.Index(fields=["account", "revision"], name="%(app_label)s_%(class)s_rev"),
        )

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.id}"


class Receipt(models.Model):
    """What the first try of an operation was answered, so that a retry has the same effect and answer."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False)
    op_id = models.UUIDField()
    answer = models.JSONField()
    created_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["account", "op_id"], name="core_receipt_op"),)

    def __str__(self) -> str:
        return f"Receipt {self.op_id}"
