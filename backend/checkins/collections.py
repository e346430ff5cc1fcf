"""The collections of this app: how a checked record fills the columns lists are filtered by."""

from backend.checkins import models, serializers
from backend.core.records import Collection

CHECK_INS = Collection(
    "check_ins",
    models.CheckIn,
    serializers.CheckIn,
    project=lambda record, _id, _now: {"kind": record.kind, "occurred_at": record.occurred_at},
)
PRACTICES = Collection(
    "practices",
    models.Practice,
    serializers.Practice,
    project=lambda record, _id, _now: {"exercise": record.exercise, "started_at": record.started_at},
)
