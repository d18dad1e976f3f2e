"""The files of an upload on their way into its row: piece by piece, so that none is in memory."""

from typing import BinaryIO

from django.db import connection

from config.db.prepared import prepared_cursor
from students.models import RosterImport

_PIECE = 1 << 18

# PostgreSQL's large objects take pieces; a column takes only the whole.
_CREATE = "SELECT lo_create(0)"
_PUT = "SELECT lo_put(%s::oid, %s::bigint, %s::bytea)"
_STORE = "UPDATE students_rosterimport SET {} = lo_get(%s::oid) WHERE tenant_id = %s AND id = %s"
_REMOVE = "SELECT lo_unlink(%s::oid)"


def keep_file(row: RosterImport, column: str, file: BinaryIO) -> None:
    """Write a file into a column of a stored row, in the present transaction.

    The row does not hold it then: whoever asks for the column reads it.
    """
    # Where values are written into a statement, the connection keeps the last hundred of them.
    with prepared_cursor(connection) as cursor:
        cursor.execute(_CREATE)
        ((number,),) = cursor.fetchall()
        file.seek(0)
        place = 0
        while piece := file.read(_PIECE):
            cursor.execute(_PUT, [number, place, piece])
            place += len(piece)
        cursor.execute(_STORE.format(column), [number, row.tenant_id, row.pk])
        cursor.execute(_REMOVE, [number])
    row.__dict__.pop(column, None)
