"""Content kept as files: read once, checked against a JSON Schema, rendered to the bytes that are served."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import yaml
from jsonschema import Draft202012Validator

FALLBACK = "en"

Item = dict[str, Any]
Written = Mapping[str, Mapping[str, Item]]
"""Items by language, then by slug, as their files hold them."""


class InvalidContentError(ValueError):
    """Carries one sentence per fault, each beginning with the file's name."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Rendered:
    """JSON bytes in one language (None: the same in all), with the strong, quoted ETag that is their sha256."""

    body: bytes
    etag: str
    language: str | None


def render(value: object, language: str | None) -> Rendered:
    body = orjson.dumps(value)
    return Rendered(body, f'"{sha256(body).hexdigest()}"', language)


def read_file(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def read_folder(folder: Path) -> dict[str, Item]:
    """Return the YAML files of a folder by slug, which is the file's name."""
    return {path.stem: read_file(path) for path in sorted(folder.glob("*.yaml"))}


def schema_faults(schema: Mapping[str, Any], items: Mapping[str, Item]) -> Iterator[str]:
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for name, item in items.items():
        for error in validator.iter_errors(item):
            yield f"{name}: {error.json_path.removeprefix('$.')}: {error.message}"


def written_faults(schema: Mapping[str, Any], written: Written) -> list[str]:
    return [
        f"{language}/{fault}"
        for language, items in written.items()
        for fault in (*schema_faults(schema, items), *_untranslatable(items, written[FALLBACK]))
    ]


def in_language(written: Written, language: str) -> dict[str, Item]:
    """Return all items with their slug and language; those without a translation are there in the fallback language."""
    return {slug: _chosen(written, language, slug) for slug in written[FALLBACK]}


def _chosen(written: Written, language: str, slug: str) -> Item:
    spoken = language if slug in written[language] else FALLBACK
    return {"slug": slug, "language": spoken, **written[spoken][slug]}


def _untranslatable(items: Mapping[str, Item], originals: Mapping[str, Item]) -> Iterator[str]:
    for slug in items.keys() - originals.keys():
        yield f"{slug}: there is nothing of this name in '{FALLBACK}'"
