"""Static files of releases that take turns: one folder for all, a list of names for each."""

from django.conf import settings
from django.core.files.storage import storages
from whitenoise.storage import CompressedManifestStaticFilesStorage


class ReleaseStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Whitenoise's storage, whose list of names is this release's own.

    The folder is shared, so that pages of the release before still find their files. With one list
    for both, the release before would look its files up in the newer one as soon as a process of
    it starts anew, and answer 500 for those that are gone.
    """

    manifest_name = f"staticfiles-{settings.BASE_DIR.name}.json"

    def is_collected(self) -> bool:
        """Return whether ``collectstatic`` has run for this release."""
        return bool(self.hashed_files)


def are_collected() -> bool:
    """Return whether pages find their static files: else each of them would fail."""
    storage = storages["staticfiles"]
    return not isinstance(storage, ReleaseStaticFilesStorage) or storage.is_collected()
