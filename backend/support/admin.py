"""Where an operator confirms a crisis line. Django's own log keeps which login did what."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from backend.support.crisis_lines import crisis_lines
from backend.support.models import LineConfirmation


def _choices() -> list[tuple[str, str]]:
    lines = [line for country in crisis_lines().countries.values() for line in country["lines"]]
    return [(line["key"], f"{line['key']} {line.get('service_name', '')}".strip()) for line in lines]


@admin.register(LineConfirmation)
class LineConfirmationAdmin(admin.ModelAdmin[LineConfirmation]):
    list_display = ("line", "confirmed_by", "confirmed_at", "note")
    search_fields = ("line", "confirmed_by")
    ordering = ("line",)
    fields = ("line", "confirmed_by", "note", "confirmed_at")

    def get_readonly_fields(self, _request: HttpRequest, row: LineConfirmation | None = None) -> tuple[str, ...]:
        return ("line", "confirmed_at") if row else ("confirmed_at",)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        if db_field.name == "line":
            return forms.ChoiceField(choices=_choices, help_text=db_field.help_text)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, _request: HttpRequest, row: LineConfirmation, _form: Any, _change: bool) -> None:  # noqa: FBT001 - Django's own signature
        row.confirmed_at = timezone.now()
        row.save()
