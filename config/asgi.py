"""The door for ASGI servers: what ``config.wsgi`` opens, with WEB_THREADS threads behind it."""

from django.conf import settings

from config.runtime.door import Door
from config.wsgi import application as wsgi_application

application = Door(wsgi_application, settings.WEB_THREADS)
