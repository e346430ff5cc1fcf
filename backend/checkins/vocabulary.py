"""The words of the ladder: read once from content/<language>/vocabulary.yaml, checked, ready to serve."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import orjson

from backend.core.content import (
    InvalidContentError,
    Item,
    Rendered,
    in_language,
    read_file,
    render,
    written_faults,
)

CONTENT = Path(__file__).parent / "content"
SCHEMA_FILE = "word.schema.json"
WORDS = "vocabulary.yaml"
SLUG = re.compile(r"[a-z]+(-[a-z]+)*")


def load(content: Path = CONTENT) -> dict[str, Rendered]:
    """Return the list of words by language, in the order of the file. Raises InvalidContentError."""
    schema = orjson.loads((content / SCHEMA_FILE).read_bytes())
    written = {path.parent.name: read_file(path) for path in sorted(content.glob(f"*/{WORDS}"))}
    faults = written_faults(schema, written)
    faults = faults or [f"{language}/{fault}" for language, words in written.items() for fault in _faults(words)]
    if faults:
        raise InvalidContentError(faults)
    return {language: render(list(in_language(written, language).values()), language) for language in written}


@cache
def vocabulary() -> Mapping[str, Rendered]:
    return load()


def _faults(words: Mapping[str, Item]) -> Iterator[str]:
    labels = [word["label"] for word in words.values()]
    for slug, word in words.items():
        if not SLUG.fullmatch(slug):
            yield f"{slug}: a slug is small letters and hyphens"
        if labels.count(word["label"]) > 1:
            yield f"{slug}: label: '{word['label']}' stands there twice"
