"""Whatever arrives, within the schema or beside it, is never answered with a 500."""

from typing import Any

import schemathesis
from django.core.cache import cache
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig

from backend.config.wsgi import application
from tests.clients import Phone

CONFIG = SchemathesisConfig.from_dict({"generation": {"allow-x00": True}})
schema = schemathesis.openapi.from_wsgi("/api/schema/", application, config=CONFIG)


@schema.parametrize()
@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_request_breaks_the_server(case: schemathesis.Case[Any], transactional_db: None) -> None:
    cache.clear()
    phone = Phone().open_account()
    session = phone.http.cookies["sessionid"].value
    headers = {"X-CSRFToken": phone.account["csrf_token"], "Accept": "application/json"}
    answer = case.call(cookies={"sessionid": session}, headers=headers)
    case.validate_response(answer, checks=[not_a_server_error])
