"""The reads of programmes and case studies for others."""
