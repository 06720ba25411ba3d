"""What the scorecard says of levels, ratings and totals."""

from reviewer.domain.review import Rating
from reviewer.domain.rubric import AppliesTo, Criterion, CriticalEffect, RubricSet
from reviewer.domain.scoring import Score, rounded

APPLIES = {AppliesTo.CUSTOMER: ("customer", "user"), AppliesTo.CHAT: ("whole chat", "message-square-text")}
"""What stands beside criteria that judge something else than the agent, with its icon."""


def spoken_criterion(criterion: Criterion, *, weighted: bool = True) -> str:
    """“Handling, 20 percent, critical no”, and whose words it judges when these are not the agent’s."""
    parts = [criterion.name]
    if weighted:
        parts.append(f"{criterion.weight} percent")
    parts.append(f"critical {'yes' if criterion.critical else 'no'}")
    if criterion.applies_to in APPLIES:
        parts.append(f"applies to the {APPLIES[criterion.applies_to][0]}")
    return ", ".join(parts)


def level_words(criterion: Criterion, value: int) -> str:
    """“2, Weak: Answers some questions late.”"""
    level = criterion.levels[value - 1]
    return f"{value}, {level.name}: {level.description}" if level.description else f"{value}, {level.name}"


def is_stray(criterion: Criterion, rating: Rating | None) -> bool:
    """Whether a rating names a level that the criterion does not have."""
    value = rating.value if rating and not rating.not_applicable else None
    return value is not None and not 1 <= value <= len(criterion.levels)


def stray_words(criterion: Criterion, rating: Rating) -> str:
    """Why a rating does not count."""
    return f"The rating {rating.value} is outside the levels 1 to {len(criterion.levels)}, so it does not count."


def rated_words(criterion: Criterion, rating: Rating | None) -> str:
    """“Handling rated 2, Weak”, as a screen reader says it."""
    if rating is not None and rating.not_applicable:
        return f"{criterion.name} not applicable"
    value = rating.value if rating else None
    if value is None or not 1 <= value <= len(criterion.levels):
        return f"{criterion.name} not rated"
    return f"{criterion.name} rated {value}, {criterion.levels[value - 1].name}"


def of_words(score: Score) -> str:
    """What stands beside the total."""
    if score.total is not None:
        return "of 100" if score.complete else "of 100 so far"
    if score.rated:
        return "The rated criteria weigh nothing"
    return "Rate the criteria as you read" if score.to_rate else "Nothing here applies"


def failure_words(score: Score, rubric: RubricSet) -> str:
    """“Critical failure: Data safety. Without it: 68.”; empty when no critical criterion failed."""
    if not score.failed:
        return ""
    names = ", ".join(criterion.name for criterion in score.failed)
    if rubric.rubric.critical_effect is CriticalEffect.FLAG or score.uncapped is None:
        return f"Critical failure: {names}. The total stays as it is."
    without = rounded(score.uncapped)
    if without == score.shown:
        return f"Critical failure: {names}."
    return f"Critical failure: {names}. Without it: {without}."
