"""Files and functions that fit a screen: the limits of ARCHITECTURE.md, in lines."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILES = {".py": 300, ".ts": 250, ".svelte": 200}
SPECIAL_FILES = {"settings.py": 250}
GENERATED = {"schema.d.ts"}
FUNCTION = 40
VIEW = 20
TASK = 12


def tracked() -> Iterator[Path]:
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *(f"*{suffix}" for suffix in FILES)]
    names = subprocess.check_output(listing, cwd=ROOT, text=True).splitlines()
    for path in (ROOT / name for name in names):
        if path.exists() and path.name not in GENERATED and path.parent.name != "migrations":
            yield path


def too_long(path: Path) -> Iterator[str]:
    """Yield a line for each thing in the file that is over its limit."""
    text = path.read_text()
    limit = SPECIAL_FILES.get(path.name, FILES[path.suffix])
    if (lines := len(text.splitlines())) > limit:
        yield f"{path.relative_to(ROOT)}: {lines} lines, not at most {limit}"
    if path.suffix == ".py":
        yield from too_long_functions(path, ast.parse(text))


def too_long_functions(path: Path, tree: ast.Module) -> Iterator[str]:
    for owner in ast.walk(tree):
        for node in ast.iter_child_nodes(owner):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                limit = function_limit(path, owner)
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > limit:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}: {node.name}(), {lines} lines, not at most {limit}"


def function_limit(path: Path, owner: ast.AST) -> int:
    if path.name == "api.py" and isinstance(owner, ast.ClassDef):
        return VIEW
    return TASK if path.name == "tasks.py" else FUNCTION


def main() -> None:
    found = [line for path in tracked() for line in too_long(path)]
    print("\n".join(found) or "Everything fits.")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
