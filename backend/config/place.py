"""Where the embedded servers keep their files, and as whom they run.

PostgreSQL refuses to run as root. Opening root's home to another user would be worse than not
starting, so as root everything of the servers lives under /var/lib/thaw, whose parents are open
already; DATA_DIR keeps a link to it.
"""

import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from backend.config.bootstrap import Failure

SYSTEM_HOME = Path("/var/lib/thaw")
SYSTEM_USER = "thaw"
NEEDED_BYTES = 300 * 1024 * 1024
LONGEST_SOCKET = 100  # bytes; sockaddr_un takes 104 on macOS, 108 on Linux
LONGEST_NAME = len("/.s.PGSQL.5432.lock")


@dataclass(frozen=True)
class Person:
    """The system user a server runs as."""

    uid: int
    gid: int


@dataclass(frozen=True)
class Place:
    """A folder for data, one with a short path for sockets, and the user both belong to (None: ourselves)."""

    home: Path
    sockets: Path
    person: Person | None


def place(data_dir: Path) -> Place:
    """Return the servers' place of `data_dir`, made where it is missing."""
    if os.geteuid() != 0:
        home = folder(data_dir / "services")
        return Place(home, folder(_short(home)), None)
    person = _unprivileged()
    home = _linked(data_dir / "services", person)
    return Place(home, folder(home / "run", person), person)


def require_room(path: Path) -> None:
    free = shutil.disk_usage(path).free
    if free < NEEDED_BYTES:
        raise Failure(
            f"The disk is nearly full: {free // 1024**2} MB are free under {path} and Thaw needs "
            f"{NEEDED_BYTES // 1024**2} MB; free some space and run again."
        )


def folder(path: Path, person: Person | None = None) -> Path:
    """Return `path` as a private folder of its user."""
    owners = {os.geteuid(), person.uid if person else os.geteuid()}
    if path.is_symlink() or (path.exists() and path.stat().st_uid not in owners):
        raise _foreign(path)
    path.mkdir(mode=0o700, exist_ok=True)
    path.chmod(0o700)
    if person:
        os.chown(path, person.uid, person.gid)
    return path


def _foreign(path: Path) -> Failure:
    return Failure(f"{path} was made by another user of this machine: run as that one, or choose another DATA_DIR.")


def _short(home: Path) -> Path:
    """Return a folder for sockets whose path, unlike that of a deep clone, is never too long."""
    if len(os.fsencode(home / "run")) + LONGEST_NAME <= LONGEST_SOCKET:
        return home / "run"
    return Path("/tmp") / f"thaw-{os.geteuid()}-{hashlib.sha256(os.fsencode(home)).hexdigest()[:12]}"  # noqa: S108 - folder() refuses a stranger's


def _linked(link: Path, person: Person) -> Path:
    """Follow `link` to its folder under /var/lib/thaw; without one, make a new folder and the link."""
    if link.exists() and link.resolve().parent == SYSTEM_HOME:
        return folder(link.resolve(), person)
    if link.exists():
        raise _foreign(link)
    _system_home()
    home = Path(tempfile.mkdtemp(prefix="data-", dir=SYSTEM_HOME))
    link.unlink(missing_ok=True)
    link.symlink_to(home)
    return folder(home, person)


def _system_home() -> None:
    if not SYSTEM_HOME.exists():
        SYSTEM_HOME.mkdir()
        SYSTEM_HOME.chmod(0o755)


def reachable(base: Path, parts: list[str], name: str, person: Person | None) -> Path:
    """Return `base`, or for another user a copy of its `parts` under /var/lib/thaw: ours may be out of their reach."""
    if person is None:
        return base
    _system_home()
    copy = SYSTEM_HOME / name
    if not copy.exists():
        half = Path(tempfile.mkdtemp(prefix="half-", dir=SYSTEM_HOME))
        for part in parts:
            _copy(base / part, half / part)
        half.chmod(0o755)
        try:
            half.rename(copy)
        except OSError:  # another start was quicker
            shutil.rmtree(half)
    return copy


def _copy(source: Path, target: Path) -> None:
    """Copy a file or a tree so that everyone may read it, whatever the umask was."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.parent.chmod(0o755)
    if not source.is_dir():
        shutil.copyfile(source, target)
    else:
        target.mkdir()
        for path in source.iterdir():
            _copy(path, target / path.name)
    target.chmod(0o755 if source.is_dir() or os.access(source, os.X_OK) else 0o644)


def _unprivileged() -> Person:
    """Return the user 'thaw', made on first need; where that cannot be, 'nobody'."""
    make = ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]
    found = _person(SYSTEM_USER)
    if found is None:
        with suppress(OSError):
            subprocess.run(make, check=False, capture_output=True)
    person = found or _person(SYSTEM_USER) or _person("nobody")
    if person is None:
        raise Failure(
            "PostgreSQL does not run as root, and this machine has no other user: run as one, or set DATABASE_URL."
        )
    return person


def _person(name: str) -> Person | None:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Person(entry.pw_uid, entry.pw_gid)
