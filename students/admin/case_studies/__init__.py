"""The students of a case study: their attempts and their results, as tabs of its page."""
