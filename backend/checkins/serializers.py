"""The shapes of check-ins and practices: names and ranges of the contract.

Absent means absent, never 0 and never 'neutral': an unanswered question has no field.
"""

from collections.abc import Hashable, Sequence
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from backend.checkins import vocabulary
from backend.checkins.names import (
    AROUND,
    Absence,
    Colour,
    Experience,
    HabitName,
    Mark,
    Side,
    Sound,
    Temperature,
    Texture,
    Weight,
    Zone,
)
from backend.core.content_schema import ContentSerializer
from backend.core.shapes import InvalidRecordError, Moment, TimeZone, check_time_zone, utc

Near = Annotated[int, msgspec.Meta(ge=0, le=10, description="0 far away … 10 right here")]
Axis = Annotated[float, msgspec.Meta(ge=-1, le=1)]
Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=64)]
Own = r"^([a-z0-9]+([_-][a-z0-9]+)*|own:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$"
SlugOrOwn = Annotated[str, msgspec.Meta(pattern=Own, max_length=64, description="a slug, or own:<uuid>")]
WORDS = "slugs of the vocabulary, or own:<uuid>; none twice"
BODY = "at most one mark for each zone and side"
OFFERED = f"what was around, none twice; the app offers {', '.join(AROUND)}"
HABITS = "at most one entry for each habit"
EARLIER = "the check-in of the earlier moment that this feeling belongs to; never its own id"
ANSWERS = (
    "nearness",
    "absence",
    "world_nearness",
    "pleasantness",
    "energy",
    "words",
    "senses",
    "body",
    "around",
    "experiences",
    "habits",
)


class Senses(msgspec.Struct, omit_defaults=True):
    """The word-last ladder: what a feeling would be like if it had no words."""

    temperature: Temperature | None = None
    weight: Weight | None = None
    colour: Colour | None = None
    texture: Texture | None = None
    sound: Sound | None = None


class BodyMark(msgspec.Struct):
    zone: Zone
    side: Side
    mark: Mark


class Habit(msgspec.Struct, omit_defaults=True):
    """Something turned to, and how near feelings were before and after it. Both are optional."""

    habit: HabitName
    before: Near | None = None
    after: Near | None = None


class CheckIn(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A moment someone noticed: a check-in, a glimmer, or a foggy span of days."""

    kind: Literal["check_in", "glimmer", "foggy_span"]
    occurred_at: Moment
    time_zone: TimeZone
    ended_at: Moment | None = None
    nearness: Near | None = None
    absence: Absence | None = None
    world_nearness: Near | None = None
    pleasantness: Axis | None = None
    energy: Axis | None = None
    words: Annotated[list[SlugOrOwn], msgspec.Meta(max_length=20, description=WORDS)] | None = None
    senses: Senses | None = None
    body: Annotated[list[BodyMark], msgspec.Meta(max_length=48, description=BODY)] | None = None
    around: Annotated[list[SlugOrOwn], msgspec.Meta(max_length=20, description=OFFERED)] | None = None
    experiences: Annotated[list[Experience], msgspec.Meta(max_length=6)] | None = None
    habits: Annotated[list[Habit], msgspec.Meta(max_length=4, description=HABITS)] | None = None
    belongs_to: Annotated[UUID, msgspec.Meta(description=EARLIER)] | None = None
    practice: Annotated[UUID, msgspec.Meta(description="the practice after which it was noted")] | None = None

    def __post_init__(self) -> None:
        check_time_zone(self.time_zone)
        self.occurred_at = utc(self.occurred_at)
        self.ended_at = utc(self.ended_at) if self.ended_at else None
        self._check_absence()
        self._check_span()
        self._check_repeats()
        if self.kind == "check_in" and not any(_answers(getattr(self, name)) for name in ANSWERS):
            message = "a check-in needs at least one answer"
            raise ValueError(message)

    def _check_absence(self) -> None:
        if self.absence is not None and self.nearness is not None:
            message = "an absence replaces nearness: give one of the two"
            raise ValueError(message)

    def _check_span(self) -> None:
        if self.kind != "foggy_span" and self.ended_at is not None:
            message = "only a foggy_span has ended_at"
            raise ValueError(message)
        if self.kind == "foggy_span" and (self.ended_at is None or self.ended_at < self.occurred_at):
            message = "a foggy_span ends at ended_at, not before it began"
            raise ValueError(message)

    def _check_repeats(self) -> None:
        _check_once("words", "a word", self.words)
        _check_once("around", "a tag", self.around)
        _check_once("experiences", "an experience", self.experiences)
        _check_once("habits", "a habit", self.habits and [note.habit for note in self.habits])
        _check_once("body", "a place on the body", self.body and [(mark.zone, mark.side) for mark in self.body])


class Practice(msgspec.Struct, kw_only=True, omit_defaults=True):
    """One doing of an exercise. Leaving early is an ending like any other."""

    exercise: Slug
    started_at: Moment
    ended_at: Moment | None = None
    seconds: Annotated[int, msgspec.Meta(ge=0, le=24 * 3600)] | None = None
    ended_by: Literal["finished", "left", "too_much"] | None = None
    nearness_before: Near | None = None
    absence_before: Absence | None = None
    nearness_after: Near | None = None
    absence_after: Absence | None = None
    thaw: Literal["more", "same", "less", "unnamed"] | None = None

    def __post_init__(self) -> None:
        self.started_at = utc(self.started_at)
        self.ended_at = utc(self.ended_at) if self.ended_at else None
        for when in ("before", "after"):
            if None not in (getattr(self, f"nearness_{when}"), getattr(self, f"absence_{when}")):
                message = "an absence replaces nearness: give one of the two"
                raise ValueError(message)


class WordSerializer(ContentSerializer):
    """What a word of the vocabulary looks like from outside: the schema of its file, plus what loading adds."""

    schema_file = vocabulary.CONTENT / vocabulary.SCHEMA_FILE
    extra = {  # noqa: RUF012 - declared ClassVar in the base class
        "slug": {"type": "string", "description": "what records hold; it never changes"},
        "language": {"type": "string", "description": "what its label is written in"},
    }


def _answers(value: object) -> bool:
    """Return whether something was answered: 0 is an answer, an empty list or empty senses are none."""
    return value not in (None, [], Senses())


def _check_once(attr: str, thing: str, values: Sequence[Hashable] | None) -> None:
    if values and len(set(values)) < len(values):
        raise InvalidRecordError(f"{attr} names {thing} twice", attr)
