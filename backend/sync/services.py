"""One sync run on the server: apply what came up, then read what goes down."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Any, cast
from uuid import UUID

import orjson
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from backend.core.models import Receipt, RevisionCounter, SyncedRecord
from backend.core.records import Change, Collection, Result, Seen, apply_changes, envelope
from backend.sync.collections import COLLECTIONS
from backend.sync.serializers import SyncChange, SyncRequest

RECEIPTS_KEPT = timedelta(days=90)


def sync(*, account_id: UUID, request: SyncRequest, now: datetime) -> dict[str, Any]:
    """Return the answer to a sync request as PROTOCOL.md describes it."""
    account, results = apply_changes(
        account_id=account_id,
        changes=[_change(change) for change in request.changes],
        now=now,
        seen=Seen(request.epoch, request.cursor),
    )
    cursor = request.cursor if request.epoch == account.epoch else 0
    known = set() if request.echo else _echoes(request.changes, results)
    records = _feed(account, cursor, request.limit + 1, known)
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


def _echoes(changes: Sequence[SyncChange], results: Sequence[Result]) -> set[int]:
    """Return the revisions of what is stored now just as it was sent: the results say all of it."""
    return {
        result.row.revision
        for change, result in zip(changes, results, strict=True)
        if result.row and _as_sent(change, result.row)
    }


def _as_sent(change: SyncChange, row: SyncedRecord) -> bool:
    same = row.deleted == change.deleted and (row.deleted or row.data == change.data)
    return same and COLLECTIONS[change.collection].present is None


def _feed(account: RevisionCounter, cursor: int, limit: int, known: set[int]) -> list[dict[str, Any]]:
    """Return at most `limit` records above the cursor and up to the account's revision as it was locked.

    What stands at the `known` revisions is left out.
    A later commit can move a row's revision above that bound while we read; it then comes with the next
    page, so nothing under the cursor we answer is missing.
    """
    found: list[dict[str, Any]] = []
    if len([revision for revision in known if revision > cursor]) == account.revision - cursor:
        return found
    for collection in COLLECTIONS.values():
        rows = collection.model._default_manager.filter(
            account_id=account.pk, revision__gt=cursor, revision__lte=account.revision
        ).exclude(revision__any=known)
        found.extend(_envelopes(collection, rows.order_by("revision")[:limit]))
    found.sort(key=itemgetter("revision"))
    return found[:limit]


def _envelopes(collection: Collection, rows: QuerySet[Any]) -> Iterator[dict[str, Any]]:
    """Yield what sync sends of rows; JSON that nothing is added to goes out as PostgreSQL wrote it."""
    if collection.present:
        yield from (envelope(collection, row) for row in rows)
        return
    stored = rows.values_list("id", "revision", "deleted", Cast("data", TextField()))
    for record_id, revision, deleted, data in stored:
        yield {
            "collection": collection.name,
            "id": record_id,
            "revision": revision,
            "deleted": deleted,
            "data": orjson.Fragment(data),
        }


def prune_receipts(*, now: datetime, at_once: int = 10_000) -> int:
    """Forget receipts older than the 90 days a phone is promised, in short transactions; return how many."""
    old = Receipt.objects.filter(created_at__lt=now - RECEIPTS_KEPT).order_by("created_at").values("pk")
    total = 0
    while gone := Receipt.objects.filter(pk__in=old[:at_once]).delete()[0]:
        total += gone
    return total


@transaction.atomic
def raise_epochs() -> int:
    """After a restore from backup: every phone starts its feed again and sends what this server lost."""
    accounts = cast("QuerySet[Any]", get_user_model()._default_manager.select_for_update())
    for account in accounts:
        account.begin_epoch()
    return accounts.bulk_update(accounts, ["epoch", "revision"], batch_size=1000)
