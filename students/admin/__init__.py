"""Students and what they did, in the operators' panel."""

from students.admin import imports

__all__ = ["imports"]
