"""One module per rule; the list of all of them is written out in catalogue.py, nothing registers itself."""
