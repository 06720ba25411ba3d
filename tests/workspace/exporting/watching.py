"""Somebody who watches a job."""

from reviewer.errors import Cancelled


class Watching:
    """Says what it heard, and stops before a step."""

    def __init__(self, most: int = 1000) -> None:
        self.heard: list[tuple[int, int, str]] = []
        self._most = most

    def step(self, done: int, total: int, text: str) -> None:
        if len(self.heard) == self._most:
            raise Cancelled("Stopped.")
        self.heard.append((done, total, text))
