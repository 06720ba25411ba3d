"""One module an HTML or XML format."""
