from rest_framework.routers import SimpleRouter

from students.views import StudentViewSet

router = SimpleRouter(trailing_slash=False)
router.register("students", StudentViewSet, basename="student")

urlpatterns = router.urls
