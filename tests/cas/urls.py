"""The addresses of the CAS server, and of the page in the place of the university's front end."""

from django.http import HttpResponse
from django.urls import include, path
from front_end import PAGE

urlpatterns = [
    path("cas/", include("cas_server.urls", namespace="cas_server")),
    path("front-end", lambda request: HttpResponse(PAGE)),
]
