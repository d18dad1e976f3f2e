"""Names that another program has ruined, and names that look odd and are whole."""

import pytest

from config.ruined import replaces_letters, ruin_of

NAMES = [
    "Zara Noor",
    "O'Neill",
    "O’Connor",
    "JOÃO",
    "ESTÊVÃO ASSUNÇÃO",
    "CAUÃ\u00a0SILVA",
    "Ãngelo",
    "Úžasný",
    "Íšová",
    "KŘÍŽ",
    "Šime Žižek",
    "Čapek-Chod",
    "Łukasz Wójcik",
    "Ødegård",
    "ÅSE ÆRØ",
    "Bjørn-Åge",
    "JOSÉ\u00a0MARÍA",
    "JOSÉ ‘PEPÉ’ GÓMEZ",
    "Maria ‘Ção’",
    "Émile Côté",
    "Nguyễn Thị Ánh",
    "Dámilọ́lá Akíntọ́lá",
    "Çağla Şen",
    "Иван Петров",
    "Ἀλέξανδρος",
    "王 伟",
    "محمد",
    "Smith & Sons; Ltd",
    "R&D; unit",
    "x_ray_0",
    "N'Golo",
    "Jean-Marie (Jo)",
    "Nicolás Ñíguez",
    "ÞÓRÐUR",
    "Mª Ángeles",
    "déšť",
    "Groß",
    "GRÄFIN ÄŚ",
]

RUINED = {
    "replaced": [
        "Ad?b?w?l?",
        "?l?wat?",
        "D?m?l??l? Ak?nt??l?",
        "Babi?",
        "?ern?",
        "???? ??????",
        "? ?",
        "Wa\ufffd\ufffdsa",
        "\ufffd",
        "Garc¿a",
    ],
    "UTF-8": [
        "MÃ¼ller",
        "JosÃ©",
        "Ã–zil",
        "Ã…se",
        "Å\u0081ukasz",
        "ÄŒapek",
        "Wójcik Å‚ukasz",
        "Åžen",
        "GroÃŸ",
        "Côté MÃ¼ller",
        "Ł. MÃ¼ller",
        "NicolÃ\u00a0s",
        "Oâ€™Connor",
        "MÃƒÂ¼ller",
        "Ð˜Ð²Ð°Ð½",
        "Nguyá»…n",
        "çŽ‹",
        "Î‘Î»Î­Î¾",
        "M\u00c3\u0083ller",
        "MĂĽller",
        "ZoĂ«",
        "M├╝ller",
        "M√ºller",
        "São M°Ã¼",
    ],
    "web page": ["O&#39;Neill", "M&uuml;ller", "Smith &amp; Co", "Zo&#xEB;"],
    "header": [
        "=?utf-8?Q?M=C3=BCller?=",
        "=?UTF-8?B?TcO8bGxlcg==?=",
        "M=C3=BCller",
        "=?iso-8859-1?",
    ],
    "another program": ["Ann_x000D_", "Ann_x000a_One", "M\\u00fcller", "M\\xfcller"],
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_as_people_bear_it_is_whole(name):
    assert ruin_of(name) is None


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, names in RUINED.items() for name in names]
)
def test_a_ruined_name_is_told_by_its_kind(kind, name):
    assert ruin_of(name)
    assert kind in ruin_of(name)


@pytest.mark.parametrize(
    "name",
    ["Zoë", "Émile Côté", "Łukasz", "Ștefan", "Иван", "Ελένη", "Nguyễn", "JOÃO", "אברהם", "王伟"],
)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_a_name_read_in_the_wrong_encoding_is_found(name, encoding):
    misread = "".join(
        bytes([byte]).decode(encoding) if _has(encoding, byte) else chr(byte)
        for byte in name.encode()
    )
    assert ruin_of(misread)


def _has(encoding: str, byte: int) -> bool:
    return bool(bytes([byte]).decode(encoding, errors="ignore"))


@pytest.mark.parametrize(
    ("new", "stored"),
    [
        ("D?m?la", "Dámíla"),
        ("Babi?", "Babić"),
        ("Ak?nt??l?", "Akíntọ́lá"),
        ("\ufffdukasz", "Łukasz"),
        ("??", "\U00020bb7"),
    ],
)
def test_letters_of_the_stored_name_replaced_by_question_marks_are_seen(new, stored):
    assert replaces_letters(new, stored)


@pytest.mark.parametrize(
    ("new", "stored"),
    [
        ("Smith?", "Smith"),
        ("Sm?th", "Smith"),
        ("Smith", "Smíth"),
        ("Who?", "Who?"),
        ("B?", "Babić"),
    ],
)
def test_other_texts_replace_no_letters(new, stored):
    assert not replaces_letters(new, stored)
