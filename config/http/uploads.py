"""Files that people send, while they are written to the disk."""

from contextlib import suppress

from django.core.files.uploadhandler import TemporaryFileUploadHandler


class DiskUploadHandler(TemporaryFileUploadHandler):
    """Django's handler of large files, which lets go of one for which the disk has no room."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        try:
            super().receive_data_chunk(raw_data, start)
        except OSError:
            with suppress(OSError):
                self.file.close()
            raise
