"""Files that people send, while they are written to the disk."""

from contextlib import suppress
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class DiskUploadHandler(TemporaryFileUploadHandler):
    """Django's handler of large files, which lets go of one for which the disk has no room.

    What is left of the body is read all the same, to nowhere: a connection that is closed before
    takes the answer with it.
    """

    _fault: OSError | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        try:
            super().new_file(*args, **kwargs)
        except OSError as error:
            self._give_up(error)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self._fault is None:
            try:
                super().receive_data_chunk(raw_data, start)
            except OSError as error:
                self._give_up(error)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        if self._fault is None:
            try:
                return super().file_complete(file_size)
            except OSError as error:
                self._give_up(error)
        return None

    def upload_complete(self) -> None:
        """Raise the error for which no file could be written, now that the body is read."""
        if self._fault:
            raise self._fault

    def _give_up(self, fault: OSError) -> None:
        self._fault = fault
        with suppress(OSError, AttributeError):
            self.file.close()
