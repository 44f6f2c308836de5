"""From a file to a Document: reading, front matter, one Markdown parse, sentences."""
