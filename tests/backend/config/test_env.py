"""What the environment may say, and the one sentence it gets otherwise."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from backend.config.env import Mail, mail


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("", Mail()),
        ("smtp://localhost", Mail("localhost", 25)),
        (
            "smtp+tls://thaw%40clinic:a%2Fb@mail.example.org",
            Mail("mail.example.org", 587, "thaw@clinic", "a/b", "smtp+tls"),
        ),
        ("smtps://u:p@mail.example.org:4650/", Mail("mail.example.org", 4650, "u", "p", "smtps")),
    ],
)
def test_a_mail_server_is_read(monkeypatch: pytest.MonkeyPatch, url: str, read: Mail) -> None:
    monkeypatch.setenv("EMAIL_URL", url)
    assert mail("EMAIL_URL") == read


@pytest.mark.parametrize(
    "url", ["mail.example.org", "http://u:secret@x", "smtp://u:secret@:25", "smtp://x:secret", "smtp://x/y"]
)
def test_an_unusable_mail_server_is_one_sentence_without_the_password(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("EMAIL_URL", url)
    with pytest.raises(ImproperlyConfigured, match=r"^EMAIL_URL has to look like") as told:
        mail("EMAIL_URL")
    assert "secret" not in str(told.value)
