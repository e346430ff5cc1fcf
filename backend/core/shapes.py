"""What makes a record's data valid: a msgspec Struct, plus limits that hold for unknown fields too."""

from collections.abc import Sequence
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

    Raises InvalidRecordError or RecordTooLargeError.
    """
    _check_size(data)
    try:
        record = msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        raise _explained(error) from error
    if data == _said(record):
        # As nearly all come: nothing unknown in it, and nothing to make plainer.
        _check_storable(data, 0)
        return record, data
    return record, _plain_struct(data, record, depth=0)


def _said(record: msgspec.Struct) -> dict[str, Any]:
    """Return the fields that say something, as JSON; where a field holds another shape, its empty ones too."""
    return {key: part for key, part in msgspec.to_builtins(record).items() if part is not None}


def _check_size(data: dict[str, Any]) -> None:
    try:
        size = len(orjson.dumps(data))
    except orjson.JSONEncodeError as error:
        message = "the record holds something that can't be stored"
        raise InvalidRecordError(message) from error
    if size > RECORD_BYTES:
        raise RecordTooLargeError


def utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        message = "the time is out of range"
        raise ValueError(message) from error


def _plain(raw: Any, value: Any, depth: int) -> Any:
    """Return `value` as JSON, with what its shapes don't know kept from `raw`, at every depth; absent is absent."""
    if isinstance(value, msgspec.Struct):
        return _plain_struct(raw, value, depth)
    if isinstance(value, list):
        return [_plain(*pair, depth + 1) for pair in zip(raw, value, strict=True)]
    plain = value if type(value) in UNCHANGED else msgspec.to_builtins(value)
    _check_storable(plain, depth)
    return plain


def _plain_struct(raw: dict[str, Any], value: msgspec.Struct, depth: int) -> dict[str, Any]:
    names = _names(type(value))
    plain = {key: part for key, part in raw.items() if key not in names}
    for pair in plain.items():
        _check_storable(pair, depth)
    for key, name in names.items():
        if (part := getattr(value, name)) is not None:
            plain[key] = _plain(raw.get(key), part, depth + 1)
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


def _check_storable(value: object, depth: int) -> None:
    """Refuse what PostgreSQL's jsonb or the phone's numbers can't hold, in any field."""
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, int | float):
        _check_number(value)
    elif depth > DEEPEST:
        message = "the record is nested too deeply"
        raise InvalidRecordError(message)
    else:
        for part in _parts(value):
            _check_storable(part, depth + 1)


def _parts(value: object) -> Sequence[object]:
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    return value if isinstance(value, list | tuple) else ()


def _check_text(text: str) -> None:
    if "\x00" in text or not (text.isascii() or text.encode(errors="ignore").decode() == text):
        message = "text holds a character that can't be stored"
        raise InvalidRecordError(message)


def _check_number(number: float) -> None:
    if not -LARGEST_NUMBER <= number <= LARGEST_NUMBER:
        message = "a number is too large"
        raise InvalidRecordError(message)
