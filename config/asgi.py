"""The entry point for ASGI servers: the application of ``config.wsgi`` in WEB_THREADS threads."""

from django.conf import settings

from config.runtime.door import Door
from config.wsgi import application as wsgi_application

application = Door(wsgi_application, settings.WEB_THREADS)
