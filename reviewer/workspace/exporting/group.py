"""The page about one exercise with what all students made of it, and the page of each review beside it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from reviewer import __version__
from reviewer.domain.exercise import Exercise
from reviewer.domain.full_review import FullReview
from reviewer.domain.personal import covered
from reviewer.domain.privacy import Privacy
from reviewer.domain.sorting import sort_key
from reviewer.errors import UsageError
from reviewer.exporters.gathered.group_work import ChatWork, GroupWork, Work, instructor_name, student_name
from reviewer.exporters.gathered.html import group_page
from reviewer.exporters.naming import file_name
from reviewer.exporters.page_language import PageLanguage, page_language
from reviewer.exporters.writing import write_whole
from reviewer.workspace.exporting.transcripts import export_to, seen_by_others
from reviewer.workspace.exporting.wish import FEEDBACK, Wish
from reviewer.workspace.handed_in import local_day
from reviewer.workspace.progress import SILENT, Progress
from reviewer.workspace.watched import Watched
from reviewer.workspace.workspace import SHORTEST_ID, Workspace


def export_group(
    workspace: Workspace,
    exercise_id: str,
    folder: Path,
    wish: Wish = FEEDBACK,
    progress: Progress = SILENT,
    *,
    pages: bool = True,
    wrote: Callable[[Path], object] = lambda path: None,
) -> list[Path]:
    """Write the page of an exercise into `folder`, and with `pages` that of each review, to which it leads.

    The reviewer's own reviews stand beside those of the students. With `wish.privacy.hide_reviewer` students are called
    “Student 1” and so on, in an order that says nothing about their names. The group page is the first of the paths.

    Raises:
        UsageError: there is no such exercise, or nothing came back for it.
        CannotWrite: a file cannot be written; older ones are untouched.
        Cancelled: `progress` was told to stop; what is written stays.
    """
    exercise = workspace.reading.exercise(exercise_id)
    if exercise is None:
        raise UsageError("This exercise is no longer in the library.")
    language = page_language(wish.page.language)
    fulls = _reviews(workspace, exercise)
    names = _names(workspace, fulls, language, hidden=wish.privacy.hide_reviewer)
    fulls = [full for chat in _by_chat(fulls) for name in names for full in chat if full.reviewer.id == name]
    files = _file_names(exercise, fulls, names, wish.privacy) if pages else {}
    paths = []
    for full in Watched(fulls if pages else [], progress, "Exporting"):
        paths.append(export_to(workspace, full, folder / files[full.review.id], wish))
        wrote(paths[-1])
    group = _group(workspace, exercise, fulls, wish, names, files)
    pieces = group_page(group, language=language, when=workspace.now().date(), version=__version__, options=wish.page)
    page = write_whole(folder / file_name(exercise.collection.name, "group.html"), pieces)
    wrote(page)
    return [page, *paths]


def find_exercise(workspace: Workspace, name: str) -> Exercise:
    """The exercise with this id, this unique start of an id, or this exact title.

    Raises:
        UsageError: there is none, or more than one.
    """
    found = [
        exercise
        for one in workspace.reading.collections()
        if (exercise := workspace.reading.exercise(one.id)) is not None
    ]
    matches = [one for one in found if one.collection.name == name]
    if not matches and len(name) >= SHORTEST_ID:
        matches = [one for one in found if one.collection.id.startswith(name)]
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise UsageError(f"“{name}” names {len(matches)} exercises. Use the id of one.")
    raise UsageError(f"There is no exercise “{name}”.")


def _reviews(workspace: Workspace, exercise: Exercise) -> list[FullReview]:
    """All reviews of the exercise, chat by chat, by title."""
    reading = workspace.reading
    chats = reading.in_collection(exercise.collection.id)
    order = [one.id for one in sorted(chats, key=lambda one: (sort_key(one.title), one.id))]
    reviews = sorted(reading.reviews_in(exercise.collection.id), key=lambda one: order.index(one.transcript))
    fulls = [full for one in reviews if (full := reading.full_review(one.id)) is not None]
    if not any(full.reviewer.id != workspace.reviewer.id for full in fulls):
        name = exercise.collection.name
        raise UsageError(f"Nothing came back for ‘{name}’ yet. Import the review files of students first.")
    return fulls


def _by_chat(fulls: Sequence[FullReview]) -> list[list[FullReview]]:
    found: dict[str, list[FullReview]] = {}
    for full in fulls:
        found.setdefault(full.transcript.id, []).append(full)
    return list(found.values())


def _names(
    workspace: Workspace, fulls: Sequence[FullReview], language: PageLanguage, *, hidden: bool
) -> dict[str, str]:
    """What each reviewer (id) is called on the page, students in their order."""
    own, people = workspace.reviewer, {full.reviewer.id: full.reviewer.name for full in fulls}
    mine = people.pop(own.id, None)
    names = {}
    for number, person in enumerate(sorted(people, key=lambda one: ("" if hidden else sort_key(people[one]), one)), 1):
        given = "" if hidden else people[person]
        names[person] = given or student_name(number, language)
    if mine is not None:
        names[own.id] = ("" if hidden else mine) or instructor_name(language)
    return names


def _file_names(
    exercise: Exercise, fulls: Sequence[FullReview], names: Mapping[str, str], privacy: Privacy
) -> dict[str, str]:
    """The name of each review's page: exercise, chat where there are several, and who; each name is given once."""
    alone = len({full.transcript.id for full in fulls}) == 1
    found: dict[str, str] = {}
    for full in fulls:
        chat = [] if alone else [full.transcript.title]
        words = " ".join([exercise.collection.name, *chat, names[full.reviewer.id]])
        words = covered(words) if privacy.hide_details else words
        name, number = file_name(words, "feedback.html"), 1
        while name in found.values():
            number += 1
            name = file_name(words, f"{number}-feedback.html")
        found[full.review.id] = name
    return found


def _group(
    workspace: Workspace,
    exercise: Exercise,
    fulls: Sequence[FullReview],
    wish: Wish,
    names: Mapping[str, str],
    files: Mapping[str, str],
) -> GroupWork:
    def chats() -> Iterator[ChatWork]:
        for ours in _by_chat(fulls):
            seen = {full.reviewer.id: seen_by_others(workspace, full, wish) for full in ours}
            works = {
                full.reviewer.id: _work(seen[full.reviewer.id].full, exercise, names, files.get(full.review.id, ""))
                for full in ours
            }
            students = tuple(works[person] for person in names if person in works and person != workspace.reviewer.id)
            yield ChatWork(students, seen[ours[0].reviewer.id].turns, works.get(workspace.reviewer.id))

    return GroupWork(exercise, tuple(chats()))


def _work(full: FullReview, exercise: Exercise, names: Mapping[str, str], page: str) -> Work:
    handed = local_day(full.review.handed_in_at) if full.review.handed_in_at else ""
    due = exercise.collection.due
    return Work(names[full.reviewer.id], full, page, handed, late=bool(due and handed > due))
