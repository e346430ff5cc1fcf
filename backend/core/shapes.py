"""What makes a record's data valid: a msgspec Struct, plus limits that hold for unknown fields too."""

import re
from datetime import UTC, datetime
from functools import cache
from typing import Annotated, Any, TypeVar
from zoneinfo import available_timezones

import msgspec
import orjson

RECORD_BYTES = 64 * 1024
DEEPEST = 8
LARGEST_NUMBER = 2**53
UNCHANGED = {str, int, float, bool}
# Behind a backslash that stands for itself it is no escape.
NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")

TIME_ZONES = frozenset(available_timezones())

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
TimeZone = Annotated[str, msgspec.Meta(max_length=64, description="IANA time zone")]
S = TypeVar("S", bound=msgspec.Struct)


class InvalidRecordError(ValueError):
    """Carries the field (or None for the whole record) and one sentence. A shape may raise it to name a field."""

    def __init__(self, detail: str, attr: str | None = None) -> None:
        super().__init__(detail)
        self.detail, self.attr = detail, attr


class RecordTooLargeError(Exception):
    """One record is over `RECORD_BYTES`."""


def check_time_zone(name: str) -> None:
    if name not in TIME_ZONES:
        message = "time_zone is not a known IANA time zone"
        raise ValueError(message)


def parse(data: dict[str, Any], shape: type[S]) -> tuple[S, dict[str, Any]]:
    """Return the checked Struct and the data to store: known fields normalised, unknown ones kept.

    A shape that omits its defaults is the quicker for it.

    Raises InvalidRecordError or RecordTooLargeError.
    """
    told = _told(data)
    try:
        record = msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        raise _explained(error) from error
    _check_text(told)
    _check_numbers(data, 0)
    # As nearly all come: nothing unknown in it, and nothing to make plainer.
    return record, data if data == msgspec.to_builtins(record) else _plain_struct(data, record)


def _told(data: dict[str, Any]) -> bytes:
    try:
        told = orjson.dumps(data)
    except orjson.JSONEncodeError as error:
        message = "the record holds something that can't be stored"
        raise InvalidRecordError(message) from error
    if len(told) > RECORD_BYTES:
        raise RecordTooLargeError
    return told


def utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        message = "the time is out of range"
        raise ValueError(message) from error


def _plain(raw: Any, value: Any) -> Any:
    """Return `value` as JSON, with what its shapes don't know kept from `raw`, at every depth; absent is absent."""
    if isinstance(value, msgspec.Struct):
        return _plain_struct(raw, value)
    if isinstance(value, list):
        return [_plain(*pair) for pair in zip(raw, value, strict=True)]
    return value if type(value) in UNCHANGED else msgspec.to_builtins(value)


def _plain_struct(raw: dict[str, Any], value: msgspec.Struct) -> dict[str, Any]:
    names = _names(type(value))
    plain = {key: part for key, part in raw.items() if key not in names}
    for key, name in names.items():
        if (part := getattr(value, name)) is not None:
            plain[key] = _plain(raw.get(key), part)
    return plain


@cache
def _names(shape: type[msgspec.Struct]) -> dict[str, str]:
    """Return each field's name in Python by its name in JSON."""
    return dict(zip(shape.__struct_encode_fields__, shape.__struct_fields__, strict=True))


def _explained(error: msgspec.ValidationError) -> InvalidRecordError:
    if isinstance(error.__cause__, InvalidRecordError):
        return error.__cause__
    detail, _, path = str(error).partition(" - at `$.")
    attr = path.removesuffix("`").partition("[")[0].partition(".")[0]
    if not attr and detail.startswith("Object missing required field `"):
        attr = detail.split("`")[1]
    return InvalidRecordError(detail, attr or None)


def _check_text(told: bytes) -> None:
    """Refuse the one character of JSON that PostgreSQL can't hold, in any key or text."""
    if rb"\u0000" in told and NUL.search(told):
        message = "text holds a character that can't be stored"
        raise InvalidRecordError(message)


def _check_numbers(value: dict[str, Any] | list[Any], depth: int) -> None:
    """Refuse what the phone's numbers can't hold, and too much within each other, in any field."""
    if depth > DEEPEST:
        message = "the record is nested too deeply"
        raise InvalidRecordError(message)
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, dict | list):
            _check_numbers(part, depth + 1)
        elif isinstance(part, int | float) and not -LARGEST_NUMBER <= part <= LARGEST_NUMBER:
            message = "a number is too large"
            raise InvalidRecordError(message)
