"""The page that takes the place of a tenant's front end."""

from pathlib import Path

PAGE = (Path(__file__).parent / "front_end.html").read_bytes()
