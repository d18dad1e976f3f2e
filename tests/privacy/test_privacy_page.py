"""docs/privacy.md says of each table what the registry says."""

from tests.docs.pages import ROOT
from tests.privacy.page import impersonal_rows, personal_rows

PAGE = (ROOT / "docs" / "privacy.md").read_text()


def test_the_page_has_the_tables_of_the_registry():
    for rows in (list(personal_rows()), list(impersonal_rows())):
        assert "\n".join(rows) in PAGE


def test_the_page_has_no_other_row_of_a_table():
    written = {line for line in PAGE.splitlines() if line.startswith("| `")}

    assert written == {
        row for row in (*personal_rows(), *impersonal_rows()) if row.startswith("| `")
    }
