"""The door for WSGI servers."""

import os

from django.core.wsgi import get_wsgi_application

from config.bodies import measuring_bodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
# A server keeps its connections to the database; a command opens one and is done.
os.environ.setdefault("DATABASE_POOL_SIZE", "8")

application = measuring_bodies(get_wsgi_application())
