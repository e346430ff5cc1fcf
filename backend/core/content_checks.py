"""Turns faults in content files into what `manage.py check` reports."""

from collections.abc import Callable

from django.core.checks import CheckMessage, Error

from backend.core.content import InvalidContentError


def content_errors(load: Callable[[], object], check_id: str) -> list[CheckMessage]:
    try:
        load()
    except InvalidContentError as error:
        return [Error(fault, id=check_id) for fault in error.faults]
    return []
