"""Error envelopes to compare with."""


def refusal(error: str, code: str, details: dict | None = None) -> dict:
    return {"success": False, "error": error, "code": code, "details": details or {}}


def invalid(*problems: tuple[str, str]) -> dict:
    listed = [{"field": field, "message": message} for field, message in problems]
    return refusal("The request is not valid.", "VALIDATION_ERROR", {"errors": listed})


INTERNAL = refusal("Something went wrong on our side.", "INTERNAL_ERROR")
NOT_FOUND = refusal("Not found.", "NOT_FOUND")

# What REST framework says of single fields.
REQUIRED = "This field is required."
NULL = "This field may not be null."
BLANK = "This field may not be blank."
NO_TEXT = "Not a valid string."
NO_INTEGER = "A valid integer is required."
NO_BOOLEAN = "Must be a valid boolean."
NUL = "Null characters are not allowed."
ZERO = "U+0000 (a control character)"


def too_long(limit: int) -> str:
    return f"Ensure this field has no more than {limit} characters."


def throw(exception: Exception):
    raise exception


def unseen(place: int, character: str) -> str:
    """Return the refusal of a character that nobody sees, such as ZERO."""
    return f"Take out the character at position {place}, which nobody sees: {character}."
