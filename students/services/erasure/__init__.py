"""The erasure of one student: what names them goes, numbers stay under a pseudonym (§18)."""

from students.services.erasure.erasing import Erased, erase_student, erased_people, repeat_erasure

__all__ = ["Erased", "erase_student", "erased_people", "repeat_erasure"]
