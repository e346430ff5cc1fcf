"""The shapes of check-ins and practices: names and ranges of the contract.

Absent means absent, never 0 and never 'neutral': an unanswered question has no field.
"""

from typing import Annotated, Literal
from uuid import UUID

import msgspec

from backend.core.shapes import Moment, TimeZone, check_time_zone, utc

Near = Annotated[int, msgspec.Meta(ge=0, le=10, description="0 far away … 10 right here")]
Axis = Annotated[float, msgspec.Meta(ge=-1, le=1)]
Absence = Literal["nothing", "cannot_tell", "behind_glass", "too_mixed"]
Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=64)]
Own = r"^([a-z0-9]+([_-][a-z0-9]+)*|own:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$"
SlugOrOwn = Annotated[str, msgspec.Meta(pattern=Own, max_length=64, description="a slug, or own:<uuid>")]
Experience = Literal["behind_glass", "autopilot", "disconnected", "lost_interest", "cannot_react", "guilt"]
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


class Senses(msgspec.Struct):
    """The word-last ladder: what a feeling would be like if it had no words."""

    temperature: Literal["cold", "cool", "warm", "hot"] | None = None
    weight: Literal["light", "heavy"] | None = None
    colour: Slug | None = None
    texture: Slug | None = None
    sound: Slug | None = None


class BodyMark(msgspec.Struct):
    zone: Slug
    side: Literal["front", "back"]
    mark: Literal["blank", "warm", "cold", "tight", "heavy", "tingling", "aching"]


class Habit(msgspec.Struct):
    habit: Literal["work", "screens", "substances", "being_alone"]
    before: Near | None = None
    after: Near | None = None


class CheckIn(msgspec.Struct, kw_only=True):
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
    words: Annotated[list[SlugOrOwn], msgspec.Meta(max_length=20)] | None = None
    senses: Senses | None = None
    body: Annotated[list[BodyMark], msgspec.Meta(max_length=48)] | None = None
    around: Annotated[list[SlugOrOwn], msgspec.Meta(max_length=20)] | None = None
    experiences: Annotated[list[Experience], msgspec.Meta(max_length=6)] | None = None
    habits: Annotated[list[Habit], msgspec.Meta(max_length=4)] | None = None
    belongs_to: UUID | None = None
    practice: UUID | None = None

    def __post_init__(self) -> None:
        check_time_zone(self.time_zone)
        self.occurred_at = utc(self.occurred_at)
        self.ended_at = utc(self.ended_at) if self.ended_at else None
        self._check_absence()
        self._check_span()
        if self.kind == "check_in" and not any(getattr(self, name) not in (None, []) for name in ANSWERS):
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


class Practice(msgspec.Struct, kw_only=True):
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
