"""Cleared articles become files."""
