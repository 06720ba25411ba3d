"""Projects and codebooks of other programs into the library."""
