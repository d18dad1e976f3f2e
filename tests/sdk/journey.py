"""The first steps of an integration, with the client that openapi-python-client makes.

Run as a program: ADDRESS E-MAIL PASSWORD TENANT SEARCH. Prints the entitlement of the student.
"""

import json
import sys

from command_center_client import AuthenticatedClient, Client
from command_center_client.api.attempts import attempts_grant_create
from command_center_client.api.auth import auth_login
from command_center_client.api.students import students_list, students_retrieve
from command_center_client.models import Error, GrantRequest, LoginRequest


def checked[T](answer: T | Error | None) -> T:
    """Return the answer; end the program when the request was refused."""
    if answer is None or isinstance(answer, Error):
        raise SystemExit(answer.error if answer else "An answer that is not documented.")
    return answer


def main(address: str, email: str, password: str, tenant_slug: str, search: str) -> None:
    """Sign in, look a student up, and grant an attempt at the first case study."""
    login = LoginRequest(email=email, password=password, tenant_slug=tenant_slug)
    anybody = Client(base_url=address, raise_on_unexpected_status=True)
    tokens = checked(auth_login.sync(client=anybody, body=login)).data

    client = AuthenticatedClient(
        base_url=address, token=tokens.access_token, raise_on_unexpected_status=True
    )
    page = checked(students_list.sync(client=client, search=search, limit=1))
    student = checked(students_retrieve.sync(page.data[0].user_id, client=client)).data
    card = student.case_study_details[0]

    grant = GrantRequest(
        user_id=student.user_id,
        case_study_id=card.case_study_id,
        amount=2,
        reason="Audio dropped",
    )
    granted = checked(
        attempts_grant_create.sync(client=client, body=grant, idempotency_key="journey-1")
    )
    entitlement = granted.data.to_dict()
    print(json.dumps({"found": page.total, "student": student.student_name} | entitlement))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
