"""Shapes of settings, and what the account endpoints take and give."""

from typing import Annotated, Any, Literal
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec
from rest_framework import serializers

from backend.core.shapes import TIME_ZONES, Moment, utc

Clock = Annotated[str, msgspec.Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


class QuietHours(msgspec.Struct, rename={"start": "from", "end": "to"}):
    start: Clock
    end: Clock


SETTING_VALUES: dict[str, Any] = {
    "quiet_hours": QuietHours,
    "daily_cap": Annotated[int, msgspec.Meta(ge=0, le=5)],
    "quiet_until": Moment,
    "country": Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$")],
    "language": Annotated[str, msgspec.Meta(max_length=35)],
    "theme": Literal["system", "light", "dark"],
}


class SettingShape(msgspec.Struct, kw_only=True):
    """One preference. Keys this server does not know are kept as they are."""

    key: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    value: Any

    def __post_init__(self) -> None:
        if self.key in SETTING_VALUES:
            value = msgspec.convert(self.value, SETTING_VALUES[self.key])
            if self.key == "quiet_until":
                self.value = utc(value)


def setting_id(key: str) -> UUID:
    """Return the one id that a setting has on every phone."""
    return uuid5(NAMESPACE_URL, f"thaw:settings:{key}")


class DeviceSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    label = serializers.CharField(max_length=80, allow_blank=True, default="")  # type: ignore[assignment] # the field, not its caption


class KnownDeviceSerializer(DeviceSerializer):
    created_at = serializers.DateTimeField(read_only=True)
    last_seen_at = serializers.DateTimeField(read_only=True)
    current = serializers.BooleanField(read_only=True)


class ProfileSerializer(serializers.Serializer[Any]):
    locale = serializers.RegexField(r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", max_length=35)
    time_zone = serializers.CharField(max_length=64)

    def validate_time_zone(self, value: str) -> str:
        if value not in TIME_ZONES:
            message = "This is not a known IANA time zone."
            raise serializers.ValidationError(message)
        return value


class OpenAccountSerializer(ProfileSerializer):
    device = DeviceSerializer()


class WaysSerializer(serializers.Serializer[Any]):
    """The ways in that the account has of its own. A password counts where a verified address goes with it."""

    passkeys = serializers.IntegerField(read_only=True)
    email = serializers.EmailField(read_only=True, allow_null=True)
    email_verified = serializers.BooleanField(read_only=True)
    password = serializers.BooleanField(read_only=True)
    totp = serializers.BooleanField(read_only=True)
    recovery_codes = serializers.IntegerField(read_only=True)


class SessionSerializer(serializers.Serializer[Any]):
    csrf_token = serializers.CharField(read_only=True)
    signed_in = serializers.BooleanField(read_only=True)
    mail = serializers.BooleanField(read_only=True, help_text="whether this server can send e-mail")


class RecoveryCodesSerializer(serializers.Serializer[Any]):
    codes = serializers.ListField(child=serializers.CharField(), read_only=True)


class RecoverSerializer(serializers.Serializer[Any]):
    code = serializers.CharField(max_length=64, write_only=True)


class TicketSerializer(serializers.Serializer[Any]):
    ticket = serializers.CharField(max_length=400, allow_blank=True)


class LogOutSerializer(serializers.Serializer[Any]):
    anyway = serializers.BooleanField(default=False, help_text="also where nobody could sign in to the account again")


class AccountSerializer(ProfileSerializer):
    id = serializers.UUIDField(read_only=True)
    epoch = serializers.CharField(read_only=True)
    csrf_token = serializers.CharField(read_only=True)
    device = KnownDeviceSerializer(read_only=True)
    ways = WaysSerializer(read_only=True)
    created_at = serializers.DateTimeField(read_only=True)
