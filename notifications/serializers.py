"""The shape of a reminder, and what the push endpoints take and give."""

from datetime import date, time
from hashlib import sha256
from typing import Annotated, Any, Literal

import msgspec
from rest_framework import serializers

from backend.core.shapes import Moment, TimeZone, check_time_zone
from notifications.models import PushSubscription

Kind = Literal[
    "acknowledge",
    "breathwork",
    "movement",
    "grounding",
    "mindfulness",
    "writing",
    "others",
    "creativity",
    "understanding",
    "check_in",
]
Pace = Literal["full", "half", "weekly", "fortnightly", "resting"]
Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Own = Annotated[str, msgspec.Meta(pattern=r"^own:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Clock = Annotated[str, msgspec.Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="wall time, like 20:30")]
Weekday = Annotated[int, msgspec.Meta(ge=1, le=7)]
WINDOW_MINUTES = 30
LAST_PAUSE = date(2200, 1, 1)


class Reminder(msgspec.Struct, kw_only=True, omit_defaults=True):
    """When to be reminded of what. Absent fields mean: 30 minutes, not exact, enabled, discreet."""

    kind: Kind
    exercise: Slug | None = None
    label_ref: Own | None = None
    local_time: Clock
    weekdays: Annotated[list[Weekday], msgspec.Meta(min_length=1, max_length=7, description="ISO, Monday is 1")]
    time_zone: TimeZone
    window_minutes: Annotated[int, msgspec.Meta(ge=5, le=720, description="30 when absent")] | None = None
    exact: Annotated[bool, msgspec.Meta(description="false when absent")] | None = None
    enabled: Annotated[bool, msgspec.Meta(description="true when absent")] | None = None
    paused_until: Annotated[date, msgspec.Meta(description="the first date it may come again")] | None = None
    discreet: Annotated[bool, msgspec.Meta(description="true when absent")] | None = None
    next_due_at: Annotated[Moment, msgspec.Meta(description="from the server; ignored when sent")] | None = None
    pace: Annotated[Pace, msgspec.Meta(description="from the server; ignored when sent")] | None = None

    def __post_init__(self) -> None:
        check_time_zone(self.time_zone)
        if len(set(self.weekdays)) != len(self.weekdays):
            message = "weekdays names a day twice"
            raise ValueError(message)
        if self.paused_until and self.paused_until > LAST_PAUSE:
            message = "paused_until is too far away"
            raise ValueError(message)
        self.next_due_at = self.pace = None

    @property
    def clock(self) -> time:
        return time.fromisoformat(self.local_time)


class KeysSerializer(serializers.Serializer[Any]):
    p256dh = serializers.CharField(max_length=100)
    auth = serializers.CharField(max_length=30)


class NewSubscriptionSerializer(serializers.Serializer[Any]):
    """The browser's `toJSON()` and the id of the key it subscribed with."""

    endpoint = serializers.CharField(max_length=2048)
    expirationTime = serializers.FloatField(required=False, allow_null=True)  # noqa: N815 - the browser's name
    keys = KeysSerializer()
    key_id = serializers.CharField(max_length=32)


class SubscriptionSerializer(serializers.ModelSerializer[PushSubscription]):
    device = serializers.UUIDField(source="device.id")
    fingerprint = serializers.SerializerMethodField(help_text="SHA-256 of the endpoint, hex: is it this browser's?")

    class Meta:
        model = PushSubscription
        fields = (
            "id",
            "device",
            "fingerprint",
            "origin",
            "key_id",
            "created_at",
            "last_accepted_at",
            "last_shown_at",
            "retired_at",
            "retired_reason",
        )
        read_only_fields = fields

    def get_fingerprint(self, row: PushSubscription) -> str:
        return sha256(row.endpoint.encode()).hexdigest()


class PushKeySerializer(serializers.Serializer[Any]):
    key_id = serializers.CharField(read_only=True)
    public_key = serializers.CharField(read_only=True, help_text="base64url, for applicationServerKey")


class ResponseSerializer(serializers.Serializer[Any]):
    """What the phone knows about a delivery."""

    delivery = serializers.UUIDField()
    response = serializers.ChoiceField(choices=["shown", "opened", "later", "not_today"])
    at = serializers.DateTimeField()


class AnsweredSerializer(serializers.Serializer[Any]):
    state = serializers.CharField(read_only=True)
    later_at = serializers.DateTimeField(read_only=True, allow_null=True, help_text="when a snooze is due")


class TestPushSerializer(serializers.Serializer[Any]):
    transport = serializers.CharField(read_only=True, help_text="web_push or email")
    subscription = serializers.UUIDField(read_only=True, help_text="the subscription, or the e-mail address")
    outcome = serializers.CharField(read_only=True, help_text="accepted means taken by the vendor, not yet shown")
    status = serializers.IntegerField(read_only=True, help_text="what the vendor answered; 0 when it did not")
    retry_after = serializers.IntegerField(read_only=True, help_text="seconds to leave the vendor alone")


class NewMailAddressSerializer(serializers.Serializer[Any]):
    address = serializers.CharField(max_length=254)


class MailAddressSerializer(serializers.Serializer[Any]):
    """Where reminders go when no phone can be reached."""

    address = serializers.CharField(read_only=True, allow_null=True)
    confirmed = serializers.BooleanField(read_only=True, help_text="its owner has said yes; before, nothing is sent")
    retired = serializers.ChoiceField(
        choices=["gone", "unsubscribed"],
        read_only=True,
        allow_null=True,
        help_text="why nothing goes there any more: there is no such mailbox, or its owner stopped it",
    )
    available = serializers.BooleanField(read_only=True, help_text="whether this server sends e-mail at all")
