"""Chats in rows."""
