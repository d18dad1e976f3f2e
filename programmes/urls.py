from rest_framework.routers import SimpleRouter

from programmes.views import CaseStudyViewSet, ProgrammeViewSet

router = SimpleRouter(trailing_slash=False)
router.register("programmes", ProgrammeViewSet, basename="programme")
router.register("case-studies", CaseStudyViewSet, basename="case-study")

urlpatterns = router.urls
