"""The monitoring addresses for operators and their machines: liveness, readiness, figures."""
