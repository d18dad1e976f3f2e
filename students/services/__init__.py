"""The services for students: sessions, attempts, rosters."""
