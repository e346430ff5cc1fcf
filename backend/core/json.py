"""JSON in and out: orjson, bounded in size, gzip understood; times leave as UTC with Z."""

import zlib
from collections.abc import Mapping
from typing import IO, Any

import orjson
from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer

REQUEST_BYTES = 1024 * 1024


class TooLarge(APIException):
    status_code = 413
    default_code = "too_large"
    default_detail = "The request is larger than this server takes. Nothing was changed."


class JSONRenderer(BaseRenderer):
    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self, data: object, accepted_media_type: str | None = None, renderer_context: Mapping[str, Any] | None = None
    ) -> bytes:
        if data is None:
            return b""
        return orjson.dumps(data, option=orjson.OPT_UTC_Z | orjson.OPT_NAIVE_UTC, default=str)


class JSONParser(BaseParser):
    """Reads a JSON body of at most `REQUEST_BYTES`, counted after decompression."""

    media_type = "application/json"

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        encoding = parser_context["request"].META.get("HTTP_CONTENT_ENCODING", "") if parser_context else ""
        body = stream.read(REQUEST_BYTES + 1)
        if encoding.lower() == "gzip":
            body = _unzipped(body)
        if len(body) > REQUEST_BYTES:
            raise TooLarge
        try:
            return orjson.loads(body)
        except orjson.JSONDecodeError as error:
            message = "The body is not valid JSON."
            raise ParseError(message) from error


def _unzipped(body: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(body, REQUEST_BYTES + 1)
    except zlib.error as error:
        message = "The body is not valid gzip."
        raise ParseError(message) from error
