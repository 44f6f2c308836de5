"""Finished bytes are read back and compared with what the article promised."""
