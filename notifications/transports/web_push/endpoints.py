"""Which push endpoints may be called: a person's browser names the address, so it is not to be trusted.

Every refusal has the one same sentence, so that the answer can't be used to look around in a network.
"""

import re
from base64 import urlsafe_b64decode
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric import ec

VENDORS = (
    r"fcm\.googleapis\.com",
    r"jmt17\.google\.com",
    r"updates\.push\.services\.mozilla\.com",
    r"([a-z0-9-]+\.)+push\.apple\.com",
    r"([a-z0-9-]+\.)+notify\.windows\.com",
)
VENDOR = re.compile("|".join(VENDORS))
# Spelled out by hand: a URL parser that is more forgiving than curl is how such checks are got around.
ENDPOINT = re.compile(
    r"(?P<scheme>https?)://(?P<host>[a-z0-9.-]+)(:(?P<port>[1-9][0-9]{0,4}))?(?P<path>/[!-\"$-\[\]-~]*)"
)
LONGEST = 2048
NAT64 = IPv6Network("64:ff9b::/96")
# All that is given out so far, and no older Python's idea of the rest; a later one for documentation is in it.
UNICAST, DOCUMENTATION = IPv6Network("2000::/3"), IPv6Network("3fff::/20")
PORTS = {"https": 443, "http": 80}
POINT_BYTES, AUTH_BYTES = 65, 16


class RefusedEndpointError(ValueError):
    """The endpoint or its keys can't be used."""

    def __init__(self) -> None:
        super().__init__("This push subscription can't be used here.")


class Address(NamedTuple):
    """`origin` is scheme://host[:port]; `extra` says that the operator allowed this host and port by name."""

    origin: str
    host: str
    port: int
    extra: bool


def checked(endpoint: str, extra_hosts: frozenset[tuple[str, int]]) -> Address:
    """Return where the endpoint leads; raises RefusedEndpointError."""
    parts = ENDPOINT.fullmatch(endpoint) if len(endpoint) <= LONGEST else None
    if parts is None:
        raise RefusedEndpointError
    scheme, host = parts["scheme"], parts["host"]
    port = int(parts["port"] or PORTS[scheme])
    origin = f"{scheme}://{host}" + (f":{port}" if port != PORTS[scheme] else "")
    if (host, port) in extra_hosts:
        return Address(origin, host, port, extra=True)
    if scheme != "https" or port != PORTS["https"] or not VENDOR.fullmatch(host):
        raise RefusedEndpointError
    return Address(origin, host, port, extra=False)


def receiver_keys(p256dh: str, auth: str) -> tuple[bytes, bytes]:
    """Return the receiver's point (65 bytes, on the curve) and secret (16 bytes); raises RefusedEndpointError."""
    try:
        point, secret = _decoded(p256dh), _decoded(auth)
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError as error:
        raise RefusedEndpointError from error
    if len(point) != POINT_BYTES or len(secret) != AUTH_BYTES:
        raise RefusedEndpointError
    return point, secret


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open internet, tunnels into private networks excluded."""
    ip = ip_address(address)
    return _public_v4(ip) if isinstance(ip, IPv4Address) else _public_v6(ip)


def _public_v4(ip: IPv4Address) -> bool:
    return ip.is_global and not ip.is_multicast


def _public_v6(ip: IPv6Address) -> bool:
    if ip.ipv4_mapped:
        return _public_v4(ip.ipv4_mapped)
    if ip in NAT64:
        return _public_v4(IPv4Address(int(ip) & 0xFFFFFFFF))
    tunnel = ip.sixtofour or ip.teredo
    return ip in UNICAST and ip not in DOCUMENTATION and ip.is_global and not tunnel


def _decoded(text: str) -> bytes:
    if not re.fullmatch(r"[A-Za-z0-9_-]+={0,2}", text):
        raise ValueError(text)
    text = text.rstrip("=")
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
