"""Whatever arrives at allauth's paths is never answered with a 500, by a stranger or with a device."""

import json
from collections.abc import Callable

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from backend.accounts.allauth_urls import urlpatterns
from tests.backend.accounts.people import ALLAUTH, Person

FIELDS = ("email", "password", "new_password", "current_password", "code", "key", "credential", "name", "id",
          "authenticators", "passwordless")  # fmt: skip
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=12),
    st.sampled_from(["\x00", "anna@example.org", "a\x00@example.org", "\N{SNOWMAN}", "\ud800", "0" * 300, "12345678"]),
)
CREDENTIAL = st.fixed_dictionaries(
    {},
    optional={
        "id": ODD | st.just("AAAA"),
        "rawId": ODD | st.just("AAAA"),
        "type": ODD | st.just("public-key"),
        "clientExtensionResults": ODD | st.just({}),
        "authenticatorAttachment": ODD,
        "response": ODD
        | st.dictionaries(
            st.sampled_from(["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]),
            ODD | st.sampled_from(["e30", "bnVsbA", "oA"]),
        ),
    },
)
ANY = st.recursive(
    ODD | CREDENTIAL, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner)
)
BODY = st.dictionaries(st.sampled_from(FIELDS), ANY, max_size=6)
PATHS = sorted(str(one.pattern) for one in urlpatterns)
METHODS = ("get", "post", "put", "patch", "delete")


@pytest.fixture
def callers(anna: Person, code: Callable[[], str]) -> list[Person]:
    """Return a stranger, one in the middle of signing in, and Anna."""
    anna.give_address("anna@example.org", code)
    anna.make_totp()
    stranger, halfway = Person(), Person()
    halfway.sign_in_by_mail("anna@example.org", code, expect=401)
    return [stranger, halfway, anna]


@pytest.mark.parametrize("path", PATHS)
@given(st.data())
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_body_breaks_the_server(callers: list[Person], path: str, data: st.DataObject) -> None:
    cache.clear()
    caller, method = data.draw(st.sampled_from(callers)), data.draw(st.sampled_from(METHODS))
    caller.token()
    if "webauthn" in path and method == "post":
        caller.http.get(f"{ALLAUTH}{path}")
    body = data.draw(st.one_of(BODY.map(json.dumps), st.sampled_from(["", "[]", "{", "null", '"a"', "\xff"])))
    caller.http.raise_request_exception = False
    answer = caller.http.generic(method.upper(), f"{ALLAUTH}{path}", body, content_type="application/json")
    assert answer.status_code < 500, (method, path, body)
