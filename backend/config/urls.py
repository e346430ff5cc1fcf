"""Every address of Thaw."""

from django.contrib import admin
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.permissions import AllowAny
from rest_framework.routers import SimpleRouter

from backend.checkins.api import CheckInViewSet, PracticeViewSet
from backend.config import health, pwa
from backend.sync.api import SyncView
from notifications import pages as mail_pages

router = SimpleRouter(use_regex_path=False)
router.register("check-ins", CheckInViewSet, basename="check-ins")
router.register("practices", PracticeViewSet, basename="practices")

api = [
    path("account/", include("backend.accounts.urls")),
    path("sync/", SyncView.as_view()),
    path("", include("backend.checkins.urls")),
    path("", include("backend.exercises.urls")),
    path("", include("backend.support.urls")),
    path("", include("notifications.urls")),
    *router.urls,
]

UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

# The phone's router has the same table; tests/contract/routes.json holds both to it.
screens = [
    path("", pwa.shell),
    path("check-ins", pwa.shell),
    path("check-ins/new", pwa.shell),
    path("check-ins/<uuid:id>", pwa.shell),
    re_path(rf"^check-ins/{UUID}/(?:world|energy|words|body|around|experiences|habits|note|belongs)$", pwa.shell),
    path("signals", pwa.shell),
    path("journey", pwa.shell),
    path("glimmer", pwa.shell),
    path("practise", pwa.shell),
    re_path(r"^practise/(?P<slug>[a-z0-9-]+)$", pwa.shell),
    re_path(r"^practise/(?P<slug>[a-z0-9-]+)/go$", pwa.shell),
    path("write", pwa.shell),
    path("write/<uuid:id>", pwa.shell),
    path("made", pwa.shell),
    path("made/<uuid:id>", pwa.shell),
    path("patterns", pwa.shell),
    re_path(r"^patterns/[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$", pwa.shell),
    path("support", pwa.shell),
    path("understand", pwa.shell),
    re_path(r"^understand/(?P<slug>[a-z0-9-]+)$", pwa.shell),
    path("reminders", pwa.shell),
    path("reminders/new", pwa.shell),
    path("reminders/reach", pwa.shell),
    path("reminders/<uuid:id>", pwa.shell),
    path("settings", pwa.shell),
    path("export", pwa.shell),
    path("import", pwa.shell),
    path("unsynced", pwa.shell),
    path("account", pwa.shell),
    path("sign-in", pwa.shell),
    path("privacy", pwa.shell),
    path("licences", pwa.shell),
    path("help", pwa.shell),
]
public = {"permission_classes": [AllowAny], "authentication_classes": [], "throttle_classes": []}
docs = {"template_name": "api_docs.html", "template_name_js": "api_docs.js"}

urlpatterns = [
    *screens,
    path("manifest.json", pwa.manifest),
    path("serviceworker.js", pwa.service_worker),
    path("", include("pwa.urls")),
    path("email/confirm/<str:token>/", mail_pages.confirm),
    path("email/unsubscribe/<str:token>/", mail_pages.unsubscribe),
    path("favicon.ico", RedirectView.as_view(url="/static/icons/favicon.ico")),
    path("api/v1/", include(api)),
    path("_allauth/browser/v1/", include("backend.accounts.allauth_urls")),
    path("api/schema/", SpectacularAPIView.as_view(**public), name="schema"),
    path("api/docs/", SpectacularSwaggerSplitView.as_view(**public, **docs), name="docs"),
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("metrics", health.metrics),
    path("admin/", admin.site.urls),
]

handler404 = "backend.config.pages.not_found"
handler500 = "backend.config.pages.server_error"
