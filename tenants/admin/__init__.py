"""Universities in the operators' panel."""
