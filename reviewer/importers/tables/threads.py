"""Rows that answer other rows: put in threads, in the order in which they were written."""

from typing import Final

from reviewer.importers.drafts import Draft, Said

_DEEPEST: Final = 100_000


def threads(draft: Draft, ids: list[tuple[str, str]]) -> list[Draft]:
    """One conversation for each thread; a row that answers a row which is not there stands with the others that do."""
    parents = dict(ids)
    roots: dict[str, tuple[str, int]] = {}
    found: dict[str, list[tuple[int, int, Said]]] = {}
    for at, (said, (own, _)) in enumerate(zip(draft.said, ids, strict=True)):
        root, depth = _root(own, parents, roots)
        found.setdefault(root, []).append((depth, at, said))
    made: list[Draft] = []
    for root, rows in found.items():
        timed = all(said.sent_at for _, _, said in rows)
        rows.sort(key=lambda one: (one[2].sent_at or "" if timed else "", one[0], one[1]))
        people = {key: draft.people[key] for _, _, one in rows if (key := one.speaker) is not None}
        made.append(Draft(root, people=people, said=[said for _, _, said in rows]))
    return made


def _root(own: str, parents: dict[str, str], roots: dict[str, tuple[str, int]]) -> tuple[str, int]:
    path: list[str] = []
    at = own
    while at not in roots and len(path) < _DEEPEST:
        path.append(at)
        above = parents.get(at, "")
        if not above or above in path[-2:] or above == own:
            roots[at] = (at, 0)
            path.pop()
            break
        at = above
    root, depth = roots.get(at, (at, 0))
    for one in reversed(path):
        depth += 1
        roots[one] = (root, depth)
    return roots[own]
