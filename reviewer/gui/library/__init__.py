"""The parts of the Library page: the tree of shelves, and the table of transcripts."""
