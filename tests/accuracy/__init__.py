"""The record of accuracy: labelled sentences, and the figures of the claim engine on them."""
