"""Projects and codebooks of REFI-QDA, read and written."""
