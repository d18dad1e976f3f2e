"""The rule for names and texts."""

import unicodedata

import pytest
from django.core.exceptions import ValidationError

from config import text

RLO, ZWSP, ZWNJ, ZWJ = "\u202e", "\u200b", "\u200c", "\u200d"

# Marks of format that are seen: they enclose the digits after them.
SEEN = {0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD}
SEEN |= {0x110CD}


def refused(typed: str, rule=text.one_line) -> str:
    with pytest.raises(ValidationError) as refusal:
        rule(typed)
    return refusal.value.message


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ada \t Obi ", "Ada Obi"),
        ("Ada\u00a0\u3000Obi\u2007\n", "Ada Obi"),
        ("Jose\u0301", "José"),
        ("\u00a0\u2003", ""),
        ("D’Arcy O'Neill-Smith", "D’Arcy O'Neill-Smith"),
    ],
)
def test_blanks_are_made_single_and_letters_composed(typed, kept):
    assert text.one_line(typed) == kept
    assert text.one_line(kept) == kept


@pytest.mark.parametrize(
    "name",
    [
        f"علی{ZWNJ}رضا",
        f"क्{ZWJ}ष क्{ZWNJ}ष",
        # Malayalam chillus before Unicode 5.1: a joiner at the end of the word.
        f"രാജന്{ZWJ}",
        f"👩🏽{ZWJ}💻 and ❤\ufe0f{ZWJ}🔥 1\ufe0f\u20e3",
        "葛\U000e0100城",
        "ᠮᠣᠩᠭᠣᠯ\u180b",
    ],
)
def test_what_belongs_to_a_word_stays(name):
    assert text.one_line(name) == name


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (f"Ada{RLO}ibO", "position 4, which nobody sees: U+202E (right-to-left override)."),
        (f"  A{ZWSP}da", "position 4, which nobody sees: U+200B (zero width space)."),
        ("\ufeffAda", "position 1, which nobody sees: U+FEFF (zero width no-break space)."),
        ("A\x07da", "position 2, which nobody sees: U+0007 (a control character)."),
        ("A\ud800da", "position 2, which nobody sees: U+D800 (half of a character)."),
        ("A\ufffeda", "position 2, which nobody sees: U+FFFE (no character)."),
        ("Mül\u00adler", "position 4, which nobody sees: U+00AD (soft hyphen)."),
        ("\u3164", "position 1, which nobody sees: U+3164 (hangul filler)."),
        ("A\ufe0fda", "position 2, which nobody sees: U+FE0F (variation selector-16)."),
        ("Ada\U000e0041", "position 4, which nobody sees: U+E0041 (tag latin capital letter a)."),
        (f"{ZWNJ}Ada", "position 1, which nobody sees: U+200C (zero width non-joiner)."),
        (f"Ada{ZWJ} Obi", "position 4, which nobody sees: U+200D (zero width joiner)."),
        (f"A{ZWJ}{ZWJ}da", "position 2, which nobody sees: U+200D (zero width joiner)."),
    ],
)
def test_what_nobody_sees_is_refused_by_name_and_place(typed, said):
    for rule in (text.one_line, text.lines):
        assert refused(typed, rule) == f"Take out the character at {said}"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_a_line_break_is_refused_in_a_name(end):
    assert refused(f"Ada{end}Obi") == "Write this on one line: it has a line break at position 4."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_of_several_lines_keeps_them_and_how_they_begin(end):
    typed = f"\u00a0 To\u00a0 do:{end}\t- ask  why \t{end}{end}  - listen{end} "

    assert text.lines(typed) == "To do:\n - ask why\n\n  - listen"


@pytest.mark.parametrize("end", ["\x0b", "\x85", "\u2028"])
def test_line_breaks_that_few_programs_know_are_refused_everywhere(end):
    assert refused(f"a{end}b", text.lines).startswith("Write this on one line")


@pytest.mark.parametrize(
    ("old", "shown"),
    [
        ("Ada\r\nBcc: eve@evil.example", "Ada Bcc: eve@evil.example"),
        ("\u202eibO\u2028 adA\u2066\x07", "ibO adA"),
        ("Mül\u00adler\u200b-Obi\ufeff", "Müller-Obi"),
        (f"A{ZWJ}{ZWJ}da \ud800\U000e0041", "Ada"),
        (" Jose\u0301\u00a0\tDíaz\n", "José Díaz"),
        ("Ada Obi", "Ada Obi"),
    ],
)
def test_what_was_stored_before_the_rule_is_written_as_the_rule_has_it(old, shown):
    assert text.on_one_line(old) == shown == text.one_line(shown)


def test_no_mark_of_format_of_unicode_is_forgotten():
    """Alone between letters with capitals, where neither a joiner nor a selector has a purpose."""
    passing = set()
    for point in range(0x110000):
        if unicodedata.category(chr(point)) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
            try:
                text.one_line(f"A{chr(point)} b")
            except ValidationError:
                continue
            passing.add(point)
    assert passing == SEEN | {ord("\t")}


def test_every_blank_of_unicode_becomes_one():
    blanks = [chr(one) for one in range(0x110000) if unicodedata.category(chr(one)) == "Zs"]
    assert len(blanks) == 17
    assert text.one_line(f"a{''.join(blanks)}\tb") == "a b"
