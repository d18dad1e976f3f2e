"""Small views for behaviour that no real view has; the URL configuration of some tests."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.urls import include, path
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.routers import SimpleRouter
from rest_framework.views import APIView

from config.api.permissions import HasModulePermission, IsSignedIn
from config.api.views import EnvelopeView
from config.api.viewsets import ConsoleViewSet, ListMixin, RetrieveMixin
from config.permissions import Action, Module
from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as real_urlpatterns
from students.models import Student
from tests.factories import TenantFactory

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


class OpenView(EnvelopeView):
    authentication_classes = ()
    permission_classes = ()


class MemberSerializer(serializers.Serializer):
    name = serializers.CharField(max_length=10)


class OrderSerializer(serializers.Serializer):
    """One field of each form that an error can take."""

    title = serializers.CharField(max_length=10, required=False)
    address = MemberSerializer(required=False)
    members = MemberSerializer(many=True, required=False)
    user_ids = serializers.ListField(child=serializers.IntegerField(), required=False)
    extra = serializers.JSONField(required=False)

    def validate(self, data):
        if data.get("title") == "clash":
            raise serializers.ValidationError("The two do not go together.")
        return data


class EchoView(OpenView):
    """Answers what it understood."""

    serializer_class = OrderSerializer

    def post(self, request):
        return self.respond(self.validated_body())


class FaultView(OpenView):
    """Does what the test put into ``fault``."""

    fault: Callable[[], object] = staticmethod(lambda: None)

    def get(self, request):
        return self.respond(type(self).fault())


class HalfWriteView(FaultView):
    """Writes, then does what the test put into ``fault``; with no transaction of its own."""

    def post(self, request):
        TenantFactory(slug="half-done")
        return self.respond(type(self).fault(), "Probe written successfully")


class ServiceWriteView(HalfWriteView):
    """The same inside one transaction, as every service does it."""

    @transaction.atomic
    def _write(self):
        TenantFactory(slug="half-done")
        return type(self).fault()

    def post(self, request):
        return self.respond(self._write(), "Probe written successfully")


class SignedInView(EnvelopeView):
    permission_classes = (IsSignedIn,)

    def get(self, request):
        return self.respond(request.user.pk)


class UndeclaredView(APIView):
    """Says nothing about who may call it."""

    def get(self, request):
        return HttpResponse("open")


class PanelViewSet(ListMixin, RetrieveMixin, ConsoleViewSet):
    """Standard and custom actions, one of them mapped to nothing."""

    permission_module = Module.USER_MANAGEMENT
    queryset = Student.objects.all()
    lookup_url_kwarg = "user_id"

    def list(self, request):
        return self.respond("list")

    def retrieve(self, request, user_id):
        return self.respond(self.get_object().pk)

    def create(self, request):
        return self.respond("create", "Probe created successfully", status=201)

    def partial_update(self, request, user_id):
        return self.respond("partial_update")

    def destroy(self, request, user_id):
        return self.respond("destroy")

    @action(detail=False)
    def export(self, request):
        return self.respond("export")

    @action(detail=False, methods=["post"], requires=Action.EDIT)
    def refresh(self, request):
        return self.respond("refresh")

    @action(detail=False, methods=["post"])
    def forgotten(self, request):
        return self.respond("forgotten")


class ModulelessViewSet(RetrieveMixin, ConsoleViewSet):
    def list(self, request):
        return self.respond("moduleless")


class SharedViewSet(ConsoleViewSet):
    """Actions that other flags open too; one that nobody mapped stays closed to them."""

    permission_module = Module.ROLE_MANAGEMENT
    permission_alternatives = {
        "list": [(Module.FEEDBACK, Action.VIEW), (Module.PROGRAMMES, Action.EDIT)],
        "forgotten": [(Module.FEEDBACK, Action.VIEW)],
    }

    def list(self, request):
        return self.respond("list")

    def create(self, request):
        return self.respond("create")

    @action(detail=False)
    def forgotten(self, request):
        return self.respond("forgotten")


class OpenedViewSet(PanelViewSet):
    permission_classes = ()


class OpenedActionViewSet(ConsoleViewSet):
    permission_module = Module.USER_MANAGEMENT

    @action(detail=False, permission_classes=[])
    def opened(self, request):
        return self.respond("opened")


class PlainOpenView(APIView):
    permission_classes = ()

    def get(self, request):
        return HttpResponse("open")


class PlainModuleView(APIView):
    permission_classes = (HasModulePermission,)
    permission_module = Module.USER_MANAGEMENT

    def get(self, request):
        return HttpResponse("open")


def html_fault(request):
    raise RuntimeError("the cellar key hangs behind the door")


def html_refusal(request):
    raise PermissionDenied("for your eyes only")


router = SimpleRouter(trailing_slash=False)
router.register("panel", PanelViewSet, basename="panel")
router.register("shared", SharedViewSet, basename="shared")
router.register("moduleless", ModulelessViewSet, basename="moduleless")

probes = [
    path("probe/echo", EchoView.as_view()),
    path("probe/fault", FaultView.as_view()),
    path("probe/half-write", HalfWriteView.as_view()),
    path("probe/service-write", ServiceWriteView.as_view()),
    path("probe/signed-in", SignedInView.as_view()),
    path("probe/undeclared", UndeclaredView.as_view()),
    path("probe/outside-drf", html_fault),
    path("probe/refused-outside-drf", html_refusal),
    path("console/", include(router.urls)),
]

urlpatterns = [
    path("v1/", include(probes)),
    path("html-fault", html_fault),
    path("html-refusal", html_refusal),
    *real_urlpatterns,
]
