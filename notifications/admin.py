"""The operator's view: what became of each occurrence, without what it was about."""

from django.contrib import admin
from django.http import HttpRequest

from notifications.models import Delivery


@admin.register(Delivery)
class DeliveryAdmin(admin.ModelAdmin[Delivery]):
    list_display = ("id", "local_date", "slot", "due_at", "state", "reason", "attempts", "sent_at")
    list_filter = ("state", "reason")
    ordering = ("-due_at",)
    show_full_result_count = False

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _row: Delivery | None = None) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _row: Delivery | None = None) -> bool:
        return False
