from django.urls import path, re_path
from rest_framework.routers import SimpleRouter

from config.ids import ID_REGEX
from students import views

router = SimpleRouter(trailing_slash=False)
router.register("students", views.StudentViewSet, basename="student")
router.register("attempts", views.AttemptViewSet, basename="attempt")
router.register("student-performance", views.PerformanceViewSet, basename="student-performance")
router.register("users", views.ReturnViewSet, basename="return")

# Under /v1/console, for users.
urlpatterns = router.urls

session = rf"^sessions/(?P<session_id>{ID_REGEX})"

# Under /v1/ingest, for the live service.
ingest = [
    path("sessions/bulk", views.BulkReportView.as_view()),
    re_path(rf"{session}$", views.SessionReportView.as_view()),
    re_path(rf"{session}/transcript$", views.TranscriptReportView.as_view()),
    re_path(rf"{session}/grade$", views.GradeReportView.as_view()),
]
