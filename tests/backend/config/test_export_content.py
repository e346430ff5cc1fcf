import gzip
from pathlib import Path

import orjson
import pytest
from django.core.management import call_command
from django.utils import timezone
from rest_framework.test import APIClient

from backend.support.services import confirm


def exported(folder: Path) -> dict[str, bytes]:
    call_command("export_content", to=folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_export_holds_the_very_bytes_of_the_api(db: None, tmp_path: Path) -> None:
    files, stranger = exported(tmp_path), APIClient()
    assert orjson.loads(files.pop("zones.json"))["Europe/Berlin"] == "DE"
    assert files == {
        "exercises.en.json": stranger.get("/api/v1/exercises/").content,
        "modalities.en.json": stranger.get("/api/v1/support/modalities/").content,
        "vocabulary.en.json": stranger.get("/api/v1/vocabulary/").content,
        "understanding.en.json": stranger.get("/api/v1/support/understanding/").content,
        "lines.json": stranger.get("/api/v1/support/lines/").content,
    }


def test_it_does_not_freeze_who_confirmed_what(db: None, tmp_path: Path) -> None:
    before = exported(tmp_path)
    confirm(line="DE:116123", by="Olga", at=timezone.now())
    assert exported(tmp_path) == before


def test_it_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sizes = {f"{tmp_path / name}: {len(body)} bytes" for name, body in exported(tmp_path).items()}
    assert set(capsys.readouterr().out.splitlines()) == sizes


def test_help_is_small_enough_to_come_with_the_app(tmp_path: Path) -> None:
    sizes = {name: len(gzip.compress(body)) for name, body in exported(tmp_path).items()}
    assert sizes["lines.json"] + sizes["zones.json"] + sizes["modalities.en.json"] < 12 * 1024
