"""Stops a start, a migration or a deployment on content that is not valid."""

from typing import Any

from django.core.checks import CheckMessage

from backend.core.content_checks import content_errors
from backend.exercises.catalogue import CONTENT, load


def content_is_valid(**_arguments: Any) -> list[CheckMessage]:
    return content_errors(lambda: load(CONTENT), "exercises.E001")
