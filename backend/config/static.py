"""Collects and compresses the static files when they changed: Brotli takes half a minute over all of them."""

import hashlib
from pathlib import Path

from django.conf import settings

from backend.config.bootstrap import ROOT, step

UNUSED = ["*.map", "redoc"]  # more than half of all bytes, and nothing asks for them
REQUIREMENTS = [ROOT / "requirements.txt", ROOT / "constraints.txt"]


def collect(manage: list[str]) -> None:
    stamp, content = settings.STATIC_ROOT / ".stamp", _digest()
    if stamp.exists() and stamp.read_text() == content:
        return
    stamp.unlink(missing_ok=True)
    ignored = [part for pattern in UNUSED for part in ("--ignore", pattern)]
    step(
        "Collecting the static files (half a minute the first time)", [*manage, "collectstatic", "--no-input", *ignored]
    )
    stamp.write_text(content)


def _digest() -> str:
    """Return a digest of all that decides the outcome: the build, our apps' own files, the packages that bring some."""
    own = sorted(path for path in (ROOT / "backend").rglob("static/**/*") if path.is_file())
    built = settings.FRONTEND_DIST / ".stamp"
    paths: list[Path] = [*REQUIREMENTS, *own, *([built] if built.exists() else [])]
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
