"""The one write path: every create, edit and delete of a synced record, by REST or by sync, ends here.

Effect, receipt and revision are one transaction under the account's row lock, so the order of
revisions is the order of commits and a reader at cursor N has seen everything up to N.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Literal, cast
from uuid import UUID

import msgspec
from django.contrib.auth import get_user_model
from django.db import transaction

from backend.core.models import Receipt, RevisionCounter, SyncedRecord
from backend.core.shapes import InvalidRecordError, parse
from backend.core.upsert import insert, upsert

Status = Literal["applied", "conflict", "rejected", "duplicate"]


class AccountGoneError(Exception):
    """The account was deleted while a request of its own was under way."""


@dataclass(frozen=True)
class Collection:
    """One kind of record: where it is stored, what makes it valid, which columns are filtered by.

    `project(record, id, now)` gives the promoted columns, all of them nullable so that a tombstone
    keeps nothing, and may raise InvalidRecordError for what is wrong with this record under this id;
    `present(row)` adds what only the server knows to the data that goes out.
    """

    name: str
    model: type[SyncedRecord]
    shape: type[msgspec.Struct]
    project: Callable[[Any, UUID, datetime], dict[str, Any]] = lambda _record, _id, _now: {}
    present: Callable[[Any], dict[str, Any]] | None = None

    def shown(self, row: SyncedRecord) -> dict[str, Any]:
        data: dict[str, Any] = self.present(row) if self.present else row.data
        return data

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Return the promoted columns: what the model has beside a SyncedRecord's own."""
        own = {column.name for column in SyncedRecord._meta.local_fields} | {"row"}
        return tuple(column.name for column in self.model._meta.concrete_fields if column.name not in own)


@dataclass(frozen=True, slots=True)
class Change:
    """What someone wants: `data` is the whole record without id and revision."""

    collection: Collection | str
    id: UUID
    base_revision: int | None
    deleted: bool = False
    data: dict[str, Any] = field(default_factory=dict)
    op_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a change: `answer` as sync sends it without its op_id, `row` as the server has it now."""

    answer: dict[str, Any]
    row: SyncedRecord | None = None

    @property
    def status(self) -> Status:
        return cast("Status", self.answer["status"])


@dataclass(frozen=True, slots=True)
class Seen:
    """How far a phone has read."""

    epoch: str | None
    revision: int


def apply_changes(
    *, account_id: UUID, changes: Sequence[Change], now: datetime, seen: Seen | None = None
) -> tuple[RevisionCounter, list[Result]]:
    """Apply changes in order, each on its own merits; return the account as it is then and one result a change.

    A phone that has seen more of this epoch than there is shows that commits were lost, as a fail-over may lose
    them: another epoch begins. Raises AccountGoneError, and RecordTooLargeError before anything is written.
    """
    with transaction.atomic():
        account = _locked(account_id)
        if seen and seen.epoch == account.epoch and seen.revision > account.revision:
            account.begin_epoch()
            account.save(update_fields=["epoch", "revision"])
        batch = _Batch(account, changes, now)
        results = [batch.apply(change) for change in changes]
        batch.save()
    return account, results


def envelope(collection: Collection, row: SyncedRecord) -> dict[str, Any]:
    """Return a record as sync sends it: {collection, id, revision, deleted, data}."""
    data = {} if row.deleted else collection.shown(row)
    return {
        "collection": collection.name,
        "id": str(row.id),
        "revision": row.revision,
        "deleted": row.deleted,
        "data": data,
    }


def _locked(account_id: UUID) -> RevisionCounter:
    accounts = get_user_model()
    try:
        account = accounts.objects.select_for_update(no_key=True).get(pk=account_id)
    except accounts.DoesNotExist as error:
        raise AccountGoneError from error
    return cast("RevisionCounter", account)


class _Batch:
    """The changes of one request, held in memory so that the number of queries does not grow with them."""

    def __init__(self, account: RevisionCounter, changes: Iterable[Change], now: datetime) -> None:
        self.account, self.now = account, now
        self.collections = {c.collection.name: c.collection for c in changes if isinstance(c.collection, Collection)}
        self.rows = {name: self._known(name, changes) for name in self.collections}
        self.touched: dict[tuple[str, UUID], SyncedRecord] = {}
        self.receipts = self._receipts(changes)
        self.new_receipts: list[dict[str, Any]] = []

    def apply(self, change: Change) -> Result:
        first = self.receipts.get(change.op_id)
        if first is not None:
            return Result({**first, "status": "duplicate", "first": first["status"]})
        result = self._effect(change)
        if change.op_id:
            self._keep_receipt(change.op_id, result)
        return result

    def save(self) -> None:
        for name, collection in self.collections.items():
            rows = [row for (owner, _), row in self.touched.items() if owner == name]
            if rows:
                upsert(collection.model, rows)
        if self.new_receipts:
            insert(Receipt, self.new_receipts)
        if self.touched:
            self.account.save(update_fields=["revision"])

    def _known(self, name: str, changes: Iterable[Change]) -> dict[UUID, SyncedRecord]:
        ids = {c.id for c in changes if isinstance(c.collection, Collection) and c.collection.name == name}
        rows = self.collections[name].model._default_manager.filter(account_id=self.account.pk, id__any=ids)
        return {row.id: row for row in rows}

    def _receipts(self, changes: Iterable[Change]) -> dict[UUID | None, dict[str, Any]]:
        op_ids = {change.op_id for change in changes if change.op_id}
        found = Receipt.objects.filter(account_id=self.account.pk, op_id__any=op_ids)
        return dict(found.values_list("op_id", "answer")) if op_ids else {}

    def _effect(self, change: Change) -> Result:
        if not isinstance(change.collection, Collection):
            return _rejected("this collection is not known here", "collection")
        row = self.rows[change.collection.name].get(change.id)
        try:
            return self._delete(change, row) if change.deleted else self._write(change, change.collection, row)
        except InvalidRecordError as error:
            return _rejected(error.detail, error.attr)

    def _delete(self, change: Change, row: SyncedRecord | None) -> Result:
        if row is None or row.deleted:
            return _applied(row)
        if change.base_revision != row.revision:
            return _conflict(change, row)
        row.deleted, row.data = True, {}
        for column in cast("Collection", change.collection).columns:
            setattr(row, column, None)
        return self._touch(change, row)

    def _write(self, change: Change, collection: Collection, row: SyncedRecord | None) -> Result:
        record, data = parse(change.data, collection.shape)
        columns = collection.project(record, change.id, self.now)
        if row and change.base_revision != row.revision:
            same = not row.deleted and row.data == data
            return _applied(row) if same else _conflict(change, row)
        if row is None:
            row = collection.model(account_id=self.account.pk, id=change.id, created_at=self.now)
            self.rows[collection.name][change.id] = row
        row.deleted, row.data = False, data
        for column, value in columns.items():
            setattr(row, column, value)
        return self._touch(change, row)

    def _touch(self, change: Change, row: SyncedRecord) -> Result:
        self.account.revision += 1
        row.revision, row.updated_at = self.account.revision, self.now
        collection = cast("Collection", change.collection)
        self.touched[collection.name, change.id] = row
        return _applied(row)

    def _keep_receipt(self, op_id: UUID, result: Result) -> None:
        self.receipts[op_id] = result.answer
        self.new_receipts.append(
            {"account_id": self.account.pk, "op_id": op_id, "answer": result.answer, "created_at": self.now}
        )


def _applied(row: SyncedRecord | None) -> Result:
    return Result({"status": "applied", "revision": row.revision if row else None}, row)


def _conflict(change: Change, row: SyncedRecord) -> Result:
    record = envelope(cast("Collection", change.collection), row)
    return Result({"status": "conflict", "revision": row.revision, "record": record}, row)


def _rejected(detail: str, attr: str | None) -> Result:
    return Result(
        {"status": "rejected", "revision": None, "errors": [{"code": "invalid", "detail": detail, "attr": attr}]}
    )
