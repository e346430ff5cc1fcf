"""The exercises: loaded once from content/<language>/<slug>.yaml, checked, ready to serve."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import orjson

from backend.core.content import (
    FALLBACK,
    InvalidContentError,
    Item,
    Rendered,
    Written,
    in_language,
    read_folder,
    render,
    written_faults,
)
from backend.exercises import rules

CONTENT = Path(__file__).parent / "content"
SCHEMA_FILE = "exercise.schema.json"


@dataclass(frozen=True, slots=True)
class Shelves:
    """All exercises in one language; those without a translation are there in the fallback language."""

    exercises: Mapping[str, Item]
    listed: Rendered
    single: Mapping[str, Rendered]


def load(content: Path = CONTENT) -> dict[str, Shelves]:
    """Return the shelves by language. Raises InvalidContentError."""
    schema = orjson.loads((content / SCHEMA_FILE).read_bytes())
    kinds: list[str] = schema["properties"]["kind"]["enum"]
    written = {folder.name: read_folder(folder) for folder in sorted(content.iterdir()) if folder.is_dir()}
    faults = written_faults(schema, written)
    # The rules between fields can only be read once each field has its shape.
    faults = faults or [f"{language}/{fault}" for language in written for fault in _faults(written, language)]
    if faults:
        raise InvalidContentError(faults)
    return {language: _shelves(written, language, kinds) for language in written}


@cache
def catalogue() -> dict[str, Shelves]:
    return load()


def _shelves(written: Written, language: str, kinds: list[str]) -> Shelves:
    chosen = in_language(written, language)
    ordered = dict(sorted(chosen.items(), key=lambda pair: (kinds.index(pair[1]["kind"]), pair[1]["order"], pair[0])))
    single = {slug: render(item, item["language"]) for slug, item in ordered.items()}
    return Shelves(ordered, render(list(ordered.values()), language), single)


def _faults(written: Written, language: str) -> Iterator[str]:
    for slug, item in written[language].items():
        for fault in rules.faults(slug, item, written[FALLBACK]):
            yield f"{slug}: {fault}"
