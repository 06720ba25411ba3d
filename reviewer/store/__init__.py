"""The library's file; SQL lives here alone."""
