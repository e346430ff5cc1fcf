"""The settings collection."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.accounts.models import Setting
from backend.accounts.serializers import SettingShape, setting_id
from backend.core.records import Collection
from backend.core.shapes import InvalidRecordError


def _project(setting: SettingShape, record_id: UUID, _now: datetime) -> dict[str, Any]:
    if record_id != setting_id(setting.key):
        message = "the id of a setting is derived from its key"
        raise InvalidRecordError(message, "id")
    return {"key": setting.key}


SETTINGS = Collection("settings", Setting, SettingShape, project=_project)
