"""A browser names the address that the server will call: each trick has to be refused, all in the same words."""

import pytest

from notifications.transports.web_push.endpoints import RefusedEndpointError, checked, is_public, receiver_keys

NOTHING: frozenset[tuple[str, int]] = frozenset()
POINT = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
AUTH = "BTBZMqHH6r4Tts7J_aSIgg"


@pytest.mark.parametrize(
    ("endpoint", "origin"),
    [
        ("https://fcm.googleapis.com/fcm/send/a:b_c-d", "https://fcm.googleapis.com"),
        ("https://fcm.googleapis.com:443/fcm/send/x", "https://fcm.googleapis.com"),
        ("https://jmt17.google.com/fcm/send/x", "https://jmt17.google.com"),
        ("https://updates.push.services.mozilla.com/wpush/v2/x", "https://updates.push.services.mozilla.com"),
        ("https://web.push.apple.com/Qx", "https://web.push.apple.com"),
        ("https://wns2-par02p.notify.windows.com/w/?token=x%2f", "https://wns2-par02p.notify.windows.com"),
    ],
)
def test_vendors_are_taken(endpoint: str, origin: str) -> None:
    assert checked(endpoint, NOTHING) == (origin, origin.removeprefix("https://"), 443, False)


@pytest.mark.parametrize(
    "endpoint",
    [
        "",
        "fcm.googleapis.com/x",
        "http://fcm.googleapis.com/x",
        "ftp://fcm.googleapis.com/x",
        "file:///etc/passwd",
        "gopher://fcm.googleapis.com/x",
        "https://fcm.googleapis.com:8443/x",
        "https://fcm.googleapis.com:0443/x",
        "https://fcm.googleapis.com:/x",
        "https://FCM.googleapis.com/x",
        "HTTPS://fcm.googleapis.com/x",
        "https://fcm.googleapis.com./x",
        "https://fcm.googleapis.com",
        "https://fcm.googleapis.com/x#y",
        "https://fcm.googleapis.com/a b",
        "https://fcm.googleapis.com/x\n",
        "https://fcm.googleapis.com/x\r\nHost: example.org",
        "https://fcm.googleapis.com\\@example.org/x",
        "https://person@fcm.googleapis.com/x",
        "https://fcm.googleapis.com@example.org/x",
        "https://fcm.googleapis.com:443@example.org/x",
        "https://fcm.googleapis.com.example.org/x",
        "https://example.org/fcm.googleapis.com/",
        "https://push.apple.com/x",
        "https://notpush.apple.com/x",
        "https://.push.apple.com/x",
        "https://a..push.apple.com/x",
        "https://push.apple.com.example.org/x",
        "https://evilfcm.googleapis.com/x",
        "https://fcm\u3002googleapis.com/x",
        "https://fcm.google\u0430pis.com/x",
        "https://\uff46cm.googleapis.com/x",
        "https://fcm%2egoogleapis.com/x",
        "https://127.0.0.1/x",
        "https://127.1/x",
        "https://2130706433/x",
        "https://0x7f000001/x",
        "https://017700000001/x",
        "https://[::1]/x",
        "https://[::ffff:127.0.0.1]/x",
        "https://169.254.169.254/latest/meta-data/",
        "https://localhost/x",
        " https://fcm.googleapis.com/x",
        "https:fcm.googleapis.com/x",
        "https:/\\fcm.googleapis.com/x",
        "https://fcm.googleapis.com/" + "x" * 2048,
    ],
)
def test_everything_else_is_refused_in_the_same_words(endpoint: str) -> None:
    with pytest.raises(RefusedEndpointError, match=r"^This push subscription can't be used here\.$"):
        checked(endpoint, NOTHING)


def test_a_host_the_operator_named_is_taken_on_that_port_only() -> None:
    named = frozenset({("localhost", 9000)})
    assert checked("http://localhost:9000/push/x", named).extra
    for endpoint in ("http://localhost:9001/x", "http://localhost/x", "http://127.0.0.1:9000/x"):
        with pytest.raises(RefusedEndpointError):
            checked(endpoint, named)


@pytest.mark.parametrize("address", ["8.8.8.8", "2a00:1450:4001:81b::200a", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",  # noqa: S104 - an address to refuse
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "fec0::1",
        "::127.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b:1::7f00:1",
        "3fff::1",
    ],
)
def test_all_other_addresses_are_not(address: str) -> None:
    assert not is_public(address)


def test_the_browsers_keys_are_read_with_and_without_padding() -> None:
    assert [len(part) for part in receiver_keys(POINT, AUTH)] == [65, 16]
    assert receiver_keys(POINT + "=", AUTH + "==") == receiver_keys(POINT, AUTH)


@pytest.mark.parametrize(
    ("point", "auth"),
    [
        ("", AUTH),
        (POINT, ""),
        (POINT[:-4], AUTH),
        (POINT, AUTH[:-2]),
        (POINT[:-4] + "AAAA", AUTH),
        ("!" * 87, AUTH),
        (POINT, "ä" * 22),
        ("A" * 87, AUTH),
    ],
)
def test_keys_that_are_none_are_refused(point: str, auth: str) -> None:
    with pytest.raises(RefusedEndpointError):
        receiver_keys(point, auth)
