"""The sealed collection: opaque envelopes."""

from backend.core.records import Collection
from backend.vault.models import SealedRecord
from backend.vault.serializers import Sealed

SEALED = Collection("sealed", SealedRecord, Sealed, project=lambda record, _id, _now: {"kind": record.kind})
