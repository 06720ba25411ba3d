"""Templates of a person’s own: found, run in a sandbox, and looked at while they write."""
