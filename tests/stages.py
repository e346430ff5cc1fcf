"""Every stage of the make commands: check, test, prove, screens, bench."""

import os
import sys
from pathlib import Path

from backend.config import frontend
from backend.config.bootstrap import alone, say
from tests import browsers
from tests.lanes import Lanes, Stage, run

PYTHON = [sys.executable, "-m"]
MANAGE = [sys.executable, "manage.py"]
WITH_SERVERS = [*PYTHON, "backend.config.embedded", "--"]
PYTEST = [*PYTHON, "pytest", "--color=auto"]
DEPLOYED = {
    "SITE_URL": "https://thaw.example.org",
    "SECRET_KEY": "only-for-this-check-0123456789-abcdefghijklmnopqrstuvwxyz",
}
CHECKS = [
    Stage("Format", [*PYTHON, "ruff", "format", "--check", "."]),
    Stage("Lint", [*PYTHON, "ruff", "check", "."]),
    Stage("Types", [*PYTHON, "mypy"]),
    Stage("Import rules", [str(Path(sys.executable).with_name("lint-imports"))]),
    Stage("Sizes", [*PYTHON, "tests.sizes"]),
    Stage("Migrations", [*WITH_SERVERS, *MANAGE, "makemigrations", "--check", "--dry-run"]),
    Stage("Settings for deployment", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], DEPLOYED),
    Stage("Schema drift", [*PYTHON, "tests.drift"]),
]
FRONT_END_CHECKS = [
    Stage("Front-end lint", ["npm", "run", "--silent", "lint"]),
    Stage("Front-end types", ["npm", "run", "--silent", "check"]),
]
TESTS = [Stage("Python tests", [*PYTEST, "tests", "--ignore=tests/e2e", "-n", "2", "--dist", "worksteal"])]
FRONT_END_TESTS = [
    Stage("Front-end tests", ["npm", "run", "--silent", "test"]),
    Stage("Planted bugs, the quickest", [*PYTHON, "tests.planted", "--quick"]),
]
# By file, since what many tests of one look at takes long to make; their order is in tests/e2e/conftest.py.
BY_FILE = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
BROWSER_TESTS = Stage("Browser tests", [*PYTEST, "tests/e2e", *BY_FILE, "--timeout", "300"])
BENCHES = {
    "bench-app": Stage("Figures of the app", [*WITH_SERVERS, *PYTHON, "tests.bench.app"]),
    "bench-pacer": Stage("Figures of the breath", [*WITH_SERVERS, *PYTHON, "tests.bench.pacer"]),
    "bench-push": Stage("Figures of reminders", [*WITH_SERVERS, *PYTHON, "tests.bench.push"]),
    "bench-sync": Stage("Figures of sync", [*WITH_SERVERS, *PYTHON, "tests.bench.sync"]),
    "bench-patterns": Stage("Figures of Patterns", [*WITH_SERVERS, *PYTHON, "tests.bench.patterns"]),
    "bench-suggest": Stage("Figures of what is suggested", [*PYTHON, "tests.bench.suggest"]),
}
PROOFS = [
    Stage("Calendar", [*PYTHON, "tests.prove.calendar"]),
    Stage("Soak", [*WITH_SERVERS, *PYTHON, "tests.prove.soak"]),
    Stage(
        "A million sequences of three phones",
        ["npm", "run", "--silent", "test", "--", "tests/sync/model.test.ts"],
        {"SEQUENCES": "1000000"},
    ),
    Stage("Phones against the real server", [*WITH_SERVERS, *PYTHON, "tests.prove.phones"]),
    Stage(
        "Devices at once",
        [*PYTEST, "tests/backend/sync/test_devices.py", "--timeout", "0"],
        {"EXAMPLES": "3000"},
    ),
    Stage("Planted bugs", [*WITH_SERVERS, *PYTHON, "tests.planted"]),
    Stage("Killed browsers", [*PYTEST, "tests/e2e/test_kills.py", "--timeout", "0"], {"KILLS": "200"}),
]
COMMANDS: dict[str, list[Stage | Lanes]] = {
    "check": [Lanes({"server": CHECKS, "front end": FRONT_END_CHECKS})],
    "test": [
        Lanes({"server": [*CHECKS, *TESTS], "front end": [*FRONT_END_CHECKS, *FRONT_END_TESTS]}),
        BROWSER_TESTS,
    ],
    "prove": [*PROOFS],
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
    run(COMMANDS[sys.argv[1]], environment)


if __name__ == "__main__":
    say(main)
