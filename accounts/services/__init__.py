"""What is done to users and roles, and to what lets them in."""
