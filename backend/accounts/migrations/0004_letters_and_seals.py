from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

from backend.accounts.services.sealing import seal


def seal_secrets(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    for app in apps.get_model("mfa", "Authenticator").objects.filter(type="totp"):
        app.data = {**app.data, "secret": seal(app.data["secret"])}
        app.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_setting_without_account_index"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="of_use_until",
            field=models.DateTimeField(default=timezone.now),
            preserve_default=False,
        ),
        migrations.RunPython(seal_secrets),
    ]
