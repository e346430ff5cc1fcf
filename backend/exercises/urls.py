from django.urls import path

from backend.exercises.api import ExerciseListView, ExerciseView

urlpatterns = [
    path("exercises/", ExerciseListView.as_view(), name="exercises"),
    path("exercises/<str:slug>/", ExerciseView.as_view(), name="exercise"),
]
