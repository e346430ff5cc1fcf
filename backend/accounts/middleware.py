"""Sessions that a late answer can't end."""

from django.contrib.sessions.middleware import SessionMiddleware as DjangoSessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers


class SessionMiddleware(DjangoSessionMiddleware):
    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Take the cookie back only from who ends a session now.

        Django takes it from everybody whose session it doesn't know. Of two requests on the way at once, one with an
        ended session and one that begins another, the first may be answered last: its answer took the new cookie.
        """
        session = request.session
        if session.is_empty() and not session.modified:
            if session.accessed:
                patch_vary_headers(response, ("Cookie",))
            return response
        return super().process_response(request, response)
