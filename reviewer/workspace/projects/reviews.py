"""The marks of a project as comments: whose they are, under which rubric, and what they say."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from reviewer.domain.absent import Absent
from reviewer.domain.anchor import Anchor
from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.review import Rating, Reply, Review, Reviewer
from reviewer.domain.rubric import RubricSet
from reviewer.domain.rubric_changes import new_rubric
from reviewer.domain.rubric_versions import default_among
from reviewer.exchange.refi_qda.cases import REVIEWER, SCORE, STATUS, rating_variable
from reviewer.exchange.refi_qda.codes import Code
from reviewer.exchange.refi_qda.names import NO_CRITERIA, VERDICTS, identity_of
from reviewer.exchange.refi_qda.reading import Case, Mark, Note, Project
from reviewer.exchange.refi_qda.rubric import Scheme, scheme_of
from reviewer.workspace.beginning import DEFAULT_RUBRIC
from reviewer.workspace.projects.chats import Chat
from reviewer.workspace.workspace import Workspace

NOBODY: Final = ""


@dataclass(slots=True)
class Arrival:
    """One review of a project with what belongs to it."""

    reviewer: Reviewer
    review: Review
    rubric: RubricSet
    annotations: list[Annotation] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    people: list[Reviewer] = field(default_factory=list)
    ratings: list[Rating] = field(default_factory=list)


class Reviews:
    """Makes reviews of the marks in chats; what it cannot take is counted in `left_out`."""

    def __init__(self, workspace: Workspace, project: Project, name: str) -> None:
        self._reading = workspace.reading
        self._project = project
        self._rubrics = workspace.reading.rubrics()
        offered = default_among(self._rubrics, workspace.preferred_rubric, DEFAULT_RUBRIC)
        self._default = offered or new_rubric(project.name or name)
        self._codes = {one.id: one for one in _flat(project.codes)}
        self._cases = {one.id for one in project.cases}
        used = Counter(code for text in project.texts for mark in text.marks for code in mark.codes)
        self.scheme: Scheme = scheme_of(project.codes, project.name or name, used)
        self._seen: set[str] = set()
        self.left_out: Counter[str] = Counter()
        self.without_code: set[str] = set()
        """Codes whose comments stand under no criterion of their own."""

    def of(self, chat: Chat) -> Iterator[Arrival]:
        """The reviews of one chat: one for each user who marked something, or whose scores are there."""
        by_user: dict[str, list[tuple[Mark, Anchor]]] = {}
        for mark, anchor in chat.marks:
            if anchor is None:
                self.left_out["comment on words outside the chats"] += 1
            elif not set(mark.codes) or set(mark.codes) - self._cases:
                by_user.setdefault(self._user(mark.user), []).append((mark, anchor))
            else:
                self.left_out["mark of a case"] += 1
        cases = self._scored(chat)
        for user in dict.fromkeys((*by_user, *cases)):
            yield self._review(chat, user, by_user.get(user, []), cases.get(user))

    def _user(self, user: str) -> str:
        """Whose a mark is; of the only user where it does not say."""
        if not user and len(self._project.users) == 1:
            return next(iter(self._project.users))
        return user

    def _scored(self, chat: Chat) -> dict[str, Case]:
        """The cases that this program wrote for reviews of the chat, by user."""
        names = {name: user for user, name in self._project.users.items()}
        cases = (one for one in self._project.cases if chat.source in one.sources and REVIEWER in one.values)
        return {names[one.values[REVIEWER]]: one for one in cases if one.values[REVIEWER] in names}

    def _review(self, chat: Chat, user: str, marks: Sequence[tuple[Mark, Anchor]], case: Case | None) -> Arrival:
        reviewer = self._reviewer(user)
        transcript = chat.transcript.id
        known = self._reading.review_by(transcript, reviewer.id) if chat.known else None
        rubric = (self._reading.rubric(known.rubric) if known else None) or self._rubric(marks)
        own_id = self._free_id(case, transcript, reviewer.id)
        when = max((moment(mark.when) for mark, _ in marks), default="")
        fresh = Review(own_id, transcript, reviewer.id, rubric.rubric.id, author=reviewer.id, rev=1, updated=when)
        arrival = Arrival(reviewer, known or fresh, rubric)
        for mark, anchor in marks:
            self._comment(arrival, mark, anchor)
        if case:
            self._rate(arrival, case, scored=known is None)
        return arrival

    def _free_id(self, case: Case | None, transcript: str, reviewer: str) -> str:
        """The identity of the case, unless a review of something else has it."""
        held = self._reading.record(Review, case.id) if case else None
        taken = held is not None and (held.transcript, held.reviewer) != (transcript, reviewer)
        return case.id if case and not taken else identity_of("review", transcript, reviewer)

    def _reviewer(self, user: str) -> Reviewer:
        if user:
            return self._reading.record(Reviewer, user) or Reviewer(user, self._project.users.get(user, NOBODY))
        return Reviewer(identity_of("nobody", self._project.name), self._project.name)

    def _rubric(self, marks: Sequence[tuple[Mark, Anchor]]) -> RubricSet:
        """The library's rubric that holds most of the codes, else the one made of them, else that of new reviews."""
        codes = Counter(code for mark, _ in marks for code in mark.codes)
        folders = {one.id for one in self._project.codes}
        own = {one.rubric.id: sum(codes[criterion.id] for criterion in one.criteria) for one in self._rubrics}
        best = max(self._rubrics, key=lambda one: (own[one.rubric.id], one.rubric.id in folders), default=None)
        if best and (own[best.rubric.id] or best.rubric.id in folders):
            return best
        return self.scheme.rubric or self._default

    def _comment(self, arrival: Arrival, mark: Mark, anchor: Anchor) -> None:
        """A comment for each criterion that the words are coded with; what was written stands in the first."""
        verdict = next((Verdict(key) for key, code in VERDICTS.items() if code in mark.codes), Verdict.NONE)
        codes = [code for code in mark.codes if code not in NO_CRITERIA and code not in self._cases]
        own = mark.id
        held = self._reading.record(Annotation, own)
        if own in self._seen or (held is not None and held.review != arrival.review.id):
            own = identity_of("mark", mark.id, arrival.review.id, str(anchor.first_turn), str(anchor.start))
        self._seen.add(mark.id)
        if self._reading.record(Absent, own):
            self.left_out["comment that was deleted here"] += 1
            return
        for number, code in enumerate(codes or [None]):
            criterion, said = self._criterion(arrival.rubric, code)
            words = mark.text if number == 0 else ""
            made = Annotation(
                id=own if number == 0 else identity_of("mark", own, code or ""),
                review=arrival.review.id,
                anchor=anchor,
                criterion=criterion,
                verdict=verdict,
                text=f"{said}: {words}" if said and words else said or words,
                suggestion=mark.suggestion if number == 0 else None,
                author=arrival.reviewer.id,
                rev=1,
                updated=moment(mark.when),
            )
            arrival.annotations.append(made)
        for note in mark.replies:
            self._reply(arrival, own, note)

    def _criterion(self, rubric: RubricSet, code: str | None) -> tuple[str | None, str]:
        """The criterion of a code, and the name that its comments say because it is not that of the code."""
        if code is None:
            return None, ""
        known = self._codes.get(code)
        if known is None:
            self.left_out["code that the project does not define"] += 1
            return None, ""
        if rubric is self.scheme.rubric:
            said = self.scheme.names.get(code, "")
            if said:
                self.without_code.add(code)
            return self.scheme.criterion_of.get(code), said
        found = _same_criterion(rubric, known)
        if found is None:
            self.without_code.add(code)
        return found, "" if found else known.name.strip()

    def _reply(self, arrival: Arrival, comment: str, note: Note) -> None:
        user = self._user(note.user)
        person = self._reviewer(user) if user else arrival.reviewer
        when = moment(note.when)
        arrival.people.append(person)
        held = self._reading.record(Reply, note.id)
        own = note.id if held is None or held.annotation == comment else identity_of("reply", note.id, comment)
        arrival.replies.append(Reply(own, comment, person.id, note.text, when, person.id, 1, when))

    def _rate(self, arrival: Arrival, case: Case, *, scored: bool) -> None:
        """Levels where the rubric is the library's own, as only there their meaning is known."""
        criteria = {rating_variable(one.id): one for one in arrival.rubric.criteria}
        for variable, value in case.values.items():
            one = criteria.get(variable)
            if scored and one and value.isdecimal() and 1 <= int(value) <= len(one.levels):
                rating_id = identity_of("rating", arrival.review.id, one.id)
                review = arrival.review
                rating = Rating(rating_id, review.id, one.id, int(value), author=review.author, rev=1)
                arrival.ratings.append(rating)
            elif variable not in (REVIEWER, STATUS, SCORE):
                self.left_out["rating"] += scored


def moment(stamp: str) -> str:
    """A time of a project as reviews keep it, ISO 8601 in UTC; empty for what is none."""
    try:
        read = datetime.fromisoformat(stamp)
    except ValueError:
        return ""
    return read.replace(tzinfo=read.tzinfo or UTC).astimezone(UTC).isoformat(timespec="seconds")


def _same_criterion(rubric: RubricSet, code: Code) -> str | None:
    """The criterion with the identity of the code, in this or another version of the rubric, or of its name."""
    name = code.name.strip().casefold()
    tests = (
        lambda one: code.id in (one.id, one.root),
        lambda one: one.name.casefold() == name,
    )
    return next((one.id for test in tests for one in rubric.criteria if test(one)), None)


def _flat(codes: Sequence[Code]) -> Iterator[Code]:
    for one in codes:
        yield one
        yield from _flat(one.below)
