"""What Settings say about the pages that are exported."""
