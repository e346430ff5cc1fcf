"""What an operator vouches for. The lines themselves are files: content/lines/."""

from django.db import models


class LineConfirmation(models.Model):
    """Someone who runs this server has looked at the provider's own word for a crisis line."""

    line = models.CharField(max_length=32, unique=True, help_text="country and number, e.g. DE:116123")
    confirmed_by = models.CharField(max_length=120, help_text="who looked")
    confirmed_at = models.DateTimeField(help_text="when")
    note = models.TextField(max_length=500, blank=True, help_text="where they looked, what it says")

    def __str__(self) -> str:
        return self.line
