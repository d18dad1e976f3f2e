"""What is done to students' sessions and attempts."""
