"""The pages that links in mails open, on any device: without a session, a script, or a word about anybody.

What looks at links before a person does must not answer for them: only the button does, or a mail program's own
'unsubscribe', which posts (RFC 8058). The signed link is the whole authority, so there is nothing to forge.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from notifications.services import mailboxes
from notifications.transports.email.links import confirmed_key, stopped_key

page = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@csrf_exempt
@page
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    if confirmed_key(token) is None:
        return render(request, "email/too_old.html", status=404)
    if request.method == "POST":
        done = mailboxes.confirm(token, timezone.now())
        return render(request, "email/confirmed.html" if done else "email/too_old.html", status=200 if done else 404)
    return render(request, "email/confirm.html")


@never_cache
@csrf_exempt
@page
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    if stopped_key(token) is None:
        raise Http404
    if request.method == "POST":
        mailboxes.stop(token, timezone.now())
        return render(request, "email/stopped.html")
    return render(request, "email/stop.html")
