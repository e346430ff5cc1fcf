"""REST over any collection. Each view parses, calls the one write path and answers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, get_args
from uuid import UUID, uuid4

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, extend_schema, extend_schema_view
from rest_framework.exceptions import APIException, NotFound, ValidationError
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from backend.core.json import TooLarge
from backend.core.models import SyncedRecord
from backend.core.records import Change, Collection, Result, apply_changes
from backend.core.requests import account_id
from backend.core.schema import ID, REVISION, page_serializer, struct_serializer
from backend.core.shapes import RecordTooLargeError, utc

Record = dict[str, Any]
AN_ID = "2f4a7c1e-5b3d-4e8a-9c60-7d1f2a3b4c5d"


class Stale(APIException):
    status_code = 409
    default_code = "stale"
    default_detail = "This was changed elsewhere since. The body carries the record as it is now."


class RecordPages(CursorPagination):
    page_size = 100
    ordering = ("-revision",)


def represent(collection: Collection, row: SyncedRecord) -> dict[str, Any]:
    return {**collection.shown(row), "id": str(row.id), "revision": row.revision}


class RecordViewSet(ViewSet):
    """List, make, read, change and delete the records of the signed-in account."""

    collection: ClassVar[Collection]
    examples: ClassVar[Mapping[str, Record]] = {}
    edits: ClassVar[Mapping[str, Record]] = {}
    lookup_value_converter = "uuid"

    def list(self, request: Request) -> Response:
        pages = RecordPages()
        rows = pages.paginate_queryset(self.filtered(request), request, view=self) or []
        results = [represent(self.collection, row) for row in rows]
        return Response({"next": pages.get_next_link(), "results": results})

    def create(self, request: Request) -> Response:
        data = _body(request)
        record_id = _uuid(data.pop("id", None))
        known = self.rows(request).filter(id=record_id).exists()
        result = self.write(request, Change(self.collection, record_id, None, data=data))
        return self.answer(result, 200 if known else 201)

    def retrieve(self, request: Request, pk: UUID) -> Response:
        return Response(represent(self.collection, self.row(request, pk)))

    def partial_update(self, request: Request, pk: UUID) -> Response:
        row = self.row(request, pk)
        changes = _body(request)
        base = _revision(changes.pop("base_revision", None))
        changes.pop("id", None)
        data = {key: value for key, value in {**row.data, **changes}.items() if value is not None}
        return self.answer(self.write(request, Change(self.collection, pk, base, data=data)), 200)

    def destroy(self, request: Request, pk: UUID) -> Response:
        row = self.row(request, pk)
        result = self.write(request, Change(self.collection, pk, row.revision, deleted=True))
        return self.answer(result, 200) if result.status == "conflict" else Response(status=204)

    def rows(self, request: Request) -> QuerySet[Any]:
        return self.collection.model._default_manager.filter(account_id=account_id(request), deleted=False)

    def row(self, request: Request, pk: UUID) -> SyncedRecord:
        row: SyncedRecord | None = self.rows(request).filter(id=pk).first()
        if row is None:
            raise NotFound
        return row

    def filtered(self, request: Request) -> QuerySet[Any]:
        """Narrow by `since`, `until` (on the collection's own time) and `kind`, where it has them."""
        rows = self.rows(request)
        for name, lookup in self.moments().items():
            if value := request.query_params.get(name):
                rows = rows.filter(**{lookup: _moment(name, value)})
        if (kind := request.query_params.get("kind")) and "kind" in self.collection.columns:
            rows = rows.filter(kind=kind.replace("\x00", ""))
        return rows

    def moments(self) -> dict[str, str]:
        column = next((name for name in self.collection.columns if name in {"occurred_at", "started_at"}), None)
        return {"since": f"{column}__gte", "until": f"{column}__lt"} if column else {}

    def write(self, request: Request, change: Change) -> Result:
        try:
            _, (result,) = apply_changes(account_id=account_id(request), changes=[change], now=timezone.now())
        except RecordTooLargeError as error:
            raise TooLarge from error
        if result.status == "rejected":
            raise _invalid(result.answer["errors"])
        return result

    def answer(self, result: Result, status: int) -> Response:
        row = result.row
        if row is None:
            raise NotFound
        if result.status == "conflict":
            record = None if row.deleted else represent(self.collection, row)
            error = {"code": Stale.default_code, "detail": Stale.default_detail, "attr": None}
            return Response({"type": "client_error", "errors": [error], "record": record}, status=409)
        return Response(represent(self.collection, row), status=status)


def documented(view: type[RecordViewSet]) -> type[RecordViewSet]:
    """Describe a record view set in OpenAPI from its collection's Struct."""
    struct = view.collection.shape
    name = struct.__name__
    record = struct_serializer(struct, name, extra={"id": ID, "revision": REVISION})
    made = struct_serializer(struct, name, extra={"id": ID})
    patch = struct_serializer(struct, name, extra={"base_revision": REVISION}, required=("base_revision",))
    stale = OpenApiResponse(OpenApiTypes.OBJECT, description="Changed elsewhere since; carries the record.")
    sent, answered, edits, pages = _examples(view)
    return extend_schema_view(
        list=extend_schema(parameters=_filters(view), responses={200: page_serializer(name)}, examples=pages),
        create=extend_schema(
            request=made, responses={200: record, 201: record, 409: stale}, examples=[*sent, *answered]
        ),
        retrieve=extend_schema(responses=record, examples=answered),
        partial_update=extend_schema(request=patch, responses={200: record, 409: stale}, examples=edits),
        destroy=extend_schema(responses={204: None, 409: stale}),
    )(view)


def _filters(view: type[RecordViewSet]) -> list[OpenApiParameter]:
    cursor = OpenApiParameter("cursor", str, description="the place in the list, from `next`")
    column = view.moments(view()).get("since", "").partition("__")[0]
    moments = {
        "since": f"only records whose {column} is this or later, as 2026-11-23T20:30:00Z",
        "until": f"only records whose {column} is earlier than this, as 2026-11-30T20:30:00Z",
    }
    since = [OpenApiParameter(name, OpenApiTypes.DATETIME, description=text) for name, text in moments.items()]
    kinds = get_args(view.collection.shape.__annotations__.get("kind"))
    kind = [OpenApiParameter("kind", str, enum=kinds, description="only records of this kind")]
    return [cursor, *(since if column else []), *(kind if kinds else [])]


def _examples(view: type[RecordViewSet]) -> tuple[list[OpenApiExample], ...]:
    """Return what is sent to make a record, what is answered, what is sent to change one, and a page."""
    records, edits = view.examples.items(), view.edits.items()
    return (
        [OpenApiExample(name, {"id": AN_ID, **data}, request_only=True) for name, data in records],
        [OpenApiExample(name, _stored(data), response_only=True, status_codes=[200, 201]) for name, data in records],
        [OpenApiExample(name, {"base_revision": 1, **data}, request_only=True) for name, data in edits],
        [OpenApiExample("Page", {"next": None, "results": [_stored(data) for _, data in records]})] if records else [],
    )


def _stored(data: Record) -> Record:
    return {"id": AN_ID, "revision": 1, **data}


def _body(request: Request) -> dict[str, Any]:
    if isinstance(request.data, dict):
        return dict(request.data)
    raise ValidationError({"non_field_errors": ["The body has to be a JSON object."]})


def _uuid(value: object) -> UUID:
    if value is None:
        return uuid4()
    try:
        return UUID(value) if isinstance(value, str) else UUID(int=-1)
    except ValueError as error:
        raise ValidationError({"id": ["This is not a UUID."]}) from error


def _revision(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise ValidationError({"base_revision": ["The revision this change was made on is needed."]})


def _moment(name: str, value: str) -> datetime:
    try:
        moment = parse_datetime(value)
        if moment and moment.tzinfo:
            return utc(moment)
    except ValueError:
        pass
    raise ValidationError({name: ["This is not a time like 2026-11-23T20:30:00Z."]})


def _invalid(errors: list[dict[str, str | None]]) -> ValidationError:
    return ValidationError({error["attr"] or "non_field_errors": [error["detail"]] for error in errors})
