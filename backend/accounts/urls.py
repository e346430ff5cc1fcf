"""The account under /api/v1/account/. Answers hold tokens and codes, so nobody on the way keeps them."""

from django.urls import path
from django.views.decorators.cache import never_cache

from backend.accounts.api.account import AccountView
from backend.accounts.api.devices import DeviceListView, DeviceView
from backend.accounts.api.merging import MergedView, MergeView
from backend.accounts.api.recovery import RecoverView, RecoveryCodesView
from backend.accounts.api.session import LogOutView, SessionView

urlpatterns = [
    path("", never_cache(AccountView.as_view())),
    path("session/", never_cache(SessionView.as_view())),
    path("log-out/", never_cache(LogOutView.as_view())),
    path("recovery-codes/", never_cache(RecoveryCodesView.as_view())),
    path("recover/", never_cache(RecoverView.as_view())),
    path("merge/", never_cache(MergeView.as_view())),
    path("merged/", never_cache(MergedView.as_view())),
    path("devices/", never_cache(DeviceListView.as_view())),
    path("devices/<uuid:device_id>/", never_cache(DeviceView.as_view())),
]
