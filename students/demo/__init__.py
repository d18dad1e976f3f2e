"""Demo data: two invented universities with realistic data, the same on every machine."""
