"""The base of the operators' panel: knows modules and rights, and no app."""
