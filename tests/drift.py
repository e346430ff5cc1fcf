"""The committed OpenAPI document and its TypeScript types have to be what the code says now."""

import json
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = ROOT / "docs" / "openapi.yaml"
TYPES = ROOT / "frontend" / "src" / "lib" / "api" / "schema.d.ts"
SPECTACULAR = [sys.executable, "manage.py", "spectacular", "--validate", "--fail-on-warn", "--file"]


def drifted(committed: Path, command: list[str], folder: Path, cure: str) -> bool:
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / committed.name
        subprocess.run([*command, str(fresh)], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        same = committed.exists() and committed.read_bytes() == fresh.read_bytes()
    print(f"{committed.relative_to(ROOT)}: {'up to date' if same else f'drifted; write it again with: {cure}'}")
    return not same


def typescript() -> list[str]:
    """Return the command of the npm script `types`, without its output."""
    scripts = json.loads((ROOT / "frontend" / "package.json").read_text())["scripts"]
    words = shlex.split(scripts["types"])
    at = words.index("--output")
    return ["npx", "--no-install", *words[:at], *words[at + 2 :], "--output"]


def main() -> None:
    schema = drifted(SCHEMA, SPECTACULAR, ROOT, "python manage.py spectacular --file docs/openapi.yaml")
    types = drifted(TYPES, typescript(), ROOT / "frontend", "npm run types (in frontend/)")
    sys.exit(schema or types)


if __name__ == "__main__":
    main()
