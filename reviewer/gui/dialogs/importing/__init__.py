"""The import preview: what an import would bring, shown and corrected before anything is stored."""
