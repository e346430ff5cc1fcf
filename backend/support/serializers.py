"""What the content looks like from outside: the schemas of its files, plus what loading adds."""

from backend.core.content_schema import ContentSerializer
from backend.support import crisis_lines, modalities, understanding

KEY = {"type": "string", "description": "country and number: 'DE:116123'"}
CODE = {"type": "string", "description": "ISO 3166, two letters"}
CONFIRMED = {
    "oneOf": [
        {
            "type": "object",
            "properties": {"on": {"type": "string", "format": "date"}},
            "required": ["on"],
            "additionalProperties": False,
        },
        {"type": "null"},
    ],
    "description": "when this server's operator last looked at the provider's own word; null: not yet",
}
NAMED = {
    "slug": {"type": "string"},
    "language": {"type": "string", "description": "what its words are written in"},
}


class HelpSerializer(ContentSerializer):
    schema_file = crisis_lines.CONTENT / crisis_lines.SCHEMA_FILE
    extra_of = {"Country": {"country": CODE}, "Line": {"key": KEY, "confirmed": CONFIRMED}}  # noqa: RUF012 - declared ClassVar in the base class


class ModalitySerializer(ContentSerializer):
    schema_file = modalities.CONTENT / modalities.SCHEMA_FILE
    extra = NAMED


class UnderstandingCardSerializer(ContentSerializer):
    schema_file = understanding.CONTENT / understanding.SCHEMA_FILE
    extra = NAMED
