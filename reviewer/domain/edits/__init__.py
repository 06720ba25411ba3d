"""Features as pure functions: each takes what is and gives the edit that makes it so."""
