"""Findings in other people's formats."""
