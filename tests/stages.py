"""Every stage of `make check`, `make test`, `make screens` and `make bench`; the first failing one is named."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from backend.config import frontend
from backend.config.bootstrap import ROOT, Failure, alone, say
from tests import browsers

PYTHON = [sys.executable, "-m"]
MANAGE = [sys.executable, "manage.py"]
WITH_SERVERS = [*PYTHON, "backend.config.embedded", "--"]
PYTEST = [*PYTHON, "pytest", "--color=auto"]
DEPLOYED = {
    "SITE_URL": "https://thaw.example.org",
    "SECRET_KEY": "only-for-this-check-0123456789-abcdefghijklmnopqrstuvwxyz",
}
FOLDERS = {"npm": ROOT / "frontend"}


@dataclass(frozen=True)
class Stage:
    """One command; its first word decides the folder it runs in."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)


CHECKS = [
    Stage("Format", [*PYTHON, "ruff", "format", "--check", "."]),
    Stage("Lint", [*PYTHON, "ruff", "check", "."]),
    Stage("Types", [*PYTHON, "mypy"]),
    Stage("Import rules", [str(Path(sys.executable).with_name("lint-imports"))]),
    Stage("Sizes", [*PYTHON, "tests.sizes"]),
    Stage("Migrations", [*WITH_SERVERS, *MANAGE, "makemigrations", "--check", "--dry-run"]),
    Stage("Settings for deployment", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], DEPLOYED),
    Stage("Schema drift", [*PYTHON, "tests.drift"]),
    Stage("Front-end lint", ["npm", "run", "--silent", "lint"]),
    Stage("Front-end types", ["npm", "run", "--silent", "check"]),
]
TESTS = [
    Stage("Python tests", [*PYTEST, "tests", "--ignore=tests/e2e", "-n", "2"]),
    Stage("Front-end tests", ["npm", "run", "--silent", "test"]),
    Stage("Browser tests", [*PYTEST, "tests/e2e", "--timeout", "300"]),
]
BENCHES = {
    "bench-app": Stage("Figures of the app", [*WITH_SERVERS, *PYTHON, "tests.bench.app"]),
    "bench-patterns": Stage("Figures of Patterns", [*WITH_SERVERS, *PYTHON, "tests.bench.patterns"]),
}
COMMANDS = {
    "check": CHECKS,
    "test": [*CHECKS, *TESTS],
    "screens": [Stage("Pictures", [*WITH_SERVERS, *PYTHON, "tests.screens"])],
    "bench": [*BENCHES.values()],
    **{name: [stage] for name, stage in BENCHES.items()},
}


def main() -> None:
    os.environ.setdefault("SECRET_KEY", DEPLOYED["SECRET_KEY"])
    with alone() as lock:
        environment = frontend.packages(lock)
    if sys.argv[1] != "check":
        environment |= browsers.find()
        frontend.build()
    for stage in COMMANDS[sys.argv[1]]:
        run(stage, environment)


def run(stage: Stage, environment: dict[str, str]) -> None:
    print(
        f"\n== {stage.name}: {' '.join(Path(word).name if word == sys.executable else word for word in stage.command)}",
        flush=True,
    )
    started = time.monotonic()
    folder = FOLDERS.get(stage.command[0], ROOT)
    code = subprocess.call(stage.command, cwd=folder, env={**environment, **stage.environment})
    if code != 0:
        raise Failure(
            f"The stage '{stage.name}' failed after {time.monotonic() - started:.0f} s; later ones did not run."
        )


if __name__ == "__main__":
    say(main)
