"""Lets drf-spectacular read msgspec Structs, so that one definition makes validation and OpenAPI."""

from typing import Any, ClassVar

import msgspec
from drf_spectacular.extensions import OpenApiSerializerExtension
from drf_spectacular.openapi import AutoSchema as SpectacularAutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from drf_spectacular.utils import Direction, extend_schema_serializer
from rest_framework.serializers import BaseSerializer

REVISION: dict[str, Any] = {"type": "integer", "description": "raised at each change of the account"}
ID: dict[str, Any] = {"type": "string", "format": "uuid", "description": "made on the phone"}
TEMPLATE = "#/components/schemas/{name}"


class AutoSchema(SpectacularAutoSchema):
    """Names an operation's tag after the resource: /api/v1/check-ins/ → check-ins."""

    def get_tags(self) -> list[str]:
        return [self.path.removeprefix("/api/v1/").partition("/")[0]]


class StructSerializer(BaseSerializer[Any]):
    """Stands for a Struct in the schema. `record` adds what every synced record carries."""

    struct: ClassVar[type[msgspec.Struct]]
    extra_properties: ClassVar[dict[str, dict[str, Any]]] = {}
    required_properties: ClassVar[tuple[str, ...] | None] = None


def struct_serializer(
    struct: type[msgspec.Struct],
    name: str | None = None,
    *,
    extra: dict[str, dict[str, Any]] | None = None,
    required: tuple[str, ...] | None = None,
) -> type[StructSerializer]:
    """Return a serializer class for `struct` with further properties; `required` replaces the Struct's own list."""
    return type(
        f"{name or struct.__name__}Serializer",
        (StructSerializer,),
        {"struct": struct, "extra_properties": extra or {}, "required_properties": required},
    )


@extend_schema_serializer(many=False)
class PageSerializer(BaseSerializer[Any]):
    """Stands for one page of a list: drf-spectacular would make a list of pages out of a plain schema."""

    of: ClassVar[str]


def page_serializer(of: str) -> type[PageSerializer]:
    """Return a serializer class for a page of what the schema calls `of`."""
    return type(f"{of}PageSerializer", (PageSerializer,), {"of": of})


class PageExtension(OpenApiSerializerExtension):  # type: ignore[no-untyped-call] # registers itself by subclassing
    target_class = "backend.core.schema.PageSerializer"
    match_subclasses = True

    def get_name(self, auto_schema: SpectacularAutoSchema, direction: Direction) -> str:
        return f"{self.target.of}Page"

    def map_serializer(self, auto_schema: SpectacularAutoSchema, direction: Direction) -> dict[str, Any]:
        items = {"$ref": TEMPLATE.format(name=self.target.of)}
        return {
            "type": "object",
            "required": ["next", "results"],
            "properties": {
                "next": {"type": ["string", "null"], "format": "uri", "description": "where the list goes on"},
                "results": {"type": "array", "items": items, "description": "the latest changed first"},
            },
        }


class StructExtension(OpenApiSerializerExtension):  # type: ignore[no-untyped-call] # registers itself by subclassing
    target_class = "backend.core.schema.StructSerializer"
    match_subclasses = True

    def get_name(self, auto_schema: SpectacularAutoSchema, direction: Direction) -> str:
        target = self.target if isinstance(self.target, type) else type(self.target)
        return str(target.__name__.removesuffix("Serializer"))

    def map_serializer(self, auto_schema: SpectacularAutoSchema, direction: Direction) -> dict[str, Any]:
        (top,), parts = msgspec.json.schema_components([self.target.struct], ref_template=TEMPLATE)
        own = parts.pop(top["$ref"].rpartition("/")[2])
        for name, part in parts.items():
            component = ResolvedComponent(  # type: ignore[no-untyped-call] # ships without types
                name, ResolvedComponent.SCHEMA, part, object=name
            )
            auto_schema.registry.register_on_missing(component)
        own.pop("title", None)
        own["properties"] = {**self.target.extra_properties, **own["properties"]}
        own["required"] = list(_required(self.target, own))
        return {key: value for key, value in own.items() if value != []}


def _required(target: StructSerializer, schema: dict[str, Any]) -> tuple[str, ...]:
    if target.required_properties is not None:
        return target.required_properties
    return (*target.extra_properties, *schema.get("required", ()))
