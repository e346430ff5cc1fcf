"""The operator's view: what became of each occurrence, without what it was about, and how the whole is doing."""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from notifications.models import Delivery, MailAddress, PushSubscription, Vendor
from notifications.services.overview import overview


class ReadOnlyAdmin(admin.ModelAdmin[Model]):
    show_full_result_count = False

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _row: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _row: Model | None = None) -> bool:
        return False


@admin.register(Delivery)
class DeliveryAdmin(ReadOnlyAdmin):
    list_display = ("id", "local_date", "slot", "due_at", "state", "reason", "transport", "attempts", "sent_at")
    list_filter = ("state", "reason", "transport")
    ordering = ("-due_at",)
    change_list_template = "notifications/deliveries.html"

    def get_urls(self) -> list[URLPattern]:
        own = path("overview/", self.admin_site.admin_view(self.overview), name="notifications_overview")
        return [own, *super().get_urls()]

    def overview(self, request: HttpRequest) -> HttpResponse:
        context = {**self.admin_site.each_context(request), "title": "Reminders now", "is": overview(timezone.now())}
        return TemplateResponse(request, "notifications/overview.html", context)


@admin.register(PushSubscription)
class PushSubscriptionAdmin(ReadOnlyAdmin):
    """Without the endpoint: whoever has it may send to the phone."""

    list_display = ("id", "origin", "created_at", "last_accepted_at", "retired_at", "retired_reason")
    list_filter = ("origin", "retired_reason")
    fields = ("id", "origin", "key_id", "created_at", "last_accepted_at", "retired_at", "retired_reason")


@admin.register(MailAddress)
class MailAddressAdmin(ReadOnlyAdmin):
    """Without the address: it is the nearest thing to a name that a person gives us."""

    list_display = ("id", "created_at", "confirmed_at", "last_accepted_at", "retired_at", "retired_reason")
    list_filter = ("retired_reason",)
    fields = ("id", "created_at", "ask_at", "confirmed_at", "last_accepted_at", "retired_at", "retired_reason")


@admin.register(Vendor)
class VendorAdmin(ReadOnlyAdmin):
    list_display = ("origin", "reason", "resting_until", "failures", "refusals", "rests")
