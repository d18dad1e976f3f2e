"""The views of uploaded rosters (contract §17)."""

from django.conf import settings
from django.db.models import F
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import BaseParser

from config.api.filters import FilterBackend
from config.api.limits import limited
from config.api.permissions import STANDARD_ACTIONS
from config.api.preconditions import tagged
from config.api.schema import errors
from config.api.uploads import FormParser, read_form
from config.api.viewsets import DestroyMixin, ListMixin, RetrieveMixin
from config.errors import Conflict
from config.permissions import Action, Module
from students.filtersets import RosterImportFilterSet
from students.models import ImportSource, RosterImport
from students.models.imports import FILES
from students.queries.histories import events_of_import
from students.serializers.imports import (
    RosterConfirmSerializer,
    RosterImportRowSerializer,
    RosterImportSerializer,
    RosterRecheckSerializer,
    RosterUploadSerializer,
)
from students.services.roster import uploads
from tenants.views import HistoryMixin

# What is changed: people are added, and others changed.
_TO_EDIT_TOO = ((Module.USER_MANAGEMENT, Action.EDIT),)
_OR_TO_EDIT = ((Module.USER_MANAGEMENT, Action.EDIT),)

# Two files, and the rest of the form.
_MOST_BYTES = 2 * uploads.MAX_BYTES + settings.DATA_UPLOAD_MAX_MEMORY_SIZE


class RosterImportViewSet(ListMixin, RetrieveMixin, DestroyMixin, HistoryMixin):
    """Uploaded rosters: checked by the worker, confirmed with the plan's hash, imported."""

    permission_module = Module.USER_MANAGEMENT
    permission_actions = STANDARD_ACTIONS | {"destroy": Action.CREATE}
    permission_additions = dict.fromkeys(("create", "confirm", "recheck", "destroy"), _TO_EDIT_TOO)
    permission_alternatives = dict.fromkeys(("list", "retrieve", "history"), _OR_TO_EDIT)
    queryset = RosterImport.objects.all()
    serializer_class = RosterImportSerializer
    row_serializer_class = RosterImportRowSerializer
    filter_backends = (FilterBackend,)
    filterset_class = RosterImportFilterSet
    lookup_url_kwarg = "import_id"
    noun = "Roster import"
    deletes_softly = True

    def get_parsers(self) -> list[BaseParser]:
        """Return what reads a body: an upload is a form, and nothing else is."""
        method = self.request.method.lower() if self.request else ""
        is_upload = self.action_map.get(method) == "create"
        return [FormParser()] if is_upload else super().get_parsers()

    def get_queryset(self):
        return super().get_queryset().defer(*FILES)

    def page_rows(self, window):
        if self.action != "list":
            return window
        return window.defer(*FILES, "report").annotate(figures=F("report__counts"))

    def events_of(self, row):
        return events_of_import(row)

    def list(self, request, *args, **kwargs):
        """The uploads of the tenant, newest first, those of the admin's page among them."""
        return super().list(request, *args, **kwargs)

    @tagged
    def retrieve(self, request, *args, **kwargs):
        """One upload: what was understood, and what its plan does."""
        return super().retrieve(request, *args, **kwargs)

    @limited("upload")
    @errors("400", "404", "409")
    @extend_schema(
        request={FormParser.media_type: RosterUploadSerializer},
        responses={202: RosterImportSerializer},
    )
    def create(self, request, *args, **kwargs):
        """Upload a roster, and have its check begin; nothing is imported before it is confirmed.

        At most 64 MiB a file. Ask for the job until its status is no more ``checking``.
        """
        values = read_form(request, RosterUploadSerializer, most_bytes=_MOST_BYTES)
        row = uploads.upload_roster(
            actor=request.user,
            tenant=self.tenant,
            source=ImportSource.API,
            people=values.pop("file"),
            companion=values.pop("enrolments"),
            **values,
        )
        return self.respond_row(row, "Roster import accepted", status=202)

    @errors("409")
    @extend_schema(request=RosterConfirmSerializer, responses={202: RosterImportSerializer})
    @action(detail=True, methods=["post"], requires=Action.CREATE)
    def confirm(self, request, *args, **kwargs):
        """Have the very plan imported that ``plan_hash`` names.

        Where the plan is another one by now, that is 409, with the job and its new plan in
        ``details``.
        """
        plan_hash = self.validated_body(RosterConfirmSerializer)["plan_hash"]
        try:
            row = uploads.confirm_import(
                actor=request.user, row=self.get_object(), plan_hash=plan_hash
            )
        except uploads.ImportChanged as changed:
            raise Conflict(changed.message, RosterImportSerializer(changed.row).data) from changed
        return self.respond_row(row, "Roster import confirmed successfully", status=202)

    @errors("409")
    @extend_schema(request=RosterRecheckSerializer, responses={202: RosterImportSerializer})
    @action(detail=True, methods=["post"], requires=Action.CREATE)
    def recheck(self, request, *args, **kwargs):
        """Have a refused roster checked again, with its ``remedy``: nobody uploads it again.

        Its bad rows are left out, or the limit is another one. The files of a roster that was
        refused for good are gone (409).
        """
        values = self.validated_body(RosterRecheckSerializer)
        row = uploads.recheck_import(actor=request.user, row=self.get_object(), **values)
        return self.respond_row(row, "Roster import accepted", status=202)

    @errors("409")
    def delete_row(self, *, actor, row) -> RosterImport:
        """Discard an upload: its files are forgotten, and nobody's data change."""
        return uploads.discard_import(actor=actor, row=row)
