"""From records to files; nothing here reads them back."""
