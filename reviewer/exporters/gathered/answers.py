"""What each student answered, question by question."""

from dataclasses import dataclass

from reviewer.domain.rubric import Question
from reviewer.exporters.gathered.group_work import GroupWork
from reviewer.exporters.page_language import PageLanguage


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer; `chat` is named where the exercise has several."""

    name: str
    chat: str
    text: str
    own: bool


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with its answers, and who gave none."""

    text: str
    answers: tuple[AnswerView, ...]
    missing: str


def question_views(group: GroupWork, language: PageLanguage) -> tuple[QuestionView, ...]:
    """The questions of the exercise, in its order; those that nobody answered are left out."""
    views = (_question(group, one.id, one.text, language) for one in _asked(group))
    return tuple(one for one in views if one.answers)


def _asked(group: GroupWork) -> tuple[Question, ...]:
    return group.exercise.questions or group.rubric.questions


def _question(group: GroupWork, question: str, text: str, language: PageLanguage) -> QuestionView:
    answers, missing, several = [], [], len(group.chats) > 1
    for chat in group.chats:
        for work in chat.everybody:
            title = chat.transcript.title if several else ""
            said = next((one.text for one in work.full.answers if one.question == question), "")
            if said.strip():
                answers.append(AnswerView(work.name, title, said, work is chat.own))
            elif work is not chat.own:
                missing.append(work.name)
    names = language.listed(dict.fromkeys(missing))
    return QuestionView(text, tuple(answers), language.say("No answer: %(names)s", names=names) if names else "")
