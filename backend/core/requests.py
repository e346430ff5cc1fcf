"""Who asks."""

from typing import cast
from uuid import UUID

from rest_framework.request import Request


def account_id(request: Request) -> UUID:
    """Return the id of the signed-in account; the view's permissions have made sure there is one."""
    return cast("UUID", request.user.pk)
