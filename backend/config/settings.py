"""All settings of Thaw, read from the environment only (names: README, .env.example)."""

import re
from pathlib import Path

import dj_database_url
import django_stubs_ext
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from backend.config import env, manifest

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = Path(env.text("DATA_DIR", str(BASE_DIR / ".data"))).resolve()
FRONTEND_DIST = Path(env.text("FRONTEND_DIST", str(BASE_DIR / "frontend" / "dist"))).resolve()

HOST = env.text("HOST", "127.0.0.1")
PORT = env.whole("PORT", 8000, low=1, high=env.HIGHEST_PORT)
SITE_URL = env.origin("SITE_URL", f"http://localhost:{PORT}")
SITE_HOST = SITE_URL.partition("://")[2].rsplit(":", 1)[0]
HTTPS = SITE_URL.startswith("https://")
TRUSTED_PROXIES = env.networks("TRUSTED_PROXIES")
WEB_CONCURRENCY = env.whole("WEB_CONCURRENCY", 2, low=1, high=256)

DEBUG = env.flag("DEBUG")
SECRET_KEY, SECRET_KEY_FALLBACKS = env.text("SECRET_KEY"), env.words("SECRET_KEY_FALLBACKS")
if not SECRET_KEY:
    message = "SECRET_KEY is missing: 'make run' makes one, elsewhere set it to a long random text."
    raise ImproperlyConfigured(message)
ALLOWED_HOSTS = [*env.words("ALLOWED_HOSTS"), "localhost", "127.0.0.1", "[::1]", SITE_HOST]

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "drf_standardized_errors",
    "csp",
    "pwa",
    "allauth.account",
    "allauth.mfa",
    "allauth.headless",
    "backend.core",
    "backend.accounts",
    "backend.exercises",
    "backend.support",
    "backend.checkins",
    "backend.vault",
    "backend.sync",
    "backend.config",
    "notifications",
]
MIDDLEWARE = [
    "backend.core.proxies.TrustedProxyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "backend.config.headers.PermissionsPolicyMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "backend.accounts.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "backend.config.urls"
WSGI_APPLICATION = "backend.config.wsgi.application"
APPEND_SLASH = False
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "backend" / "config" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASE_URL = env.url("DATABASE_URL", "postgresql:///thaw", ("postgres", "postgresql"))
try:
    DATABASES = {"default": dj_database_url.parse(DATABASE_URL)}
except ValueError as error:
    message = "DATABASE_URL can't be read; it has to look like postgresql://user:password@host:5432/thaw."
    raise ImproperlyConfigured(message) from error
DATABASES["default"]["OPTIONS"] = {
    **DATABASES["default"].get("OPTIONS", {}),
    "pool": {"min_size": 1, "max_size": 8, "timeout": 10},
}
# Else each pooled connection fails once after a restart of PostgreSQL.
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.url("REDIS_URL", "redis://127.0.0.1:6379/0", ("redis", "rediss", "unix"))
CACHES = {
    "default": {
        "BACKEND": "backend.core.cache.FailOpenRedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
}

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",  # operators, by name
    "allauth.account.auth_backends.AuthenticationBackend",  # people, by address
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_ENGINE = "backend.accounts.sessions"
SESSION_COOKIE_AGE = 400 * 24 * 3600
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "backend.config.pages.forgotten_token"
CSRF_TRUSTED_ORIGINS = [SITE_URL]

ACCOUNT_ADAPTER = "backend.accounts.adapter.AccountAdapter"
MFA_ADAPTER = "backend.accounts.adapter.MfaAdapter"
HEADLESS_ONLY, HEADLESS_CLIENTS = True, ("browser",)
HEADLESS_FRONTEND_URLS = dict.fromkeys(("account_signup", "account_reset_password"), SITE_URL)
ACCOUNT_USER_MODEL_USERNAME_FIELD = ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS, ACCOUNT_SIGNUP_FIELDS = {"email"}, ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_CHANGE_EMAIL = ACCOUNT_LOGIN_ON_PASSWORD_RESET = ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_RATE_LIMITS = {"request_login_code": "20/m/ip,3/m/key,10/h/key", "reset_password": "20/m/ip,3/m/key,10/h/key"}
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 8}
MFA_SUPPORTED_TYPES = ["totp", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER, MFA_TOTP_TOLERANCE = "Thaw", 1

SECURE_SSL_REDIRECT = False
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # the operator's other subdomains are not ours to decide about
    "security.W008",  # the proxy that ends TLS redirects
    "security.W021",  # as W005
]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
# Not "no-referrer": with it browsers send 'Origin: null' with a form, and signing in to the admin fails as CSRF.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        # The recording of nothing beside the sounds that are made on the phone (frontend/src/lib/audio/silence.ts).
        "media-src": ["blob:"],
        "worker-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [FRONTEND_DIST / "static"] if (FRONTEND_DIST / "static").is_dir() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/assets/.+[-.][A-Za-z0-9_-]{8,}\.\w+$"

PWA_SERVICE_WORKER_PATH = str(FRONTEND_DIST / "serviceworker.js")
PWA_APP_NAME = "Thaw"
PWA_APP_DESCRIPTION = "When feelings seem far away: notice what is there, and what isn't, a minute at a time."
PWA_APP_LANG = "en"
PWA_APP_DIR = "ltr"
PWA_APP_THEME_COLOR = PWA_APP_BACKGROUND_COLOR = "#FAF6F0"
PWA_APP_ICONS = manifest.ICONS
PWA_APP_SHORTCUTS = manifest.SHORTCUTS
PWA_APP_SCREENSHOTS = manifest.SCREENSHOTS

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["backend.accounts.authentication.DeviceSession"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["backend.core.json.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["backend.core.json.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "backend.core.schema.AutoSchema",
    "DEFAULT_THROTTLE_CLASSES": ["backend.core.throttles.AccountThrottle"],
    "DEFAULT_THROTTLE_RATES": {
        "account": "600/min",
        "open_account": "30/hour",
        "test_push": "6/min",
        "ask_mail": "5/hour",
        "ask_mail_day": "10/day",
    },
    "EXCEPTION_HANDLER": "drf_standardized_errors.handler.exception_handler",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Thaw",
    "DESCRIPTION": "Exercises, check-ins, sync and reminders. Passkeys, addresses, passwords and signing in with them: "
    "/_allauth/browser/v1/, as https://docs.allauth.org/en/latest/headless/ says, with the token of account/session/.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "POSTPROCESSING_HOOKS": [],
}

# Celery has names of its own for a socket and for the number of a database behind it.
BROKER_URL = re.sub(r"^unix://([^?]*)\?db=", r"redis+socket://\1?virtual_host=", REDIS_URL)
CELERY_BROKER_URL = env.text("CELERY_BROKER_URL", BROKER_URL.replace("unix://", "redis+socket://", 1))
TICK_SECONDS = env.whole("TICK_SECONDS", 10, low=1, high=3600)
VAPID_SUBJECT = env.text("VAPID_SUBJECT", "mailto:operator@localhost.localdomain")
VAPID_KEYS = env.text("VAPID_KEYS")
PUSH_EXTRA_HOSTS = env.host_ports("PUSH_EXTRA_HOSTS")
MAIL = env.mail("EMAIL_URL")
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.host, MAIL.port, MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.scheme == "smtp+tls", MAIL.scheme == "smtps"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("EMAIL_FROM", f"Thaw <thaw@{SITE_HOST}>")
