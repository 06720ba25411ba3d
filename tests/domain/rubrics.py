"""Small rubrics for tests, and the shipped ones."""

from reviewer import resources
from reviewer.domain.review import Rating
from reviewer.domain.rubric import Band, Criterion, CriticalEffect, Level, Rubric, RubricSet
from reviewer.domain.rubric_file import read_rubric

BANDS = (Band(0, "Needs work"), Band(50, "Developing"), Band(75, "Good"), Band(90, "Excellent"))
LEVELS = tuple(Level(name, "") for name in ("Poor", "Weak", "Fair", "Good", "Excellent"))


def shipped(name: str) -> RubricSet:
    file = f"{name}.toml"
    return read_rubric(resources.read_text("rubrics", file), file)


def rubric_with(effect: CriticalEffect, *weights: int, levels: tuple[Level, ...] = LEVELS) -> RubricSet:
    """Criteria `c1`, `c2`, … with these weights; the last one is critical and fails at its lowest level."""
    criteria = tuple(
        Criterion(
            f"c{number}", "r", number, "ABCDEFGHIJKL"[number - 1], f"Criterion {number}", "", weight, levels,
            critical=number == len(weights), fail_level=1 if number == len(weights) else None,
        )
        for number, weight in enumerate(weights, start=1)
    )  # fmt: skip
    return RubricSet(Rubric("r", "Small", 1, effect, BANDS), criteria)


def ratings(rubric: RubricSet, *values: int | None) -> list[Rating]:
    """A rating for each criterion in order: a level from 1, 0 for not applicable, None for none."""
    return [
        Rating(f"rating {place}", "review", criterion.id, value or None, not_applicable=value == 0)
        for place, (criterion, value) in enumerate(zip(rubric.criteria, values, strict=False))
        if value is not None
    ]
