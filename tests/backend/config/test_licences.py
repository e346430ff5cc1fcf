"""The list of licences is read from what is installed, and names all of it."""

import json
import re
from pathlib import Path

from django.core.management import call_command

from backend.config.licences import licences, python_packages

ROOT = Path(__file__).parents[3]


def test_every_requirement_is_named_with_a_licence() -> None:
    required = re.findall(r"^([\w.-]+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    server = {package["name"].lower().replace("_", "-"): package for package in licences(ROOT)["server"]}
    assert {name for name in required if name not in {"-c", *server}} == set()
    assert [name for name, package in server.items() if not package["licence"]] == []


def test_what_a_requirement_needs_is_named_too() -> None:
    names = {package.name.lower() for package in python_packages(ROOT / "requirements.txt")}
    assert {"kombu", "asgiref", "psycopg-binary"} <= names
    assert "pytest" not in names


def test_every_dependency_of_the_app_is_named_with_its_text(tmp_path: Path) -> None:
    call_command("export_licences", to=tmp_path / "licences.json", verbosity=0)
    written = json.loads((tmp_path / "licences.json").read_text())
    phone = {package["name"]: package for package in written["phone"]}
    dependencies = json.loads((ROOT / "frontend/package.json").read_text())["dependencies"]
    assert {name for name in dependencies if len(phone[name]["text"]) < 500} == set()
    assert "vite" not in phone
    assert written["own"] == (ROOT / "LICENSE").read_text()
