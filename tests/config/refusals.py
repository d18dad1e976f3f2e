"""Error envelopes to compare with."""


def refusal(error: str, code: str, details: dict | None = None) -> dict:
    return {"success": False, "error": error, "code": code, "details": details or {}}


def invalid(*problems: tuple[str, str]) -> dict:
    listed = [{"field": field, "message": message} for field, message in problems]
    return refusal("The request is not valid.", "VALIDATION_ERROR", {"errors": listed})


INTERNAL = refusal("Something went wrong on our side.", "INTERNAL_ERROR")
NOT_FOUND = refusal("Not found.", "NOT_FOUND")


def throw(exception: Exception):
    raise exception
