"""Lighthouse, as it comes: its mobile preset with simulated throttling, in the Chromium of this machine."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from tests.e2e.site import ROOT

RUNS = 5
PROGRAM = ROOT / "frontend" / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices")
FLAGS = "--headless=new --no-sandbox --disable-gpu --no-first-run"


def figures(url: str, paths: list[str], folder: Path) -> dict[str, object]:
    """Return LCP, TBT and scores of Today as medians; the other categories' scores are the lowest of all screens."""
    today = [report(url + paths[0], CATEGORIES, folder) for _ in range(RUNS)]
    others = [report(url + path, CATEGORIES[1:], folder) for path in paths[1:]]
    return {
        "lcp_ms": round(median(value(found, "largest-contentful-paint") for found in today)),
        "tbt_ms": round(median(value(found, "total-blocking-time") for found in today)),
        "lighthouse_performance": median(scores(found)["performance"] for found in today),
        "lighthouse_accessibility": lowest("accessibility", [*today, *others]),
        "lighthouse_best_practices": lowest("best-practices", [*today, *others]),
    }


def report(url: str, categories: tuple[str, ...], folder: Path) -> dict[str, Any]:
    out = folder / "lighthouse.json"
    options = ["--quiet", "--output=json", f"--output-path={out}", f"--only-categories={','.join(categories)}"]
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
    environment = {**os.environ, "CHROME_PATH": chromium}
    subprocess.run([str(PROGRAM), url, f"--chrome-flags={FLAGS}", *options], env=environment, check=True)
    found: dict[str, Any] = json.loads(out.read_text())
    print(f"  {urlsplit(url).path}: {scores(found)} {' '.join(failed(found))}".rstrip(), flush=True)
    return found


def scores(found: dict[str, Any]) -> dict[str, int]:
    return {name: round((category["score"] or 0) * 100) for name, category in found["categories"].items()}


def lowest(category: str, reports: list[dict[str, Any]]) -> int:
    return min(scores(found)[category] for found in reports)


def value(found: dict[str, Any], audit: str) -> float:
    number: float = found["audits"][audit]["numericValue"]
    return number


def failed(found: dict[str, Any]) -> list[str]:
    """Return the names of the audits that cost points."""
    weights = {ref["id"]: ref["weight"] for category in found["categories"].values() for ref in category["auditRefs"]}
    return [
        name
        for name, weight in weights.items()
        if weight
        and (found["audits"][name]["score"] or 0) < 1
        and found["audits"][name]["scoreDisplayMode"] not in ("notApplicable", "manual", "informative")
    ]
