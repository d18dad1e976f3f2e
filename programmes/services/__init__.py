"""What is done to programmes and case studies."""
