"""The open library: changes, histories, listeners, and jobs."""
