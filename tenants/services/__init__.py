"""What is done to tenants, and the trail that everything leaves."""
