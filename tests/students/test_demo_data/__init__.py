"""The demo data: the documented rows, all that real data holds, and the same every time."""
