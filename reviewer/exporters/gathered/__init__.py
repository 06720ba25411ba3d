"""Pages about several reviews: an index of chats, and one exercise with all its students."""
