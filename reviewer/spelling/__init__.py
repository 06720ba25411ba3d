"""Spelling without a network: word lists of several languages, and the words that a person added."""
