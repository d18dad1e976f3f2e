"""What operators and their machines look at: whether it lives, whether it is ready, its figures."""
