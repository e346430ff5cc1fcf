"""Two phones of one account."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.e2e.browser import Phone, controlled
from tests.e2e.steps import agree_to_sync


def pair(new_phone: Callable[..., Phone], **options: str) -> tuple[tuple[Phone, Page], tuple[Phone, Page]]:
    """Open two phones that sync with one account; the second is given the session of the first."""
    first = new_phone(**options)
    page = controlled(first.open())
    agree_to_sync(page, first.url)
    token = page.context.request.get(f"{first.url}/api/v1/account/").json()["csrf_token"]
    second = new_phone(extra_http_headers={"X-CSRFToken": token}, **options)
    other = controlled(second.open())
    other.context.add_cookies(
        [{"name": c["name"], "value": c["value"], "url": second.url} for c in page.context.cookies()]
    )
    agree_to_sync(other, second.url)
    return (first, page), (second, other)
