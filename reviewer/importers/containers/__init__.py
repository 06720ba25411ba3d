"""Files that wrap a text, a page or other files: documents, mails and archives."""
