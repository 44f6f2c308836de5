"""From somebody's draft (plain text, Word, HTML) to an article with complete front matter."""
