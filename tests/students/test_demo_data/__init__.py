"""The demo data: the documented rows, all cases of real data, and the same every time."""
