"""Five kinds of therapy as short cards: read once from content/<language>/modalities.yaml, checked, ready to serve."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import orjson

from backend.core.content import InvalidContentError, Rendered, in_language, read_file, render, written_faults

CONTENT = Path(__file__).parent / "content"
SCHEMA_FILE = "modality.schema.json"
CARDS = "modalities.yaml"


def load(content: Path = CONTENT) -> dict[str, Rendered]:
    """Return the list of cards by language, in the order of the file. Raises InvalidContentError."""
    schema = orjson.loads((content / SCHEMA_FILE).read_bytes())
    written = {path.parent.name: read_file(path) for path in sorted(content.glob(f"*/{CARDS}"))}
    faults = written_faults(schema, written)
    if faults:
        raise InvalidContentError(faults)
    return {language: render(list(in_language(written, language).values()), language) for language in written}


@cache
def modalities() -> Mapping[str, Rendered]:
    return load()
