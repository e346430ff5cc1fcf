"""A quarter of an hour at a steady 100 reminders a second: `python -m tests.prove.soak [SECONDS]`."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from backend.config.bootstrap import say
from tests.bench.push_sink import ROOT, sink

SECONDS = 15 * 60


def main() -> None:
    seconds = sys.argv[1] if len(sys.argv) > 1 else str(SECONDS)
    with TemporaryDirectory() as name, sink(Path(name)) as service:
        command = [sys.executable, "-m", "tests.prove.steady", service.origin, seconds]
        subprocess.run(command, cwd=ROOT, env=service.environment, check=True)


if __name__ == "__main__":
    say(main)
