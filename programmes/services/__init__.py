"""The services for programmes and case studies."""
