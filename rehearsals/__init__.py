"""What happens past one machine, with the engines themselves: ``python -m rehearsals NAME``.

Each rehearsal runs real programs on addresses of this machine, breaks something or moves it while
people work, and fails unless what docs/scaling.md promises was kept.
"""
