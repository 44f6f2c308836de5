"""content/site.yaml into typed settings."""

from __future__ import annotations

from pathlib import Path

from pipeline.article.site import Site
from pipeline.article.source import shown_path
from pipeline.article.strict_yaml import convert, read
from pipeline.errors import ConfigError


def load_site(content: Path) -> Site:
    """The publisher's settings. Raises ConfigError with path and line."""
    path = content / "site.yaml"
    name = shown_path(path)
    root = read(path, name)
    site = convert(root, Site, name)
    if not site.base_url.startswith("https://") or site.base_url.endswith("/"):
        node = root.get("base_url")
        raise ConfigError("base_url must start with https:// and end without a slash", "", path=name, line=node.line if node else None)
    return site
