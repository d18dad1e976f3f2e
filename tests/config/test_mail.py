"""Where mails go: a server named by an address, or a folder on a developer's machine."""

import email
import stat
from email import policy

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMultiAlternatives, mailers

from config.runtime.mail import PATIENCE, mail_folder, mail_server


def options(**differences):
    plain = {
        "host": "mail.example.edu",
        "port": None,
        "username": None,
        "password": None,
        "use_tls": False,
        "use_ssl": False,
        "timeout": PATIENCE,
    }
    return plain | differences


@pytest.mark.parametrize(
    ("url", "expected", "port"),
    [
        ("smtp://mail.example.edu", options(), 25),
        ("smtp://mail.example.edu:2525", options(port=2525), 2525),
        ("smtp+tls://mail.example.edu", options(use_tls=True), 587),
        ("smtp+ssl://mail.example.edu", options(use_ssl=True), 465),
        (
            "smtp+tls://ada%40example.edu:p%2Fw%3A@mail.example.edu:587",
            options(use_tls=True, username="ada@example.edu", password="p/w:", port=587),
            587,
        ),
    ],
)
def test_an_address_becomes_a_mailer(url, expected, port, settings):
    settings.MAILERS = {"default": mail_server(url)}

    assert settings.MAILERS["default"]["OPTIONS"] == expected
    assert mailers.default.port == port


@pytest.mark.parametrize(
    "url", ["smtp://", "consolemail://", "https://mail.example.edu", "mail.example.edu", "smtp:x"]
)
def test_what_names_no_mail_server_is_refused(url):
    with pytest.raises(ImproperlyConfigured):
        mail_server(url)


def test_a_folder_keeps_each_mail_and_the_console_shows_its_text(tmp_path, settings, capsys):
    folder = tmp_path / "data" / "mail"
    settings.MAILERS = {"default": mail_folder(folder)}
    mail = EmailMultiAlternatives("Hello", f"See\n\nhttps://x.example/{'y' * 100}\n", to=["a@b.c"])
    mail.attach_alternative("<p>See</p>", "text/html")

    assert mailers.default.send_messages([mail, mail]) == 2

    files = sorted(folder.iterdir())
    assert [file.suffix for file in files] == [".eml", ".eml"]
    written = email.message_from_bytes(files[0].read_bytes(), policy=policy.default)
    assert (written["Subject"], written["To"]) == ("Hello", "a@b.c")
    assert written.get_body(("html",)).get_content().strip() == "<p>See</p>"
    shown = capsys.readouterr().out
    assert shown.count("Subject: Hello\n") == 2
    assert f"\nhttps://x.example/{'y' * 100}\n" in shown
    assert f"File: {files[0]}\n" in shown
    # Links in mails let their readers in.
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
