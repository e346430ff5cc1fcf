"""Stops a start, a migration or a deployment on words that are not valid."""

from typing import Any

from django.core.checks import CheckMessage

from backend.checkins import vocabulary
from backend.core.content_checks import content_errors


def content_is_valid(**_arguments: Any) -> list[CheckMessage]:
    return content_errors(vocabulary.load, "checkins.E001")
