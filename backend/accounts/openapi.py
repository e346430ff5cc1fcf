"""Names the sessions in the API schema."""

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema


class DeviceSessionScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call] # registers itself by subclassing
    target_class = "backend.accounts.authentication.DeviceSession"
    name = "session"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": "sessionid"}


class NewcomerSessionScheme(DeviceSessionScheme):  # type: ignore[no-untyped-call] # as above
    target_class = "backend.accounts.authentication.NewcomerSession"
    name = "session_without_device"
