"""Serializers of the students app."""

from students.serializers.students import (
    StudentCreateSerializer,
    StudentProfileSerializer,
    StudentRowSerializer,
)

__all__ = ["StudentCreateSerializer", "StudentProfileSerializer", "StudentRowSerializer"]
