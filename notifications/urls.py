"""Reminders, push and e-mail under /api/v1/."""

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from notifications import api, mail_api

router = SimpleRouter(use_regex_path=False)
router.register("reminders", api.ReminderViewSet, basename="reminders")

urlpatterns = [
    path("", include(router.urls)),
    path("reminders/<uuid:pk>/responses/", api.ResponseView.as_view()),
    path("push/key/", api.PushKeyView.as_view()),
    path("push/subscriptions/", api.SubscriptionListView.as_view()),
    path("push/subscriptions/<uuid:pk>/", api.SubscriptionView.as_view()),
    path("push/test/", api.TestPushView.as_view()),
    path("email/", mail_api.EmailView.as_view()),
]
