"""One module a JSON format."""
