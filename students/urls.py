from django.urls import path, re_path
from rest_framework.routers import SimpleRouter

from config.ids import ID_REGEX
from students import views

router = SimpleRouter(trailing_slash=False)
router.register("students", views.StudentViewSet, basename="student")
router.register("students", views.ErasureViewSet, basename="erasure")
router.register("attempts/transactions", views.TransactionViewSet, basename="transaction")
router.register("attempts/jobs", views.JobHistoryViewSet, basename="job")
router.register("attempts", views.AttemptViewSet, basename="attempt")
router.register("student-performance/attempts", views.SessionViewSet, basename="session")
router.register("student-performance", views.PerformanceViewSet, basename="student-performance")
router.register("roster-imports", views.RosterImportViewSet, basename="roster-import")
router.register("tenants", views.AllowanceViewSet, basename="allowance")
router.register("users", views.ReturnViewSet, basename="return")
router.register("students", views.PersonalDataViewSet, basename="personal-data")

# Under /v1/console, for users.
urlpatterns = [
    *router.urls,
    path("dashboard", views.DashboardViewSet.as_view({"get": "retrieve"})),
    re_path(
        rf"^tenants/(?P<tenant_id>{ID_REGEX})/access$",
        views.AccessViewSet.as_view({"get": "retrieve"}),
    ),
]

session = rf"^sessions/(?P<session_id>{ID_REGEX})"

# Under /v1/ingest, for the live service.
ingest = [
    path("sessions/bulk", views.BulkReportView.as_view()),
    re_path(rf"{session}$", views.SessionReportView.as_view()),
    re_path(rf"{session}/transcript$", views.TranscriptReportView.as_view()),
    re_path(rf"{session}/grade$", views.GradeReportView.as_view()),
]
