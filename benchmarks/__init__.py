"""Repeatable measurements for docs/performance.md; ``make bench`` runs them.

A benchmark is a module with a ``BENCHMARK``; ``benchmarks/__main__.py`` lists them. Machines are
noisy, so figures are ratios between things measured in the same run wherever that answers the
question.
"""
