"""Health claims: words, frames, context, and what kind of page they stand on."""
