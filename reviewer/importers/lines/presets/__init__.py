"""One module a style of plain text."""
