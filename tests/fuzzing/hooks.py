"""The hooks that schemathesis loads beside the OpenAPI document: callers and checks."""

import atexit
import json
import os
from collections import Counter
from pathlib import Path

import django
import schemathesis

django.setup()

import tests.fuzzing.checks  # noqa: E402, F401 - registers its checks
from accounts.models import User  # noqa: E402
from accounts.services.sign_ins import open_sign_in  # noqa: E402

LEAVING = "^/v1/(auth/logout|users/me/sessions)"
INGEST = "^/v1/ingest/"

# Seconds; less than a token lives.
A_WHILE = 900

answers: Counter[str] = Counter()


class Person:
    """A caller with a new sign-in whenever a token is needed; anonymous, if none is named."""

    variable: str

    def get(self, case, context) -> str | None:
        who = os.environ.get(self.variable)
        return who and f"Bearer {open_sign_in(user=User.objects.get(pk=who)).access_token}"

    def set(self, case, authorization: str, context) -> None:
        case.headers["Authorization"] = authorization


@schemathesis.auth(refresh_interval=A_WHILE).skip_for(path_regex=f"{LEAVING}|{INGEST}")
class Caller(Person):
    variable = "FUZZ_CALLER"


@schemathesis.auth(refresh_interval=None).apply_to(path_regex=LEAVING)
class Leaver(Person):
    """Another caller for sign-outs and ends of sessions, which end sign-ins of the caller."""

    variable = "FUZZ_LEAVER"


@schemathesis.auth(refresh_interval=None).apply_to(path_regex=INGEST)
class LiveService:
    def get(self, case, context) -> str | None:
        return os.environ.get("FUZZ_SERVICE_KEY")

    def set(self, case, authorization: str, context) -> None:
        case.headers["Authorization"] = authorization


@schemathesis.serializer("application/x-ndjson")
def one_line(context, value) -> bytes:
    return json.dumps(value).encode() + b"\n"


@schemathesis.hook
def after_call(context, case, response) -> None:
    answers[f"{case.operation.label} {response.status_code}"] += 1


@atexit.register
def write_down() -> None:
    Path(os.environ["FUZZ_ANSWERS"]).write_text(json.dumps(answers))
