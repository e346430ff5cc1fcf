"""The collections of this app: how a checked record fills the columns lists are filtered by."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.checkins import models, serializers
from backend.core.records import Collection
from backend.core.shapes import InvalidRecordError


def _project(record: serializers.CheckIn, record_id: UUID, _now: datetime) -> dict[str, Any]:
    if record.belongs_to == record_id:
        raise InvalidRecordError("a check-in belongs to another one, not to itself", "belongs_to")
    return {"kind": record.kind, "occurred_at": record.occurred_at}


CHECK_INS = Collection("check_ins", models.CheckIn, serializers.CheckIn, project=_project)
PRACTICES = Collection(
    "practices",
    models.Practice,
    serializers.Practice,
    project=lambda record, _id, _now: {"exercise": record.exercise, "started_at": record.started_at},
)
