"""Rubrics by family: all versions of one rubric share their root."""

from collections.abc import Iterable

from reviewer.domain.rubric import RubricSet


def newest_versions(rubrics: Iterable[RubricSet]) -> list[RubricSet]:
    """The newest version of each rubric, by name."""
    newest: dict[str, RubricSet] = {}
    for one in rubrics:
        known = newest.get(one.rubric.root)
        if known is None or _age(known) < _age(one):
            newest[one.rubric.root] = one
    return sorted(newest.values(), key=lambda one: (one.rubric.name.casefold(), one.rubric.id))


def offered(rubrics: Iterable[RubricSet]) -> list[RubricSet]:
    """What a new review can follow: the newest version of each rubric that is not retired."""
    return [one for one in newest_versions(rubrics) if not one.rubric.retired]


def versions_of(rubrics: Iterable[RubricSet], root: str) -> list[RubricSet]:
    """All versions of one rubric, the newest first."""
    return sorted((one for one in rubrics if one.rubric.root == root), key=_age, reverse=True)


def default_among(rubrics: Iterable[RubricSet], preferred: str, fallback: str) -> RubricSet | None:
    """What a new review follows: the rubric with the root `preferred`, else that named `fallback`, else any offered."""
    choice = offered(rubrics)
    return max(choice, key=lambda one: (one.rubric.root == preferred, one.rubric.name == fallback), default=None)


def _age(rubric: RubricSet) -> tuple[int, str]:
    return rubric.rubric.version, rubric.rubric.id
