from django.urls import path

from backend.checkins.api import VocabularyView

urlpatterns = [
    path("vocabulary/", VocabularyView.as_view(), name="vocabulary"),
]
