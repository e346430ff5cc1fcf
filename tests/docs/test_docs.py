"""The documents name real things: what they promise is there, under the name they give it."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.core.management import get_commands
from django.test import Client

from backend.exercises.catalogue import catalogue

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
TOP = ("backend", "frontend", "notifications", "tests", "docs", ".ci")

each = pytest.mark.parametrize("document", DOCUMENTS, ids=[document.name for document in DOCUMENTS])


def quoted(document: Path) -> list[str]:
    """Return what stands between single backticks, or in a fenced block line by line."""
    text = document.read_text()
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    return inline + [line for block in blocks for line in block.splitlines()]


def words(document: Path, pattern: str) -> set[str]:
    return {found for text in quoted(document) for found in re.findall(pattern, text)}


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


@each
def test_every_path_it_names_exists(document: Path) -> None:
    named = words(document, rf"(?<![\w/.-])((?:{'|'.join(map(re.escape, TOP))})/[\w./-]*)")
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


@each
def test_every_link_and_picture_leads_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", document.read_text())
    local = [target for target in targets if not target.startswith("https://")]
    assert [target for target in local if not (document.parent / target).exists()] == []


@each
def test_every_make_command_exists(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert words(document, r"\bmake ([a-z]+)") - targets == set()


@each
def test_every_management_command_exists(document: Path) -> None:
    assert words(document, r"manage\.py ([a-z_]+)") - set(get_commands()) == set()


@each
def test_every_npm_script_exists(document: Path) -> None:
    scripts = re.findall(r'^    "(\w+)":', (ROOT / "frontend" / "package.json").read_text(), re.MULTILINE)
    assert words(document, r"npm run (\w+)") - set(scripts) == set()


def test_the_architecture_has_the_layers_that_are_enforced() -> None:
    layers = pyproject()["tool"]["importlinter"]["contracts"][0]["layers"]
    block = (ROOT / "ARCHITECTURE.md").read_text().split("```")[1]
    assert [re.split(r"\s{2,}", line)[0] for line in block.strip().splitlines()] == layers


def test_every_decision_is_a_question_with_a_date() -> None:
    decisions = (ROOT / "ARCHITECTURE.md").read_text().split("## Decisions")[1].strip().split("\n\n")
    assert [text for text in decisions if not re.match(r"\*\*[^*]+\?\*\* \(20\d\d-\d\d-\d\d\) \S", text)] == []
    assert [text for text in decisions if text.count("\n") >= 8] == []


def test_the_readme_counts_the_exercises_right() -> None:
    assert f"has {len(catalogue()['en'].exercises)} small exercises" in (ROOT / "README.md").read_text()


def test_the_addresses_for_operators_answer(client: Client) -> None:
    named = words(ROOT / "README.md", r"^(/[a-z/]+/)$")
    assert named == {"/admin/", "/api/docs/"}
    assert {client.get(address).status_code for address in named} <= {200, 302}


def test_the_licence_is_the_one_that_is_named() -> None:
    title = (ROOT / "LICENSE").read_text().split("\n")[0].strip()
    assert title == "GNU AFFERO GENERAL PUBLIC LICENSE"
    assert pyproject()["project"]["license"] == "AGPL-3.0-or-later"
