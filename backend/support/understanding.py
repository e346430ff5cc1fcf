"""Short cards about numbness: read once from content/<language>/understanding.yaml, checked, ready to serve."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import orjson

from backend.core.content import InvalidContentError, Item, Rendered, in_language, read_file, render, written_faults

CONTENT = Path(__file__).parent / "content"
SCHEMA_FILE = "understanding.schema.json"
CARDS = "understanding.yaml"


def load(content: Path = CONTENT) -> dict[str, Rendered]:
    """Return the list of cards by language, in the order of the file. Raises InvalidContentError."""
    schema = orjson.loads((content / SCHEMA_FILE).read_bytes())
    written = {path.parent.name: read_file(path) for path in sorted(content.glob(f"*/{CARDS}"))}
    faults = written_faults(schema, written)
    # The rules between fields can only be read once each field has its shape.
    faults = faults or [
        f"{language}/{slug}: {fault}"
        for language, cards in written.items()
        for slug, card in cards.items()
        for fault in _faults(slug, card)
    ]
    if faults:
        raise InvalidContentError(faults)
    return {language: render(list(in_language(written, language).values()), language) for language in written}


@cache
def understanding() -> Mapping[str, Rendered]:
    return load()


def _faults(slug: str, card: Item) -> Iterator[str]:
    if bool(card["sources"]) == ("basis" in card):
        yield "sources: name what it rests on, or say 'basis: own' where nothing but our own words does"
    experience = card.get("experience")
    if (card["group"] == "feels") != (experience is not None):
        yield "experience: is there if, and only if, the card is of the group 'feels'"
    elif experience is not None and slug != experience.replace("_", "-"):
        yield f"experience: '{experience}' belongs to the card '{experience.replace('_', '-')}'"
