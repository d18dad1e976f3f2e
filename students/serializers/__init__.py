"""Serializers of the students app."""

from students.serializers.students import StudentProfileSerializer, StudentRowSerializer

__all__ = ["StudentProfileSerializer", "StudentRowSerializer"]
