"""Lets drf-spectacular read the JSON Schema of a content file, so that one definition makes validation and OpenAPI."""

from pathlib import Path
from typing import Any, ClassVar

import orjson
from drf_spectacular.extensions import OpenApiSerializerExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from drf_spectacular.utils import Direction
from rest_framework.serializers import BaseSerializer

Properties = dict[str, dict[str, Any]]


class ContentSerializer(BaseSerializer[Any]):
    """Stands for a content file in the schema; `extra` and, for its parts, `extra_of` are what loading adds."""

    schema_file: ClassVar[Path]
    extra: ClassVar[Properties] = {}
    extra_of: ClassVar[dict[str, Properties]] = {}


class ContentExtension(OpenApiSerializerExtension):  # type: ignore[no-untyped-call] # registers itself by subclassing
    target_class = "backend.core.content_schema.ContentSerializer"
    match_subclasses = True

    def get_name(self, auto_schema: AutoSchema, direction: Direction) -> str:
        return str(self._schema()["title"])

    def map_serializer(self, auto_schema: AutoSchema, direction: Direction) -> dict[str, Any]:
        schema = self._schema()
        title = schema.pop("title")
        for name, part in schema.pop("$defs", {}).items():
            _register(auto_schema, f"{title}{name}", _with(self.target.extra_of.get(name, {}), part))
        return _with(self.target.extra, schema)

    def _schema(self) -> dict[str, Any]:
        """Return the file's schema with '#/$defs/Step' turned into '#/components/schemas/ExerciseStep'."""
        text = self.target.schema_file.read_bytes()
        title = orjson.loads(text)["title"]
        schema: dict[str, Any] = orjson.loads(
            text.replace(b'"#/$defs/', f'"#/components/schemas/{title}'.encode()),
        )
        del schema["$schema"]
        return schema


def _with(extra: Properties, schema: dict[str, Any]) -> dict[str, Any]:
    if not extra:
        return schema
    return {
        **schema,
        "properties": {**extra, **schema["properties"]},
        "required": [*extra, *schema["required"]],
    }


def _register(auto_schema: AutoSchema, name: str, part: dict[str, Any]) -> None:
    component = ResolvedComponent(name, ResolvedComponent.SCHEMA, part, object=name)  # type: ignore[no-untyped-call] # drf-spectacular leaves it untyped
    auto_schema.registry.register_on_missing(component)
