"""Files that people exchange: read and written alike."""
