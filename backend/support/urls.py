from django.urls import path

from backend.support.api import CrisisLineListView, ModalityListView, UnderstandingCardListView

urlpatterns = [
    path("support/lines/", CrisisLineListView.as_view(), name="crisis-lines"),
    path("support/modalities/", ModalityListView.as_view(), name="modalities"),
    path("support/understanding/", UnderstandingCardListView.as_view(), name="understanding"),
]
