"""Shapes of the students app's endpoints."""

from students.serializers.students import StudentProfileSerializer, StudentRowSerializer

__all__ = ["StudentProfileSerializer", "StudentRowSerializer"]
