"""What makes a record's data valid: a msgspec Struct, plus limits that hold for unknown fields too."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar
from zoneinfo import available_timezones

import msgspec
import orjson

RECORD_BYTES = 64 * 1024
DEEPEST = 8
LARGEST_NUMBER = 2**53

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
    _check_storable(data, depth=0)
    if len(orjson.dumps(data)) > RECORD_BYTES:
        raise RecordTooLargeError
    try:
        record = msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        raise _explained(error) from error
    return record, _plain(data, record)


def utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        message = "the time is out of range"
        raise ValueError(message) from error


def _plain(raw: Any, value: Any) -> Any:
    """Return `value` as JSON, with what its shapes don't know kept from `raw`, at every depth; absent is absent."""
    if isinstance(value, msgspec.Struct):
        known = {key: getattr(value, name) for name, key in _fields(value)}
        kept = {key: part for key, part in raw.items() if key not in known}
        return {**kept, **{key: _plain(raw.get(key), part) for key, part in known.items() if part is not None}}
    if isinstance(value, list):
        return [_plain(*pair) for pair in zip(raw, value, strict=True)]
    return msgspec.to_builtins(value)


def _fields(value: msgspec.Struct) -> Iterable[tuple[str, str]]:
    """Return each field's name in Python and in JSON."""
    return zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)


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


def _parts(value: object) -> list[object]:
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    return value if isinstance(value, list) else []


def _check_text(text: str) -> None:
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        message = "text holds a character that can't be stored"
        raise InvalidRecordError(message)


def _check_number(number: float) -> None:
    if not -LARGEST_NUMBER <= number <= LARGEST_NUMBER:
        message = "a number is too large"
        raise InvalidRecordError(message)
