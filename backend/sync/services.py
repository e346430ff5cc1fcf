"""One sync run on the server: apply what came up, then read what goes down."""

from datetime import datetime, timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import F

from backend.core.models import Receipt, RevisionCounter, SyncedRecord, new_epoch
from backend.core.records import Change, Collection, apply_changes, envelope
from backend.sync.collections import COLLECTIONS
from backend.sync.serializers import SyncChange, SyncRequest

RECEIPTS_KEPT = timedelta(days=90)
EPOCH_STEP = 1_000_000


def sync(*, account_id: UUID, request: SyncRequest, now: datetime) -> dict[str, Any]:
    """Return the answer to a sync request as PROTOCOL.md describes it."""
    account, results = apply_changes(
        account_id=account_id, changes=[_change(change) for change in request.changes], now=now
    )
    known = request.epoch == account.epoch and request.cursor <= account.revision
    cursor = request.cursor if known else 0
    records = _feed(account, cursor, request.limit + 1)
    more = len(records) > request.limit
    page = records[: request.limit]
    return {
        "epoch": account.epoch,
        "cursor": page[-1]["revision"] if more else account.revision,
        "more": more,
        "results": [
            {"op_id": change.op_id, **result.answer} for change, result in zip(request.changes, results, strict=True)
        ],
        "records": page,
    }


def _change(change: SyncChange) -> Change:
    collection: Collection | str = COLLECTIONS.get(change.collection, change.collection)
    return Change(collection, change.id, change.base_revision, change.deleted, change.data, change.op_id)


def _feed(account: RevisionCounter, cursor: int, limit: int) -> list[dict[str, Any]]:
    """Return at most `limit` records above the cursor and up to the account's revision as it was locked.

    A later commit can move a row's revision above that bound while we read; it then comes with the next
    page, so nothing under the cursor we answer is missing.
    """
    found: list[tuple[Collection, SyncedRecord]] = []
    for collection in COLLECTIONS.values():
        rows = collection.model._default_manager.filter(
            account_id=account.pk, revision__gt=cursor, revision__lte=account.revision
        )
        found.extend((collection, row) for row in rows.order_by("revision")[:limit])
    found.sort(key=lambda pair: pair[1].revision)
    return [envelope(collection, row) for collection, row in islice(found, limit)]


def prune_receipts(*, now: datetime) -> int:
    """Forget receipts older than the 90 days a phone is promised; return how many."""
    return Receipt.objects.filter(created_at__lt=now - RECEIPTS_KEPT).delete()[0]


@transaction.atomic
def raise_epochs() -> int:
    """After a restore from backup: every phone starts its feed again and sends what this server lost.

    Revisions jump too, so that a revision given out before the restore never names another content.
    """
    accounts = get_user_model()._default_manager.select_for_update().only("pk")
    for account in accounts:
        get_user_model()._default_manager.filter(pk=account.pk).update(
            epoch=new_epoch(), revision=F("revision") + EPOCH_STEP
        )
    return len(accounts)
