"""Operators see that accounts exist, never what they hold."""

from django.contrib import admin

from backend.accounts.models import Account


@admin.register(Account)
class AccountAdmin(admin.ModelAdmin[Account]):
    list_display = ("id", "login", "is_staff", "created_at")
    list_filter = ("is_staff",)
    fields = ("login", "is_staff", "is_active", "locale", "time_zone")
