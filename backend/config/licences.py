"""The licences of what Thaw is made of, read from what is installed: npm packages with texts, Python's by name."""

import json
import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

LICENCE_FILE = re.compile(r"(LICEN[CS]E|COPYING|OFL)(\.\w+)?$", re.IGNORECASE)
CLASSIFIER = "License :: OSI Approved :: "


def licences(root: Path) -> dict[str, Any]:
    """Return `own` (our text), `phone` (packages the app is built from, with texts) and `server` (Python packages)."""
    return {
        "own": (root / "LICENSE").read_text(),
        "phone": list(npm_packages(root / "frontend")),
        "server": [_python_package(found) for found in python_packages(root / "requirements.txt")],
    }


def npm_packages(frontend: Path) -> Iterator[dict[str, str]]:
    """Yield the packages of the lock file that are no tools, by name."""
    lock = json.loads((frontend / "package-lock.json").read_text())
    for path, package in sorted(lock["packages"].items()):
        folder = frontend / path
        if path and not package.get("dev") and folder.is_dir():
            name = path.rpartition("node_modules/")[2]
            yield {
                "name": name,
                "version": package["version"],
                "licence": package.get("license", ""),
                "text": _text(folder),
            }


def python_packages(requirements: Path) -> list[Distribution]:
    """Return the installed closure of the requirements, by name."""
    found: dict[str, Distribution] = {}
    wanted = [Requirement(line) for line in requirements.read_text().splitlines() if re.match(r"\w", line)]
    while wanted:
        requirement = wanted.pop()
        package = _installed(requirement)
        if package is None or package.name.lower() in found:
            continue
        found[package.name.lower()] = package
        wanted += _needs(package, requirement.extras)
    return [found[name] for name in sorted(found)]


def _installed(requirement: Requirement) -> Distribution | None:
    try:
        return distribution(requirement.name)
    except PackageNotFoundError:  # for another platform, or a part of the set-up that this machine lacks
        return None


def _needs(package: Distribution, extras: set[str]) -> Iterator[Requirement]:
    for requirement in map(Requirement, package.requires or []):
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield requirement


def _python_package(package: Distribution) -> dict[str, str]:
    told = package.metadata
    classified = [line.removeprefix(CLASSIFIER) for line in told.get_all("Classifier") or [] if CLASSIFIER in line]
    # Some put the whole text into the old field: its first line then names it.
    old = _first(told.get_all("License")).strip().split("\n")[0]
    licence = _first(told.get_all("License-Expression")) or ", ".join(classified) or old
    return {"name": package.name, "version": package.version, "licence": licence}


def _first(values: list[str] | None) -> str:
    return values[0] if values else ""


def _text(folder: Path) -> str:
    texts = [path.read_text() for path in sorted(folder.iterdir()) if LICENCE_FILE.match(path.name)]
    return "\n\n".join(texts).strip()
