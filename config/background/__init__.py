"""The workers that run tasks, and what becomes of the tasks of one that is gone.

Each worker has a row, and says every few seconds that it lives. One that has not for a minute,
because it was killed, its machine is away or it was paused, is gone: another worker ends its
sessions at the database, so that it can write nothing more, and takes its tasks up.
"""
