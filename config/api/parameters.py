"""Reading query parameters that are no filters. A blank one counts as absent; a bad one is 422."""

from collections.abc import Mapping

from config.errors import InvalidInput

_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


def read_boolean(params: Mapping[str, str], name: str, *, default: bool) -> bool:
    """Return a boolean parameter; raises InvalidInput for anything but true, false, 1 and 0."""
    text = params.get(name, "").strip().lower()
    if not text:
        return default
    if text not in _BOOLEANS:
        raise InvalidInput([(name, "Give true or false.")])
    return _BOOLEANS[text]
