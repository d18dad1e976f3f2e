"""Connections of the tests whose sessions a pooler lends: the role is said in each transaction."""

from config.db.lent import base
from tests.walled.base import InRole


class DatabaseWrapper(InRole, base.DatabaseWrapper):
    pass
