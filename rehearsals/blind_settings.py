"""The settings of a server that people must catch: its replicas show what is of yesterday."""

from config.settings.local import *  # noqa: F403 - as all settings do

DATABASE_ROUTERS = ["rehearsals.blind.Router"]
