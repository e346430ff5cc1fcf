"""What has to be true before anything starts; what is not becomes one sentence."""

import errno
import os
import secrets
import socket
from contextlib import closing
from importlib import import_module
from pathlib import Path

import psycopg
import redis
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from backend.config.bootstrap import Failure
from notifications.transports.web_push.keys import key_file, key_ring, make_key_file

ANSWERS_WITHIN_SECONDS = 5


def prepare_environment(data_dir: Path) -> None:
    """Name what the settings need, then let them refuse an unusable value."""
    os.environ["DATA_DIR"] = str(data_dir)
    os.environ["DJANGO_SETTINGS_MODULE"] = "backend.config.settings"
    if not os.environ.get("SECRET_KEY", "").strip():
        os.environ["SECRET_KEY"] = _secret_key(data_dir / "secret_key")
    try:
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except ImproperlyConfigured as error:
        raise Failure(str(error)) from error


def _secret_key(path: Path) -> str:
    """Return this installation's own key, made on the first run."""
    if not path.exists():
        half = path.with_suffix(".half")
        half.touch(mode=0o600)
        half.write_text(secrets.token_urlsafe(50))
        half.rename(path)
    return path.read_text()


def require_port(host: str, port: int) -> None:
    """Raise Failure unless `port` can be listened on at `host`."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        with closing(socket.socket(family)) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise Failure(_port_sentence(error, host, port)) from error


def _port_sentence(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use: stop the program that uses it, or choose another with PORT={port + 1} make run."
    if error.errno == errno.EACCES:
        return f"Port {port} is reserved for the system: choose one from 1024 up, for example PORT=8000 make run."
    return f"HOST is '{host}', which is not an address of this machine: try 127.0.0.1 or 0.0.0.0."


def require_given_servers() -> None:
    """Raise Failure when a server named in the environment does not answer."""
    if os.environ.get("DATABASE_URL", "").strip():
        _require_database(os.environ["DATABASE_URL"].strip())
    if os.environ.get("REDIS_URL", "").strip():
        _require_redis(os.environ["REDIS_URL"].strip())


def _require_database(url: str) -> None:
    try:
        psycopg.connect(url, connect_timeout=ANSWERS_WITHIN_SECONDS).close()
    except psycopg.Error as error:
        raise Failure(f"DATABASE_URL leads to no usable PostgreSQL: {_first_line(error)}.") from error


def _require_redis(url: str) -> None:
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=ANSWERS_WITHIN_SECONDS) as client:
            client.ping()
    except (redis.RedisError, ValueError) as error:
        raise Failure(f"REDIS_URL leads to no usable Redis: {_first_line(error)}.") from error


def require_vapid_keys() -> None:
    """Make the keys that sign push messages on the first run; raise Failure when those given can't be used."""
    if not settings.VAPID_KEYS:
        make_key_file(key_file())
    try:
        key_ring()
    except ImproperlyConfigured as error:
        raise Failure(str(error)) from error


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
