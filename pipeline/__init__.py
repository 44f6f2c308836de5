"""Nostrum: find unsupported health claims in articles, and publish the articles that are cleared."""

__version__ = "0.1.0"
