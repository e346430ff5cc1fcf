"""From a bare Python to a working `.venv`, with the standard library alone.

The syntax here stays that of Python 3.6: an old Python has to be able to read this file in
order to answer with a sentence instead of a traceback.
"""

import contextlib
import errno
import fcntl
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = str(VENV / "bin" / "python")
SOUND = VENV / "sound"  # names the clone it was made for; away while anything in it is half-made
OLDEST = (3, 11)
NEWER = ["python3.%d" % minor for minor in (13, 12, 11, 14, 15)]
BENCHES = ("bench", "bench-app", "bench-pacer", "bench-patterns", "bench-push", "bench-suggest", "bench-sync")
STAGES = ("check", "test", "prove", "screens", *BENCHES)
COMMANDS = {"run": ["backend.config.launch"], **{name: ["tests.stages", name] for name in STAGES}}
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
DISK_FULL = re.compile(r"No space left on device|ENOSPC|Disk quota exceeded", re.IGNORECASE)
NO_NETWORK = re.compile(
    r"name resolution|Name or service not known|NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError"
    r"|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|Network is unreachable"
)


class Failure(Exception):  # noqa: N818 - it is the outcome, not a mistake of the program
    """One sentence for the person in front of the terminal, in place of a traceback."""


class DiskFull(Failure):
    """What was being written may be half there."""


def data_dir() -> Path:
    return (ROOT / (os.environ.get("DATA_DIR", "").strip() or ".data")).resolve()


def log_file(name: str) -> Path:
    folder = data_dir() / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / (name + ".log")


@contextlib.contextmanager
def alone() -> "Iterator[IO[str]]":
    """Hold this clone's packages and build for one process at a time; the children keep the hold if we are killed."""
    with open(str(ROOT / ".setup.lock"), "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Waiting for another make in this folder to finish its preparation ...", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock


def step(
    title: str,
    command: "list[str]",
    *,
    lock: "IO[str] | None" = None,
    env: "dict[str, str] | None" = None,
    cwd: Path = ROOT,
) -> None:
    """Run one long command with a progress line; its output goes to the log, its failure becomes a sentence."""
    print(title + " ... ", end="", flush=True)
    started = time.monotonic()
    log = log_file("setup")
    with open(str(log), "ab") as output:
        output.write(("\n$ %s\n" % " ".join(command)).encode())
        output.flush()
        before = output.tell()
        held = () if lock is None else (lock.fileno(),)
        code = _finish(
            subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=str(cwd),
                env=env,
                pass_fds=held,
                start_new_session=True,
            )
        )
    print("%d s" % round(time.monotonic() - started) if code == 0 else "failed", flush=True)
    if code != 0:
        with open(str(log), "rb") as written:
            written.seek(before)
            said = written.read().decode(errors="replace")
        raise (DiskFull if DISK_FULL.search(said) else Failure)(sentence(title, said, log))


def _finish(process: "subprocess.Popen[bytes]") -> int:
    try:
        return process.wait()
    finally:
        if process.returncode is None:  # interrupted: pip and npm have children of their own
            _end_group(process)


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def sentence(title: str, output: str, log: Path) -> str:
    """Say in one sentence why a step failed; `output` is all that it printed."""
    if DISK_FULL.search(output):
        return (
            "The disk is full: the packages and the data need about 1.5 GB under %s; free some space and run again."
            % ROOT
        )
    if NO_NETWORK.search(output):
        return (
            "The package registry cannot be reached: look at the network connection and run again (details: %s)." % log
        )
    return "'%s' did not work: %s (details: %s)." % (title, telling_line(output)[:300].rstrip("."), log)


def telling_line(output: str) -> str:
    """Return the line that names the cause: npm's first error, else the last line that speaks of one."""
    of_npm = re.findall(r"^npm error (?!code|errno|syscall|path)(\S.*)", output, re.MULTILINE)
    lines = [line.strip() for line in output.splitlines() if not line.lstrip().startswith("at ")]
    errors = [line for line in lines if re.search(r"(error|fatal)\b\S*:", line, re.IGNORECASE)]
    return (of_npm[:1] or errors[-1:] or output.strip().splitlines()[-1:] or ["no output"])[0]


def make_venv(lock: "IO[str]") -> None:
    """Make `.venv`; also in place of one that was cut short, moved, or lost its Python."""
    if SOUND.exists() and SOUND.read_text() == str(ROOT) and _answers([PYTHON, "-c", ""]):
        return
    if VENV.exists():
        shutil.rmtree(str(VENV))
    step("Making the virtual environment", [sys.executable, "-m", "venv", str(VENV)], lock=lock)
    SOUND.write_text(str(ROOT))


def install(title: str, name: str, wanted: "list[str]", lock: "IO[str]") -> None:
    """Install pinned packages, or the files that list them, unless the stamp says that exactly these are there."""
    stamp = VENV / (name + ".stamp")
    files = ["constraints.txt"] + [word for word in wanted if word.endswith(".txt")]
    content = hashlib.sha256(b"".join((ROOT / file).read_bytes() for file in files)).hexdigest()
    if stamp.exists() and stamp.read_text() == content:
        return
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--retries", "2"]
    arguments = [part for word in wanted for part in (["-r", word] if word.endswith(".txt") else [word])]
    SOUND.unlink()
    try:
        step(title, pip + ["-c", "constraints.txt"] + arguments, lock=lock)
    except DiskFull:
        raise
    except Failure:  # pip gave up by itself, and leaves whole packages
        SOUND.write_text(str(ROOT))
        raise
    SOUND.write_text(str(ROOT))
    stamp.write_text(content)


def _answers(command: "list[str]") -> bool:
    try:
        return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def newer_python() -> "str | None":
    """Return a Python on PATH that is new enough, works and can make virtual environments."""
    probe = "import sys, venv, ensurepip; sys.exit(sys.version_info < %r)" % (OLDEST,)
    found = (shutil.which(name) for name in NEWER)
    return next((path for path in found if path and _answers([path, "-c", probe])), None)


def use_a_fitting_python() -> None:
    """Go on under another Python where this one does not fit; raise Failure where there is none."""
    if sys.version_info < OLDEST:
        missing = (
            "Thaw needs Python 3.11 or newer, and this is %d.%d: install a newer one beside it." % sys.version_info[:2]
        )
    elif not _answers([sys.executable, "-c", "import venv, ensurepip"]):
        missing = "Python's venv package is missing: install it (Debian, Ubuntu: apt install python3-venv)."
    else:
        return
    newer = newer_python()
    if newer is None:
        raise Failure(missing)
    os.execv(newer, [newer, str(Path(__file__).resolve())] + sys.argv[1:])  # noqa: S606 - no shell wanted


def prepare(command: str) -> None:
    """Bring `.venv` to what `command` needs."""
    with alone() as lock:
        log_file("setup").write_bytes(b"")
        make_venv(lock)
        install("Installing the Python packages (a minute the first time)", "requirements", ["requirements.txt"], lock)
        if not (os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL")):
            install("Installing the embedded PostgreSQL", "embedded", ["requirements-embedded.txt"], lock)
        if command != "run":
            install("Installing the development packages", "dev", ["requirements-dev.txt"], lock)


def stop_once(_signal: int, _frame: object) -> None:
    """Begin to stop; a second Ctrl-C must not cut the stopping short."""
    for number in STOPPING:
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def main() -> None:
    use_a_fitting_python()
    command = sys.argv[1]
    prepare(command)
    os.chdir(str(ROOT))
    os.execv(PYTHON, [PYTHON, "-m"] + COMMANDS[command])  # noqa: S606 - as above


def say(work: "Callable[[], None]") -> None:
    """Run `work`; print a failure as its one sentence and leave with status 1."""
    for number in STOPPING:
        if signal.getsignal(number) != signal.SIG_IGN:  # nohup and '&' mean it
            signal.signal(number, stop_once)
    try:
        work()
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)
        sys.exit(130)
    except Failure as failure:
        _leave(str(failure))
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        _leave(sentence("", "ENOSPC", ROOT) if full else "%s: %s." % (error.filename or "The system", error.strerror))


def _leave(reason: str) -> None:
    print("\n" + reason, file=sys.stderr, flush=True)
    sys.exit(1)


if __name__ == "__main__":
    say(main)
