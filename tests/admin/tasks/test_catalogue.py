"""What operators do, and which test does it: each task by clicking and typing alone.

A number is the most clicks that the task may take from a page of the admin; typing is not counted.
Tasks that are about a way rather than a number of clicks have none.
"""

import re
from pathlib import Path

import pytest
from django.conf import settings

HERE = "tests/admin/tasks"
FINDING = f"{HERE}/test_finding_students.py"
LISTS = f"{HERE}/test_lists.py::test_students_are_narrowed_sorted_turned_and_exported"
READING = (
    f"{HERE}/test_a_student.py"
    "::test_a_transcript_a_report_and_the_history_are_a_click_away_and_so_is_the_way_back"
)
GRANTING = (
    f"{HERE}/test_a_student.py::test_attempts_are_granted_with_a_reason_and_an_end_and_taken_back"
)
GIVEN_OUT = (
    f"{HERE}/test_a_student.py"
    "::test_everything_about_a_student_is_a_file_and_goes_with_their_erasure"
)
CASE_STUDY = (
    f"{HERE}/test_students_of_a_case_study.py"
    "::test_attempts_and_results_of_a_case_study_lead_to_grants"
)
COLLEAGUE = (
    f"{HERE}/test_people_come_and_go.py::test_a_colleague_from_the_invitation_to_the_last_day"
)
ACCOUNT = (
    f"{HERE}/test_people_and_teaching.py"
    "::test_a_colleague_is_reactivated_given_another_role_and_a_new_address"
)
TRAIL = f"{HERE}/test_trail.py::test_what_somebody_did_and_who_granted_a_students_attempts"
ROLE = f"{HERE}/test_trail.py::test_a_role_gets_its_rights_and_other_browsers_are_signed_out"
ROSTER = (
    f"{HERE}/test_rosters_and_attempts.py::test_a_roster_with_bad_rows_is_corrected_and_imported"
)
UNIVERSITY = f"{HERE}/test_universities.py::test_a_university_is_set_up_and_takes_sessions"
KEPT = f"{HERE}/test_nothing_typed_is_lost.py"

TASKS: dict[str, tuple[int | None, str]] = {
    "find a student by a part of the name": (1, f"{FINDING}::test_a_student_is_found_by"),
    "find a student by e-mail address": (1, f"{FINDING}::test_a_student_is_found_by"),
    "find a student by number": (1, f"{FINDING}::test_a_student_is_found_by"),
    "find students by programme and status": (4, LISTS),
    "sort a list": (1, LISTS),
    "open page 7": (2, LISTS),
    "export CSV and XLSX with the filters": (1, LISTS),
    "read a transcript, and go back": (1, READING),
    "see a report, and go back": (1, READING),
    "see a student's history": (1, READING),
    "grant 2 attempts with reason and expiry": (7, GRANTING),
    "revoke an attempt": (5, GRANTING),
    "grant to 30 who are ticked": (8, CASE_STUDY),
    "grant to all that match": (8, f"{FINDING}::test_attempts_are_granted_to_all_that_match"),
    "who has no attempt left at a case study, and grant one to all of them": (6, CASE_STUDY),
    "results of a case study, as CSV": (3, CASE_STUDY),
    "attempts of a case study": (2, CASE_STUDY),
    "invite somebody": (6, COLLEAGUE),
    "resend the invitation": (3, COLLEAGUE),
    "read the mail, and accept by password": (None, COLLEAGUE),
    "read the mail, and accept by CAS": (
        None,
        (
            "tests/accounts/test_sso_journey.py"
            "::test_an_invited_lecturer_comes_in_by_the_mail_and_is_out_once_out_at_cas"
        ),
    ),
    "deactivate somebody who is signed in, and who is told so": (None, COLLEAGUE),
    "reactivate somebody": (3, ACCOUNT),
    "change somebody's role": (3, ACCOUNT),
    "change somebody's address": (3, ACCOUNT),
    "give a role its rights in the matrix": (8, ROLE),
    "a lost password, by the person": (
        3,
        f"{HERE}/test_lost_password.py::test_who_lost_their_password_chooses_another_one",
    ),
    "a lost password, by an operator": (2, COLLEAGUE),
    "second factor on and off": (
        None,
        (
            "tests/accounts/test_second_factor_journey.py"
            "::test_a_second_factor_from_its_set_up_to_the_lost_phone"
        ),
    ),
    "own sessions, sign out everywhere": (2, ROLE),
    "a roster with bad rows, corrected, imported, and the same again": (4, ROSTER),
    "rename a programme's code": (
        5,
        (
            f"{HERE}/test_people_and_teaching.py"
            "::test_a_programme_and_a_case_study_are_added_and_the_code_is_changed"
        ),
    ),
    "branding with a preview": (5, UNIVERSITY),
    "single sign-on: wrong server, test, right server, enable": (
        8,
        (
            f"{HERE}/test_single_sign_on.py"
            "::test_a_wrong_server_is_found_out_before_the_right_one_is_enabled"
        ),
    ),
    "change the attempts per student, and see the effect first": (
        4,
        (
            f"{HERE}/test_rosters_and_attempts.py"
            "::test_the_effect_of_other_attempts_is_seen_before_they_are_changed"
        ),
    ),
    "allow an origin": (4, UNIVERSITY),
    "delete a university, and restore it": (
        5,
        f"{HERE}/test_universities.py::test_a_university_is_deleted_and_restored",
    ),
    "work in another university, and back": (
        2,
        f"{HERE}/test_universities.py::test_another_university_is_worked_in_and_left_again",
    ),
    "a service key, and a session with it": (4, UNIVERSITY),
    "what did this person do yesterday": (3, TRAIL),
    "who granted this student's attempts": (2, TRAIL),
    "everything about a student as a file": (3, GIVEN_OUT),
    "erase a student": (5, GIVEN_OUT),
    "390 pixels, dark": (None, "tests/admin/test_usable.py::test_everybody_can_use_every_page"),
    "keyboard alone": (
        None,
        "tests/accounts/test_sign_in_journey.py::test_a_password_signs_in_by_keyboard_alone",
    ),
    "the search by keyboard alone": (
        None,
        "tests/admin/test_search_window.py::test_the_search_is_used_by_keyboard_alone",
    ),
    "at 200 per cent": (
        None,
        "tests/admin/test_zoom.py::test_every_page_can_be_used_at_twice_its_size",
    ),
    "Back after granting": (
        None,
        f"{KEPT}::test_back_after_a_grant_leads_to_the_student_and_after_many_to_the_list",
    ),
    "Back after saving, and a double click on a submit": (
        None,
        f"{KEPT}::test_a_form_is_sent_once_however_often_its_button_is_pressed",
    ),
    "two tabs in two universities": (
        None,
        f"{HERE}/test_universities.py::test_two_tabs_work_in_two_universities",
    ),
    "two tabs on one row": (
        None,
        f"{KEPT}::test_two_tabs_on_one_row_do_not_overwrite_each_other",
    ),
    "a session that is over in the middle of a form": (
        None,
        f"{KEPT}::test_a_form_is_kept_when_the_session_ends_in_the_middle_of_it",
    ),
    "a student who comes to the console": (
        None,
        "tests/accounts/test_sso_journey.py::test_a_student_is_told_that_the_console_is_for_staff",
    ),
}


def source(test: str) -> str:
    """Return the source of a test; empty where there is none of that name."""
    path, _, name = test.partition("::")
    text = (Path(settings.BASE_DIR) / path).read_text()
    found = re.search(
        rf"^def {name}\(.*?(?=^\S|\Z)(?:^\) ?.*?(?=^\S|\Z))?", text, re.MULTILINE | re.DOTALL
    )
    return found[0] if found else ""


@pytest.mark.parametrize("task", TASKS)
def test_a_task_has_a_test_that_counts_its_clicks(task):
    bar, test = TASKS[task]
    text = source(test)

    assert text, f"{test} is not there"
    assert bar is None or re.search(rf"(<=|==) {bar}\b|\({bar}, \"", text), f"{bar} clicks"


def test_a_test_that_is_not_there_is_found_out():
    assert source(f"{FINDING}::test_nothing") == ""
    assert "working(operator)" in source(f"{FINDING}::test_a_student_is_found_by")
