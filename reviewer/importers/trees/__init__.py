"""HTML and XML: one mapper, and a preset for each program that writes them."""
