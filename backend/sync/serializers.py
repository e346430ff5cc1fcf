"""The shapes of a sync request and its answer (PROTOCOL.md)."""

from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

CHANGES = 500
RECORDS = 500


class SyncChange(msgspec.Struct):
    op_id: UUID
    collection: str
    id: UUID
    base_revision: int | None = None
    deleted: bool = False
    data: dict[str, Any] = {}


class SyncRequest(msgspec.Struct):
    device: UUID
    epoch: str | None = None
    cursor: Annotated[int, msgspec.Meta(ge=0)] = 0
    limit: Annotated[int, msgspec.Meta(ge=1, le=RECORDS)] = RECORDS
    echo: Annotated[bool, msgspec.Meta(description="whether records come back that were stored just as sent")] = True
    changes: list[SyncChange] = []


class SyncError(msgspec.Struct):
    code: str
    detail: str
    attr: str | None


class SyncRecord(msgspec.Struct):
    collection: str
    id: UUID
    revision: int
    deleted: bool
    data: dict[str, Any]


class SyncResult(msgspec.Struct, omit_defaults=True):
    op_id: UUID
    status: Literal["applied", "duplicate", "conflict", "rejected"]
    revision: int | None
    first: Literal["applied", "conflict", "rejected"] | None = None
    record: SyncRecord | None = None
    errors: list[SyncError] | None = None


class SyncAnswer(msgspec.Struct):
    epoch: str
    cursor: int
    more: bool
    results: list[SyncResult]
    records: list[SyncRecord]
