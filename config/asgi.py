"""The door for ASGI servers, granian above all."""

from config.wsgi import application as wsgi_application

from django.conf import settings  # isort: skip - the application has said which

from config.door import Door

application = Door(wsgi_application, settings.WEB_THREADS)
