"""All transports. An occurrence goes out by the first one that reaches the person; see README.md beside this file."""

from notifications.transports.email import reach as email_reach
from notifications.transports.email import send as email_send
from notifications.transports.email import words as email_words
from notifications.transports.shape import Transport
from notifications.transports.web_push import reach as push_reach
from notifications.transports.web_push import send as push_send
from notifications.transports.web_push import words as push_words

TRANSPORTS = (
    Transport("web_push", push_reach, push_send, push_words, replaces=True, at_once=100),
    Transport("email", email_reach, email_send, email_words, replaces=False, at_once=1),
)
