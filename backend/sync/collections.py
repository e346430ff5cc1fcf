"""THE table: everything that leaves the phone, by name. What is not here is not synced."""

from backend.accounts.collections import SETTINGS
from backend.checkins.collections import CHECK_INS, PRACTICES
from backend.core.records import Collection
from backend.vault.collections import SEALED
from notifications.collections import REMINDERS

COLLECTIONS: dict[str, Collection] = {
    collection.name: collection for collection in (CHECK_INS, PRACTICES, REMINDERS, SETTINGS, SEALED)
}
