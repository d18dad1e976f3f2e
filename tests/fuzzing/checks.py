"""The cases in which we read requests differently from what schemathesis can know.

Both checks are its own, with exceptions that each have a reason; there are no other exceptions.
"""

from urllib.parse import parse_qsl, urlsplit

import schemathesis
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from config.text import folded

# What a body or parameter of the right shape is still refused for, with 422: the OpenAPI document
# cannot say these rules. (A rule that needs our data is a 400, and expected everywhere.)
BEYOND_SHAPE = {
    "Null characters are not allowed.": "PostgreSQL keeps none, in any text",
    "Give a text of at most 500 characters, none of them null.": "likewise, in a search",
    "This field may not be blank.": "texts are trimmed before they are measured",
    "The start lies after the end.": "two parameters together",
    "The lowest score lies above the highest.": "likewise",
    "Scores are compared at one case study: give case_study_id as well.": "likewise",
    "Give a time zone by its IANA name, such as Africa/Lagos or Europe/Berlin.": "a list of names",
    "A session cannot end before it starts.": "two fields together",
    "Give a moment in the future.": "depends on the clock",
    "Give a moment that has passed.": "likewise",
    "This lies in the future.": "likewise",
    "The header Idempotency-Key says otherwise.": "a header and a field together",
    "Give a web address: https://, a host, and what follows it.": "judged as browsers do",
    "Give an origin: http:// or https://, a host and, if need be, a port; no path.": "likewise",
    "Give a host name, such as console.state.edu: no https://, no port, no path.": "likewise",
    "Give an https address: browsers show no logo of another kind on our pages.": "likewise",
    "This is not the address of the student. Type it as it stands on their page.": "of our data",
    "Send the ETag of your last answer, in its quotes, or *.": "the grammar of RFC 9110",
    "Enter a valid email address.": "RFC 5321 allows addresses that no mail server takes",
}

# Parts of refusals that name what was sent.
BEYOND_PATTERNS = (
    " is neither a number of students nor a percentage.",
    " is no encoding that is known here",
)

# The beginnings of refusals by the rule for names and texts, which name a character's place.
UNSEEN = ("Take out the character at position ", "Write this on one line: ")

# What is needed in some reports and not in others.
NEEDED_AT_TIMES = {
    "user_id": "in the first report of a session",
    "case_study_id": "likewise",
    "messages": "unless the transcript failed",
    "final_score": "unless the grader gave up",
}


@schemathesis.check
def well_formed_requests_are_accepted(context, response, case) -> None:
    """Check positive_data_acceptance, except refusals by a rule that is beyond the schema."""
    if response.status_code == 422:
        problems = response.json()["details"]["errors"]
        if problems and all(_is_beyond_shape(problem, case) for problem in problems):
            return
    positive_data_acceptance(context, response, case)


def _is_beyond_shape(problem: dict, case) -> bool:
    if case.path.startswith("/v1/ingest/") and problem["message"] == "This field is required.":
        return problem["field"] in NEEDED_AT_TIMES
    if case.path.endswith("/erase") and problem["message"] == "This field is required.":
        return problem["field"] in {"confirm_email", "reason"}  # a dry run needs neither
    message = problem["message"]
    if any(part in message for part in BEYOND_PATTERNS):
        return True
    return message in BEYOND_SHAPE or message.startswith(UNSEEN)


@schemathesis.check
def malformed_requests_are_refused(context, response, case) -> None:
    """Check negative_data_rejection, except requests that are well-formed for us."""
    try:
        negative_data_rejection(context, response, case)
    except AcceptedNegativeData:
        if not (_has_blank_parameter(response.request.url) or _has_text_to_trim(case.body)):
            raise


def _has_blank_parameter(url: str) -> bool:
    """Return whether a query parameter is blank, which is the same as its absence.

    Of one that is repeated the last value stands.
    """
    sent = dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))
    return any(not value.strip() for value in sent.values())


def _has_text_to_trim(value) -> bool:
    """Return whether a text is kept in a shorter form, with its blanks made single."""
    match value:
        case str():
            return value != folded(value)
        case list():
            return any(map(_has_text_to_trim, value))
        case dict():
            return any(map(_has_text_to_trim, value.values()))
    return False
