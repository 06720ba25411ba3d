"""From the library to files."""
