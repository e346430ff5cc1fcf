"""Stops a start, a migration or a deployment on content that is not valid."""

from typing import Any

from django.core.checks import CheckMessage

from backend.core.content_checks import content_errors
from backend.support import crisis_lines, modalities, understanding


def content_is_valid(**_arguments: Any) -> list[CheckMessage]:
    return [
        *content_errors(crisis_lines.load, "support.E001"),
        *content_errors(modalities.load, "support.E002"),
        *content_errors(understanding.load, "support.E003"),
    ]
