"""Helpers that read the pages of the admin."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

# What is said of a page that does not say whose it is, or not plainly.
UNMARKED = "This page does not say which university it belongs to. Nothing was saved; open it anew."


def page(name: str, *args: str) -> str:
    """Return the address of a page such as ``accounts_user_change``."""
    return reverse(f"admin:{name}", args=args)


def parsed(answer):
    """Return a page as a tree of elements."""
    return html.fromstring(answer.content.decode())


def words(element) -> str:
    """Return the text of an element, on one line."""
    return re.sub(r"\s+", " ", element.text_content()).strip()


@dataclass(frozen=True)
class Form:
    """A form of a page that is posted: its target, and its values as shown."""

    url: str
    values: dict[str, list[str]]


def forms(answer) -> list[Form]:
    """Return the forms of a page that are posted."""
    found = []
    for form in parsed(answer).xpath("//form"):
        if form.method == "POST":
            values: dict[str, list[str]] = {}
            for name, value in form.form_values():
                values.setdefault(name, []).append(value)
            found.append(Form(urljoin(answer.request["PATH_INFO"], form.action), values))
    return found


def listed(answer) -> list[list[str]]:
    """Return the rows of a list as texts."""
    assert answer.status_code == 200
    rows = parsed(answer).xpath("//table[@id='result_list']/tbody/tr[1]")
    return [[words(cell) for cell in row.xpath("./th | ./td") if words(cell)] for row in rows]


def told(answer) -> list[str]:
    """Return the messages for the operator after a redirect."""
    assert answer.status_code == 302, refused(answer)
    return [str(message) for message in get_messages(answer.wsgi_request)]


def refused(answer) -> dict[str, list[str]]:
    """Return the errors of a form by field; those about the whole form are under ``""``."""
    assert answer.status_code == 200
    context = answer.context_data
    form = context["adminform"].form if "adminform" in context else context["form"]
    return {"" if field == "__all__" else field: list(why) for field, why in form.errors.items()}


def of_another(now: str, whose: str) -> str:
    """Return the message for a page that belongs to another tenant than the current one."""
    return f"You work in {now} now; this page belongs to {whose}. Nothing was saved."


def turned_away(answer) -> str:
    """Return the reason why a request was refused: its page's tenant, or the lack of one."""
    assert answer.status_code == 409, answer
    (said,) = parsed(answer).xpath("//main//*[@role='alert']")
    return words(said)


def foretold(answer) -> list[str]:
    """Return the sentences in which a page says what its button will do."""
    return [words(item) for item in parsed(answer).xpath("//main//form//ul/li/span[last()]")]


def offered(answer, name: str) -> list[str]:
    """Return the choices of a form for a field."""
    form = answer.context_data["adminform"].form
    return [label for value, label in form.fields[name].choices if value]


def buttons(answer) -> list[str]:
    """Return the buttons for the row of a page, those in menus too."""
    return [
        button["title"]
        for entry in answer.context_data["actions_detail"]
        for button in entry.get("items", [entry])
    ]


def queries(client: Client, url: str) -> int:
    """Return the number of queries that a page costs."""
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)
