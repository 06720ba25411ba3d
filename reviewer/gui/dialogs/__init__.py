"""Dialogs; each is asked by a class method and gives an answer or None."""
