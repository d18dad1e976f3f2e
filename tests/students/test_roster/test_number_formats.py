"""Numbers and texts as the formats of Excel show them."""

import pytest

from students.services.roster.formats.number_formats import (
    NotFollowed,
    shown_number,
    shown_text,
)


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (7, "General", "7"),
        (7, "0", "7"),
        (12345, "0000", "12345"),
        (7, r"\S0000", "S0007"),
        (7, '"S-"0000"/26"', "S-0007/26"),
        (7, '[$-409]"S"0000', "S0007"),
        (7, "[$€-407]000", "€007"),
        (7, '[Red]"S"0000', "S0007"),
        (7, '[Color 12]"S"0000', "S0007"),
        (7, "0000_)", "0007 "),
        (7, "* 0000", "0007"),
        (1234567, "(000) 000-0000", "(000) 123-4567"),
        (7, "####", "7"),
        (0, "####", ""),
        (0, "0000", "0000"),
        (7, "??0", "  7"),
        (7, 'General" a"', "7 a"),
        (-7, "0000", "-0007"),
        (-7, '0000;"minus "0000', "minus 0007"),
        (0, '0000;0000;"none"', "none"),
        (1, '"yes";;"no"', "yes"),
        # An empty section hides the number, which is there nevertheless.
        (0, "0;0;", "0"),
        (7, ";;;", "7"),
        (7, '"a;b"00', "a;b07"),
        # Quantities.
        (1234, "#,##0", "1234"),
        (7, "0.00", "7"),
        (7, "0%", "7"),
        (7, "0.00E+00", "7"),
        (7, "# ?/?", "7"),
    ],
)
def test_a_number_is_shown_as_by_excel(value, number_format, shown):
    assert shown_number(value, number_format) == shown


@pytest.mark.parametrize(
    "number_format", ["[<1000]0000;00000", r"[>=5]\S0", "[h]", "0000 dd", "0000;dd"]
)
def test_what_only_excel_can_tell_is_not_followed(number_format):
    with pytest.raises(NotFollowed):
        shown_number(7, number_format)


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        ("0007", "General", "0007"),
        ("0007", "@", "0007"),
        ("0007", '"S"@', "S0007"),
        ("0007", '0;0;0;"S"@', "S0007"),
        ("0007", "0000", "0007"),
        ("0007", "0;0;0;", "0007"),
        ("Ada", '"S"0000', "Ada"),
    ],
)
def test_a_text_is_shown_with_what_stands_around_it(value, number_format, shown):
    assert shown_text(value, number_format) == shown
