"""Projects and codebooks of other programs into the library, each as one step."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reviewer.domain.edit import Delta, Edit, Op, Record
from reviewer.domain.edits import rubrics as rubric_edits
from reviewer.domain.review import Review
from reviewer.domain.rubric import Rubric, RubricSet
from reviewer.domain.rubric_check import MOST_CRITERIA
from reviewer.domain.transcript import Collection, Transcript
from reviewer.errors import NoConversation, Unreadable
from reviewer.exchange.refi_qda.archive import MAGIC, is_archive
from reviewer.exchange.refi_qda.reading import Project, read_codebook, read_project
from reviewer.exchange.refi_qda.rubric import Scheme, scheme_of
from reviewer.importers.base import Source
from reviewer.store.reading import Reading
from reviewer.workspace.progress import Progress
from reviewer.workspace.projects.chats import Chat, apart, chats_of
from reviewer.workspace.projects.reviews import Arrival, Reviews
from reviewer.workspace.rubric_files import CODEBOOK_SUFFIX, BroughtRubric
from reviewer.workspace.watched import Watched
from reviewer.workspace.workspace import Workspace

PROJECT_ENDING: Final = ".qdpx"
MOST_CODEBOOK: Final = 16 << 20
_CODEBOOK: Final = b"urn:QDA-XML:codebook"
_PLURALS: Final = {
    "text outside the project file": "texts outside the project file",
    "text without a conversation": "texts without a conversation",
    "comment on words outside the chats": "comments on words outside the chats",
    "mark of a case": "marks of cases",
    "comment that was deleted here": "comments that were deleted here",
    "value of a variable": "values of variables",
    "code that the project does not define": "codes that the project does not define",
    "code without comments": "codes without comments",
}


@dataclass(frozen=True, slots=True)
class BroughtProject:
    """What the library holds now, whether it held all of it before, and in a sentence what was not taken."""

    transcripts: tuple[Transcript, ...]
    reviews: tuple[Review, ...]
    already_there: bool
    notice: str


def is_project(source: Source) -> bool:
    """Whether a source is meant as a project: a zip archive with a project inside, or a file that is named so."""
    if source.name.casefold().endswith(PROJECT_ENDING):
        return True
    if not source.content.startswith(MAGIC):
        return False
    with source.opened() as stream:
        return is_archive(stream)


def is_codebook(source: Source) -> bool:
    """Whether a source is meant as a codebook, by its first bytes or by its name."""
    head = source.content[:4096]
    return source.name.casefold().endswith(CODEBOOK_SUFFIX) or (b"CodeBook" in head and _CODEBOOK in head)


def read_project_source(source: Source) -> Project:
    """The project of a source.

    Raises:
        Unreadable: it is damaged, unsafe, or no project.
    """
    with source.opened() as stream:
        return read_project(stream, source.name)


def read_codebook_source(source: Source) -> tuple[RubricSet, Scheme]:
    """The rubric that the codes of a source make, and how they make it.

    Raises:
        Unreadable: it is no codebook, or one without codes.
    """
    if source.path is not None or len(source.content) > MOST_CODEBOOK:
        raise Unreadable(f"{source.name} is too large for a codebook, which has 16 MB at most.")
    codes = read_codebook(source.content, source.name)
    scheme = scheme_of(codes, _stem(source.name), Counter())
    if scheme.rubric is None:
        raise Unreadable(f"{source.name} holds no codes, so there is nothing to make a rubric of.")
    return scheme.rubric, scheme


def import_codebook(workspace: Workspace, source: Source) -> BroughtRubric:
    """Put the codes of a codebook into the library as a rubric.

    Raises:
        Unreadable: it is no codebook, or one without codes.
        LibraryError: the library cannot take it.
    """
    rubric, scheme = read_codebook_source(source)
    known = workspace.reading.rubric(rubric.rubric.id)
    if known is None:
        workspace.do(rubric_edits.add(rubric, Op.IMPORT_RUBRIC))
    return BroughtRubric(known or rubric, known is not None, _of_codes(rubric, scheme))


def import_project(
    workspace: Workspace, source: Source, progress: Progress, collection: Collection | None
) -> BroughtProject:
    """Put the chats of a project, with its comments, into the library as one edit.

    Marks become comments by their users; what is there already stays as it is, and what is new is added.

    Raises:
        Unreadable: it is damaged or unsafe, or none of its texts is a chat; nothing was changed.
        Cancelled: the person stopped it; nothing was changed.
        LibraryError: the library cannot take it.
    """
    project = read_project_source(source)
    reading, now = workspace.reading, workspace.now().isoformat(timespec="seconds")
    left_out = Counter(project.left_out)
    chats: list[Chat] = []
    for text in Watched(project.texts, progress, "Importing"):
        found = chats_of(reading, project, text, source.name, now)
        if not found and (text.content or text.rich):
            left_out["text without a conversation"] += 1
        for one in found:
            while not one.known and any(one.transcript.id == other.transcript.id for other in chats):
                one = apart(one)
            chats.append(one)
    if not chats:
        raise NoConversation(f"{source.name} holds no conversation: {_looked_at(project)}")
    reviews = Reviews(workspace, project, _stem(source.name))
    arrivals = [arrival for chat in chats for arrival in reviews.of(chat)]
    edit = _edit(reading, chats, arrivals, collection)
    if edit.deltas:
        _do(workspace, edit, [one for one in chats if not one.known])
    made = [one for one in arrivals if one.rubric is reviews.scheme.rubric]
    notice = _told(source.name, left_out + reviews.left_out, reviews if made else None)
    return BroughtProject(
        tuple(dict.fromkeys(one.transcript for one in chats)),
        tuple(one.review for one in arrivals),
        not edit.deltas,
        notice,
    )


def _edit(reading: Reading, chats: Sequence[Chat], arrivals: Sequence[Arrival], collection: Collection | None) -> Edit:
    """What the library does not have yet; a transcript that lies in *Deleted* comes back."""
    records: list[Record] = [collection] if collection and not all(one.known for one in chats) else []
    deltas: list[Delta] = []
    for chat in chats:
        transcript = chat.transcript
        if chat.known:
            if transcript.deleted_at:
                deltas.append(Delta(transcript, _restored(transcript)))
        else:
            records += [_in_collection(transcript, collection), *chat.speakers]
    for one in arrivals:
        rubric = one.rubric
        records += [rubric.rubric, *rubric.criteria, *rubric.questions] if _is_new(reading, rubric.rubric) else []
        records += [one.reviewer, *one.people, one.review, *one.annotations, *one.replies, *one.ratings]
    return Edit(Op.IMPORT_PROJECT, (*deltas, *(Delta(None, record) for record in _new(reading, records))))


def _new(reading: Reading, records: Iterable[Record]) -> Iterable[Record]:
    seen: set[tuple[type, str]] = set()
    for record in records:
        key = type(record), record.id
        if key not in seen and reading.record(type(record), record.id) is None:
            yield record
        seen.add(key)


def _is_new(reading: Reading, rubric: Rubric) -> bool:
    return reading.record(Rubric, rubric.id) is None


def _restored(transcript: Transcript) -> Transcript:
    return replace(transcript, deleted_at=None)


def _in_collection(transcript: Transcript, collection: Collection | None) -> Transcript:
    return replace(transcript, collection=collection.id if collection else None)


def _do(workspace: Workspace, edit: Edit, chats: Sequence[Chat]) -> None:
    """Save the edit and the turns of its chats, or nothing; those of an import that was undone are there already."""
    ids = [one.transcript.id for one in chats]
    try:
        new = [one for one in chats if not workspace.reading.turns(one.transcript.id, 1, 1)]
        workspace.add_turns([one.transcript.id for one in new], (turn for one in new for turn in one.turns))
        workspace.do(edit)
    except BaseException:
        for chat_id in ids:
            workspace.drop_turns(chat_id)
        raise


def _stem(name: str) -> str:
    """The name of a file without its ending."""
    return name.rpartition(".")[0] or name


def _told(name: str, left_out: Counter[str], reviews: Reviews | None) -> str:
    """What was not taken, and what became of the codes where they made a rubric; empty where nothing is to be said."""
    sentences = []
    if reviews and reviews.scheme.rubric:
        named = len(reviews.without_code)
        left_out["code without comments"] += max(0, reviews.scheme.without - named)
        sentences.append(f"The codes of {name} became the rubric “{reviews.scheme.rubric.rubric.name}”.")
        if named:
            sentences.append(
                f"{counted(named, 'code')} {'has' if named == 1 else 'have'} no criterion, as a rubric holds"
                f" {MOST_CRITERIA} at most; the comments begin with the name of the code."
            )
    parts = [counted(count, what) for what, count in sorted(left_out.items()) if count]
    if parts:
        sentences.append(f"Left out of {name}: {', '.join(parts)}.")
    return " ".join(sentences)


def _of_codes(rubric: RubricSet, scheme: Scheme) -> str:
    if not scheme.without:
        return ""
    return (
        f"Of {counted(scheme.codes, 'code')} {len(rubric.criteria)} became criteria, as a rubric holds"
        f" {MOST_CRITERIA} at most."
    )


def _looked_at(project: Project) -> str:
    if not project.texts:
        return "there is no text in it."
    missing = project.left_out["text outside the project file"]
    if missing == len(project.texts):
        return "its texts lie outside the file. Export the project with its texts."
    return f"{counted(len(project.texts), 'text')} {'was' if len(project.texts) == 1 else 'were'} looked through."


def counted(number: int, what: str) -> str:
    """“1 memo”, “2 memos”."""
    many = _PLURALS.get(what, f"{what}s")
    return f"{number:,} {what if number == 1 else many}"
