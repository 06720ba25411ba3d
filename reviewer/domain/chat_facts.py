"""What can be counted in a chat from its text alone: facts, no score."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reviewer.domain.transcript import Role
from reviewer.domain.worddiff import counted_words

APOLOGIES: Final = (
    r"sorry|apolog\w*|regret|entschuldig\w*|tut (?:mir|uns) leid|verzeih\w*|désolée?s?|excus\w+|pardon|lo siento"
    r"|lo sentimos|lament\w+|disculp\w+|perdon\w*|desculp\w+|sinto muito|dispiace|scus\w+|spijt|excuses"
)
THANKS: Final = r"thanks?|thank you|danke\w*|vielen dank|merci|gracias|obrigad\w+|grazie|bedankt|dank (?:u|je)"
QUESTION: Final = re.compile(r"[?？؟]")
_APOLOGY: Final = re.compile(rf"(?<!\w)(?:{APOLOGIES})(?!\w)", re.IGNORECASE)
_THANKS: Final = re.compile(rf"(?<!\w)(?:{THANKS})(?!\w)", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[^.!?？؟。！…\n]+[.!?？؟。！…]*")


@dataclass(frozen=True, slots=True)
class Said:
    """Who says what, the number people see, and any row it stands in."""

    role: Role
    text: str
    number: int
    row: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """Counts in words and turns. `unanswered` is the first question without an answer; `longest`, `apology` and
    `thanks` are turns of the agent. None for none."""

    agent_words: int
    asked: int
    answered: int
    unanswered: Said | None
    longest: Said | None
    apology: Said | None
    thanks: Said | None

    @property
    def longest_words(self) -> int:
        """The words of the longest turn of the agent."""
        return counted_words(self.longest.text) if self.longest else 0


def chat_facts(turns: Iterable[Said]) -> Facts:
    """The facts of a dialogue.

    A turn of the customer with a question mark asks. It is answered when the next turn, but for system lines and more
    of the customer's own, is the agent's and says at least one sentence that is not a question. Apologies and thanks
    are found by words of seven languages.
    """
    words, asked, most = 0, 0, -1
    waiting: list[Said] = []
    open_questions: list[Said] = []
    longest = apology = thanks = None
    for said in turns:
        if said.role is Role.CUSTOMER and QUESTION.search(said.text):
            waiting.append(said)
            asked += 1
        elif said.role in (Role.AGENT, Role.BOT):
            open_questions += [] if _states(said.text) else waiting
            waiting = []
        if said.role is Role.AGENT:
            count = counted_words(said.text)
            words += count
            if count > most:
                most, longest = count, said
            apology = apology or (said if _APOLOGY.search(said.text) else None)
            thanks = thanks or (said if _THANKS.search(said.text) else None)
    open_questions += waiting
    first = next(iter(open_questions), None)
    return Facts(words, asked, asked - len(open_questions), first, longest, apology, thanks)


def _states(text: str) -> bool:
    """Whether at least one sentence is no question."""
    sentences = (one.strip() for one in _SENTENCE.findall(text))
    return any(one and counted_words(one) and not QUESTION.search(one) for one in sentences)
