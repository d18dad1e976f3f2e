"""Where the CAS server answers, and the page that stands in for the university's front end."""

from django.http import HttpResponse
from django.urls import include, path
from front_end import PAGE

urlpatterns = [
    path("cas/", include("cas_server.urls", namespace="cas_server")),
    path("front-end", lambda request: HttpResponse(PAGE)),
]
