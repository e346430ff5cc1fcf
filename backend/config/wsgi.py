"""The web application."""

import os

from django.core.wsgi import get_wsgi_application

from backend.config import collector

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
application = get_wsgi_application()
collector.settle()
