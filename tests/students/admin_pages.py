"""Reading pages of the admin."""

import re
from html import unescape
from urllib.parse import urlencode

from django.urls import reverse

_LINE = re.compile(r"<tr class=\"data-row.*?</tr>", re.DOTALL)


def text(answer, status: int = 200) -> str:
    """Return the text of a page, without its markup."""
    assert answer.status_code == status, answer
    return plain(answer.content.decode())


def plain(html: str) -> str:
    html = re.sub(r"<(script|style|template)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def rows(answer) -> list[str]:
    """Return the texts of the lines of a list."""
    assert answer.status_code == 200, answer
    return [plain(line) for line in _LINE.findall(answer.content.decode())]


def messages(answer) -> list[str]:
    """Return the messages for the operator on the page that an answer led to."""
    return [str(message) for message in answer.context["messages"]]


def url(name: str, *args: str, **query: str) -> str:
    address = reverse(f"admin:students_{name}", args=args)
    return f"{address}?{urlencode(query)}" if query else address


def hidden(answer) -> dict[str, list[str]]:
    """Return the hidden values of a form."""
    found: dict[str, list[str]] = {}
    for tag in re.findall(r'<input type="hidden"[^>]*>', answer.content.decode()):
        name, value = (re.search(rf'{part}="([^"]*)"', tag) for part in ("name", "value"))
        if value:
            found.setdefault(name[1], []).append(unescape(value[1]))
    return found


def key(answer) -> str:
    """Return the key that a preview's button confirms with."""
    found = re.search(r'name="idempotency_key" value="(\w+)"', answer.content.decode())
    assert found, "there is nothing to confirm"
    return found[1]
