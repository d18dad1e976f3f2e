"""Demo data: two invented universities that hold what real ones hold, the same everywhere."""
