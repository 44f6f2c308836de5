"""Findings in other people's formats: pure functions from a LintResult to text."""
