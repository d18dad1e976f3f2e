"""Serializers of the accounts app, by resource."""
