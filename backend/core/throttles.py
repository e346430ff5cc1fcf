"""Limits per account or address. They fail open, as the cache does: without Redis people are served all the same."""

from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING

from rest_framework.throttling import SimpleRateThrottle

if TYPE_CHECKING:
    from rest_framework.request import Request
    from rest_framework.views import APIView

IPV6_PREFIX = 64  # what one household has for itself


class FailOpenThrottle(SimpleRateThrottle):
    def get_cache_key(self, request: "Request", view: "APIView") -> str:
        ident = request.user.pk if request.user.is_authenticated else household(request.META.get("REMOTE_ADDR", ""))
        return self.cache_format % {"scope": self.scope, "ident": ident}


class AddressThrottle(FailOpenThrottle):
    """Counts by address, whoever is signed in."""

    def get_cache_key(self, request: "Request", view: "APIView") -> str:
        return self.cache_format % {"scope": self.scope, "ident": household(request.META.get("REMOTE_ADDR", ""))}


class AccountThrottle(FailOpenThrottle):
    scope = "account"


class SessionThrottle(AddressThrottle):
    scope, rate = "session", "60/min"


class OpenAccountThrottle(FailOpenThrottle):
    scope = "open_account"


class RecoverThrottle(AddressThrottle):
    scope, rate = "recover", "10/min"


class RecoveryCodesThrottle(FailOpenThrottle):
    scope, rate = "recovery_codes", "30/hour"


def household(address: str) -> str:
    """Return the address, or the network of an IPv6 address: one person has a whole one."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    return str(IPv6Network((ip, IPV6_PREFIX), strict=False)) if isinstance(ip, IPv6Address) else address
