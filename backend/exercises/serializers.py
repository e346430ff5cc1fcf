"""What an exercise looks like from outside: content/exercise.schema.json, plus its slug and language."""

from backend.core.content_schema import ContentSerializer
from backend.exercises.catalogue import CONTENT, SCHEMA_FILE


class ExerciseSerializer(ContentSerializer):
    schema_file = CONTENT / SCHEMA_FILE
    extra = {  # noqa: RUF012 - declared ClassVar in the base class
        "slug": {"type": "string", "description": "its name in addresses and records"},
        "language": {"type": "string", "description": "what its words are written in"},
    }
