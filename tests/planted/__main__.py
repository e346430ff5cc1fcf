"""`make prove`: plants one bug at a time in a copy of the sources, and demands that the proofs catch each."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from backend.config.bootstrap import ROOT, Failure, say
from tests.planted.bugs import ON_THE_PHONE, ON_THE_SERVER, Bug

SEQUENCES = "6000"
LONGEST_SECONDS = 600
# A run that goes round in circles fails `make test` too, by its time limit.
NEVER_ENDED = "It never ended."
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".data", "node_modules", "dist", "__pycache__", "images")
# The cheapest to catch, for every `make test`: one of each kind of harm.
QUICK = [ON_THE_PHONE[0], ON_THE_PHONE[3], ON_THE_PHONE[6]]


@dataclass(frozen=True)
class Proof:
    """A command that must fail where a bug is planted; `caught` is in what it says then, and in nothing else."""

    command: list[str]
    folder: str
    caught: str


MODEL = Proof(["npx", "--no-install", "vitest", "run", "tests/sync/model.test.ts"], "frontend", "Property failed after")
SERVER = Proof([sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:randomly", "tests/backend/sync"], ".", "1 failed")


def main() -> None:
    quick = "--quick" in sys.argv
    trials = [(bug, MODEL) for bug in (QUICK if quick else ON_THE_PHONE)]
    trials += [] if quick else [(bug, SERVER) for bug in ON_THE_SERVER]
    with tempfile.TemporaryDirectory() as name:
        copy = copied(Path(name) / "thaw")
        missed = [bug for bug, proof in trials if not caught(copy, bug, proof)]
    if missed:
        raise Failure(f"{len(missed)} planted bugs were not caught: {'; '.join(bug.name for bug in missed)}.")
    print(f"All {len(trials)} planted bugs were caught.")


def copied(folder: Path) -> Path:
    shutil.copytree(ROOT, folder, ignore=LEFT_OUT, symlinks=True)
    (folder / "frontend" / "node_modules").symlink_to(ROOT / "frontend" / "node_modules")
    return folder


def caught(copy: Path, bug: Bug, proof: Proof) -> bool:
    file = copy / bug.file
    sound = file.read_text()
    if sound.count(bug.sound) != 1:
        raise Failure(f"{bug.file} no longer holds, once, what the bug '{bug.name}' is made of.")
    file.write_text(sound.replace(bug.sound, bug.planted))
    try:
        said = told(copy, proof)
    finally:
        file.write_text(sound)
    found = proof.caught in said or said == NEVER_ENDED
    print(f"{'caught' if found else 'MISSED'}: it {bug.name}", flush=True)
    if not found:
        print(said[-2000:])
    return found


def told(copy: Path, proof: Proof) -> str:
    environment = {**os.environ, "PLANTED": "1", "SEQUENCES": SEQUENCES}
    run = subprocess.Popen(
        proof.command,
        cwd=copy / proof.folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    with run:
        try:
            return run.communicate(timeout=LONGEST_SECONDS)[0]
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            return NEVER_ENDED


if __name__ == "__main__":
    say(main)
