"""An exercise with what invented students made of it, and an index of reviewed chats."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.domain.annotation import Verdict
from reviewer.domain.exercise import Exercise
from reviewer.domain.order_keys import key_between, order_key
from reviewer.domain.review import Answer, Reviewer, Status
from reviewer.domain.revision import ChangeKind, RevisedTurn, Revision
from reviewer.domain.rubric import Question
from reviewer.domain.transcript import Collection
from reviewer.exporters.gathered.group_work import ChatWork, GroupWork, Work
from reviewer.exporters.gathered.html import group_page, index_page
from reviewer.exporters.gathered.index_view import Entry, Failed
from reviewer.exporters.naming import file_name
from reviewer.exporters.options import DEFAULT, PageOptions
from reviewer.exporters.page_language import page_language
from reviewer.workspace.exporting.page_themes import read_theme
from tests.exporters.cases import EXPORTS, THEME, Golden, hostile, renewal_page, right_to_left, tablet_order
from tests.exporters.reviews import VERSION, WHEN, Reviewed, comment, identity, review_of

CONCERN, STRENGTH, NONE = Verdict.CONCERN, Verdict.STRENGTH, Verdict.NONE
HOME = Collection(
    identity("4", 1), "Exercise 5: a late delivery", "exercise",
    "Read the chat twice. Mark what helped and what did not, rate it, and say how you would have handled it.",
    due="2026-03-18",
)  # fmt: skip
ASKED = (
    Question(identity("7", 1), None, 1, "Was the outcome fair to the customer? Say why.", 60, HOME.id),
    Question(identity("7", 2), None, 2, "Name one thing that Ines could have offered sooner.", None, HOME.id),
)
EXERCISE = Exercise(HOME, ASKED)
SAID = (
    ("", "Ines has joined the chat."),
    ("Ines", "Hello, Ines here. What is your order number?"),
    ("Piotr", "It is 88-214. The desk should have been here on Tuesday. I took a day off for it."),
    ("Ines", "As per our terms, delivery dates are estimates only and not binding."),
    ("Piotr", "So nobody can tell me when it comes?"),
    ("Ines", "Let me look. The carrier missed the handover. It comes on Friday between 8 and 12."),
    ("Piotr", "Friday I work again."),
    ("Ines", "You can also have it left with a neighbour. Is there anything else I can help you with?"),
    ("Piotr", "No. Next time I order elsewhere."),
)
TIMES = tuple(f"2026-03-12T14:{minute:02}:00" for minute in (1, 1, 3, 4, 5, 11, 12, 13, 14))
LATE_REPLY = "I am sorry you lost a day over this. I will find out now where the desk is."


@dataclass(frozen=True)
class Student:
    """What one student gave: levels in the order of the criteria, answers in that of the questions."""

    name: str
    levels: Sequence[int | None]
    answers: Sequence[str] = ()
    day: str = "2026-03-17"


STUDENTS = (
    Student(
        "Amara O.", (2, 4, 2, 3, 2, 2, 1),
        ("No. He lost a day and got a window that he cannot use. A fair outcome would have been a date of his choice.",
         "An evening or a Saturday, before he had to say that he works."),
    ),
    Student(
        "Bruno T.", (3, 4, 2, 4, 3, 2, 2),
        ("Only partly. The desk arrives, but the cost of waiting stays with Piotr.", "To call the carrier at once."),
    ),
    Student("Chiara M.", (2, 5, 1, 3, 3, 1, 1), ("No, nobody says sorry at all.",), "2026-03-19"),
    Student("Dmitri K.", (2, 4, 3, 4, 2, None, 2), (), ""),
)  # fmt: skip
INSTRUCTOR = Student("Dr Lindqvist", (2, 4, 2, 4, 2, 2, 2), ("No: read turn 7 again. The answer ignores it.",))


def chat() -> Reviewed:
    """The chat of the exercise, as nobody has reviewed it."""
    return review_of("The desk that came late", SAID, times=TIMES, language="en")


def reviewed(student: Student, number: int, base: Reviewed) -> Reviewed:
    """The chat as this student rated it and answered."""
    rated = base.rated(*student.levels)
    own = identity("e", 100 + number)
    full = rated.full
    return replace(
        rated,
        full=replace(
            full,
            exercise=EXERCISE,
            reviewer=Reviewer(identity("6", 100 + number), student.name),
            review=replace(
                full.review, id=own, reviewer=identity("6", 100 + number),
                status=Status.DONE if student.day else Status.IN_PROGRESS,
                handed_in_at=f"{student.day}T12:00:00+00:00" if student.day else None,
            ),
            ratings=tuple(replace(one, review=own) for one in full.ratings),
            answers=tuple(
                Answer(identity("8", 10 * number + place), own, question.id, text)
                for place, (question, text) in enumerate(zip(ASKED, student.answers, strict=False))
            ),
        ),
    )  # fmt: skip


def inserted(chat: Reviewed, after: int, text: str, reason: str) -> Reviewed:
    """With a turn by the agent put in after the turn at `after`."""
    full = chat.full
    revision = full.revision or Revision(identity("c", 0), full.review.id)
    key = key_between(order_key(after), order_key(after + 1))
    change = RevisedTurn(
        identity("d", 500 + after), revision.id, None, key, full.speakers[0].id, text, ChangeKind.INSERTED, reason
    )
    return replace(chat, full=replace(full, revisions=(revision,), revised_turns=(*full.revised_turns, change)))


def removed(chat: Reviewed, position: int, reason: str) -> Reviewed:
    """With the turn at `position` taken out."""
    changed = chat.reworded(position, "", reason)
    *others, last = changed.full.revised_turns
    gone = replace(last, kind=ChangeKind.REMOVED)
    return replace(changed, full=replace(changed.full, revised_turns=(*others, gone)))


def works() -> list[Reviewed]:
    """The reviews of the four students, then the instructor's."""
    base = chat()
    return [*_students(base), _instructor(base)]


def _students(base: Reviewed) -> list[Reviewed]:
    amara = reviewed(
        STUDENTS[0],
        1,
        base.commented(
            comment(base.words(4, "As per our terms"), 1, CONCERN, "Nobody talks like this. It shuts him up."),
            comment(base.words(4, "delivery dates are estimates only and not binding"), 5, CONCERN, "A defence."),
            comment(base.words(6, "It comes on Friday between 8 and 12."), 5, STRENGTH, "At last a clear answer."),
            comment(base.whole(7, 8), 7, CONCERN, "He has just said that he works on Friday."),
        ).reworded(4, LATE_REPLY, "Sorry first, then the search."),
    )
    bruno = reviewed(
        STUDENTS[1],
        2,
        base.commented(
            comment(base.words(4, "As per our terms, delivery dates are estimates"), 1, CONCERN, "Legal words."),
            comment(base.words(6, "Friday between 8 and 12"), 5, STRENGTH, "Exact."),
            comment(base.whole(8, 8), 7, CONCERN, "Does not listen."),
        ).reworded(4, "I am sorry, dates can slip. Let me see where your desk is.", "Shorter."),
    )
    chiara = reviewed(
        STUDENTS[2],
        3,
        base.commented(
            comment(base.words(4, "per our terms, delivery dates are estimates only"), 1, CONCERN, "Cold."),
            comment(base.words(4, "not binding"), 3, CONCERN, "Sounds like a lawyer."),
            comment(base.words(2, "Hello, Ines here."), 3, STRENGTH, "Friendly."),
        ),
    )
    chiara = inserted(removed(chiara, 4, "Says nothing that he needs."), 4, LATE_REPLY, "An apology belongs here.")
    dmitri = reviewed(
        STUDENTS[3], 4, base.commented(comment(base.words(6, "Let me look."), None, NONE, "This took six minutes."))
    )
    return [amara, bruno, chiara, dmitri]


def _instructor(base: Reviewed) -> Reviewed:
    return reviewed(
        INSTRUCTOR, 9,
        base.commented(
            comment(base.words(4, "As per our terms"), 1, CONCERN, "The heart of the problem."),
            comment(base.whole(8, 8), 7, CONCERN, "Turn 7 goes unheard."),
        ).reworded(8, "Friday does not work for you, I see. Is Saturday or an evening better?", "Answers turn 7."),
    )  # fmt: skip


def page_name(name: str) -> str:
    """The page of somebody's work, as the program names it."""
    return file_name(f"{HOME.name} {name}", "feedback.html")


def group(*, pages: bool = True) -> GroupWork:
    """One chat, four students, and the instructor's own review; with `pages` it leads to a page of each."""
    page = page_name if pages else lambda name: ""
    *students, own = works()
    made = [
        Work(
            one.full.reviewer.name, one.full, page(who.name), who.day,
            late=who.day > (HOME.due or ""),
        )
        for who, one in zip(STUDENTS, students, strict=True)
    ]  # fmt: skip
    turns = own.turns
    return GroupWork(
        EXERCISE, (ChatWork(tuple(made), lambda: turns, Work(INSTRUCTOR.name, own.full, page(INSTRUCTOR.name))),)
    )


def hostile_group() -> GroupWork:
    """Every sign that means something, in two chats, with names that attack."""
    attacked, other = hostile(), right_to_left()
    names = (
        "</script><script>alert(1)</script>", '" onclick="alert(2)', "javascript:alert(3)\x00", "\u202eeman \U0001f600",
    )  # fmt: skip
    home = replace(
        HOME, name='</title><script>x</script> "quote" \\ } @import', instructions="<b>read</b> ]]> \u202etxet"
    )
    question = replace(ASKED[0], text="</h3><img src=x onerror=alert(4)> {{ 7 * 7 }}")
    exercise = Exercise(home, (question,))
    chats = []
    for base in (attacked, other):
        found = []
        for number, name in enumerate(names, start=1):
            full = base.full
            review = replace(full.review, id=identity("e", 200 + number), reviewer=identity("6", 200 + number))
            answer = Answer(identity("8", 200 + number), review.id, question.id, f"<i>{name}</i> \u202e {{% raw %}}")
            full = replace(
                full, exercise=exercise, review=review, reviewer=Reviewer(review.reviewer, name), answers=(answer,)
            )
            found.append(Work(name, full, f"../{number}?a=1&b=#x <y>.html"))
        turns = base.turns
        chats.append(ChatWork(tuple(found), lambda turns=turns: turns))
    return GroupWork(exercise, tuple(chats))


def group_golden(made: GroupWork, language: str = "en", options: PageOptions = DEFAULT) -> str:
    """The page of a group."""
    return "".join(group_page(made, language=page_language(language), when=WHEN, version=VERSION, options=options))


def entries(tablet: str = "tablet-order") -> list[Entry]:
    """Reviewed and other chats, with their pages as they lie in exports/; `tablet` is the folder of the first."""
    amara, _, chiara, _, own = works()
    open_ = replace(amara.full.review, handed_in_at=None, status=Status.IN_PROGRESS)
    found = [
        (tablet_order().full, tablet, ("feedback.html", "revised.html")),
        (own.full, "group", (page_name(INSTRUCTOR.name),)),
        (replace(amara.full, review=open_), "group", (page_name("Amara O."),)),
        (chiara.full, "group", (page_name("Chiara M."),)),
        (renewal_page().full, "renewal-page", ("feedback.html",)),
        (right_to_left().full, "right-to-left", ("feedback.html", "revised.html")),
    ]
    return [
        Entry(
            full,
            tuple((kind, ("..", folder, name)) for kind, name in zip(("feedback", "revised"), names, strict=False)),
        )
        for full, folder, names in found
    ]


def index_golden(language: str = "en", tablet: str = "tablet-order", options: PageOptions = DEFAULT) -> str:
    """The index of a few chats, one of which could not be written."""
    failed = [Failed("Card number typed in chat", "The disk was full.")]
    pieces = index_page(
        entries(tablet), language=page_language(language), when=WHEN, version=VERSION, title="March sample",
        failed=failed, options=options,
    )  # fmt: skip
    return "".join(pieces)


def hostile_index() -> str:
    """Titles and file names that attack."""
    attacked = hostile()
    names = ("javascript:alert(1).html", '"><script>alert(2)</script>.html', "a b#c?d%e&f.html", "..")
    found = [Entry(attacked.full, (("feedback", ("sub folder", name)), ("revised", (name,)))) for name in names]
    failed = [Failed("</li><script>x</script>\x00", '" onmouseover="alert(3)')]
    pieces = index_page(
        found, language=page_language("en"), when=WHEN, version=VERSION, title=attacked.full.transcript.title,
        failed=failed,
    )  # fmt: skip
    return "".join(pieces)


def gathered_goldens() -> list[Golden]:
    """The pages about several reviews, and those that the group page leads to."""
    folder, index, themed = EXPORTS / "group", EXPORTS / "index", EXPORTS / "themed"
    look = PageOptions(theme=read_theme(THEME))
    names = [one.name for one in (*STUDENTS, INSTRUCTOR)]
    return [
        Golden(folder / "late-delivery.html", lambda: group_golden(group())),
        Golden(folder / "late-delivery.de.html", lambda: group_golden(group(), "de")),
        Golden(folder / "hostile.html", lambda: group_golden(hostile_group())),
        *(Golden(folder / page_name(name), lambda at=at: works()[at].page()) for at, name in enumerate(names)),
        Golden(index / "index.html", index_golden),
        Golden(index / "index.de.html", lambda: index_golden("de")),
        Golden(index / "hostile.html", hostile_index),
        Golden(themed / "index.html", lambda: index_golden(tablet="themed", options=look)),
        Golden(themed / "group.html", lambda: group_golden(group(pages=False), options=look)),
    ]
