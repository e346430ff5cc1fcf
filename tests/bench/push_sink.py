"""A push service that says 201 to everything, over TLS with HTTP/1.1 and HTTP/2, by an authority of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pycurl
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from tests.e2e.site import free_port
from tests.notifications.processes import until

ROOT = Path(__file__).resolve().parents[2]
ANSWER: dict[str, Any] = {
    "type": "http.response.start",
    "status": 201,
    "headers": [(b"location", b"/message/1"), (b"ttl", b"60")],
}


@dataclass(frozen=True)
class Sink:
    origin: str
    hosts: frozenset[tuple[str, int]]
    environment: dict[str, str]


async def app(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] == "http":
        while (await receive()).get("more_body"):
            pass
        await send(ANSWER)
        await send({"type": "http.response.body", "body": b""})


@contextmanager
def sink(folder: Path) -> Iterator[Sink]:
    """Run it for the time of the block; `environment` makes clients trust it."""
    port = free_port()
    authority = certificates(folder)
    options = ["--interface", "asgi", "--host", "127.0.0.1", "--port", str(port), "--log-level", "error"]
    options += ["--ssl-certificate", str(folder / "own.pem"), "--ssl-keyfile", str(folder / "own.key")]
    command = [sys.executable, "-m", "granian", *options, "tests.bench.push_sink:app"]
    server = subprocess.Popen(command, cwd=ROOT)
    names = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS")
    found = Sink(
        f"https://localhost:{port}",
        frozenset({("localhost", port)}),
        {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "backend.config.settings",
            **dict.fromkeys(names, str(authority)),
            "PUSH_EXTRA_HOSTS": f"localhost:{port}",
            "VAPID_SUBJECT": "mailto:operator@example.org",
            "VAPID_KEYS": "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
        },
    )
    try:
        until(lambda: answers(found.origin, authority))
        yield found
    finally:
        server.terminate()
        server.wait()


def answers(origin: str, authority: Path) -> bool:
    handle = pycurl.Curl()
    handle.setopt(pycurl.URL, origin)
    handle.setopt(pycurl.CAINFO, str(authority))
    try:
        handle.perform()
    except pycurl.error:
        return False
    return bool(handle.getinfo(pycurl.RESPONSE_CODE) == ANSWER["status"])


def certificates(folder: Path) -> Path:
    """Write a certificate for localhost and its key; return the authority that signed it."""
    signer, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    basic = (x509.BasicConstraints(ca=True, path_length=0), True)
    named = (x509.SubjectAlternativeName([x509.DNSName("localhost")]), False)
    authority = _certificate("A bench", signer, signer, basic)
    (folder / "authority.pem").write_bytes(authority.public_bytes(Encoding.PEM))
    (folder / "own.pem").write_bytes(_certificate("localhost", own, signer, named).public_bytes(Encoding.PEM))
    (folder / "own.key").write_bytes(own.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return folder / "authority.pem"


def _certificate(
    name: str, key: ec.EllipticCurvePrivateKey, signer: ec.EllipticCurvePrivateKey, extension: tuple[Any, bool]
) -> x509.Certificate:
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(
        subject_name=x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]),
        issuer_name=x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "A bench")]),
        public_key=key.public_key(),
        serial_number=x509.random_serial_number(),
        not_valid_before=now - timedelta(days=1),
        not_valid_after=now + timedelta(days=1),
    )
    return builder.add_extension(*extension).sign(signer, hashes.SHA256())
