"""Shapes of the students app's endpoints."""

from students.serializers.panel import StudentProfileSerializer, StudentRowSerializer

__all__ = ["StudentProfileSerializer", "StudentRowSerializer"]
