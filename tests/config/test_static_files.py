"""Releases that take turns share a folder of static files, each with its own list of names."""

import os

import pytest
from django.core.files.storage import storages
from django.core.management import call_command

from config.http.static_files import ReleaseStaticFilesStorage

STORAGE = {"BACKEND": "config.http.static_files.ReleaseStaticFilesStorage"}


@pytest.fixture
def release(settings, tmp_path, monkeypatch):
    """Return a function that collects the static files of a release in a folder of this name."""
    source = tmp_path / "source"
    source.mkdir()
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = settings.STORAGES | {"staticfiles": STORAGE}

    def collect(folder: str, content: str, changed_at: int) -> ReleaseStaticFilesStorage:
        (source / "a.css").write_text(content)
        os.utime(source / "a.css", (changed_at, changed_at))
        return again(folder, collected=True)

    def again(folder: str, *, collected: bool = False) -> ReleaseStaticFilesStorage:
        name = f"staticfiles-{folder}.json"
        monkeypatch.setattr(ReleaseStaticFilesStorage, "manifest_name", name)
        settings.STORAGES = dict(settings.STORAGES)  # made anew, as in a process of its own
        if collected:
            call_command("collectstatic", interactive=False, verbosity=0)
            settings.STORAGES = dict(settings.STORAGES)
        return storages["staticfiles"]

    collect.again = again
    return collect


def content(storage: ReleaseStaticFilesStorage) -> str:
    with storage.open(storage.stored_name("a.css")) as file:
        return file.read().decode()


def test_a_process_that_starts_anew_finds_the_files_of_its_own_release(release):
    release("8000", "one", changed_at=1)
    newer = release("8001", "two", changed_at=2)
    older = release.again("8000")

    assert (content(older), content(newer)) == ("one", "two")
    assert older.is_collected()


def test_a_release_that_takes_a_change_back_is_not_given_the_newer_content(release):
    release("8000", "one", changed_at=1)
    release("8001", "two", changed_at=2)

    # Not touched in this folder, and so older than what the other release has put there.
    assert content(release("8000", "one", changed_at=1)) == "one"


def test_a_release_whose_files_were_not_collected_knows_that(release):
    release("8000", "one", changed_at=1)

    assert not release.again("8001").is_collected()
