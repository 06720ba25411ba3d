"""What a group commented on: how much under each criterion, and the words that several students marked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reviewer.domain.annotation import Annotation, Verdict, in_reading_order
from reviewer.domain.full_review import FullReview
from reviewer.domain.overlaps import Marked, SharedWords, Texts, matches, shared_words
from reviewer.domain.rubric import NOTE_SLOT, Criterion
from reviewer.exporters.conversation_view import turn_views
from reviewer.exporters.gathered.group_work import ChatWork, GroupWork, Work
from reviewer.exporters.gathered.parts import Bar, Head, head_of
from reviewer.exporters.page_language import PageLanguage
from reviewer.exporters.review_words import ReviewWords
from reviewer.exporters.view_model import Ref, TurnView


@dataclass(frozen=True, slots=True)
class RemarkView:
    """What one person says about shared words."""

    name: str
    verdict: str
    text: str
    own: bool


@dataclass(frozen=True, slots=True)
class SharedView:
    """Words that several students marked, beside their turn."""

    number: int
    slot: int
    name: str
    people: str
    place: str
    remarks: tuple[RemarkView, ...]


@dataclass(frozen=True, slots=True)
class SharedTurn:
    """A turn of the conversation with what ends in it."""

    turn: TurnView
    cards: tuple[SharedView, ...]


@dataclass(frozen=True, slots=True)
class SharedChat:
    """The conversation of one chat; `turns` may be read once only. The title is empty where there is one chat."""

    title: str
    count: str
    spoken: str
    turns: Iterable[SharedTurn]


def comment_bars(group: GroupWork, language: PageLanguage) -> tuple[Bar, ...]:
    """How many comments the students made under each criterion; none where they made none."""
    written = [(_criterion_of(one, work), one, work.person) for work in _works(group) for one in work.full.annotations]
    heads: list[tuple[str | None, Head]] = [(one.root, head_of(one)) for one in group.rubric.criteria]
    found = []
    for root, head in [*heads, (None, Head(language.say("N"), NOTE_SLOT, language.say("Note")))]:
        ours = [(one, person) for criterion, one, person in written if criterion == root]
        if ours or (written and root is not None):
            found.append((head, [one for one, _ in ours], len({person for _, person in ours})))
    most = max((len(ours) for _, ours, _ in found), default=1) or 1
    return tuple(
        Bar(head, round(100 * len(ours) / most), language.number(len(ours)), _detail(ours, people, language))
        for head, ours, people in found
    )


def shared_chats(group: GroupWork, language: PageLanguage) -> Iterator[SharedChat]:
    """The chats in which several students marked the same words; comments are numbered through all of them."""
    numbered = 0
    for chat in group.chats:
        texts = _texts_under(chat)
        shared = shared_words(_marked(chat.works), texts)
        if not shared:
            continue
        yield SharedChat(
            title="" if len(group.chats) == 1 else chat.transcript.title,
            count=language.count("%(number)s place", "%(number)s places", len(shared)),
            spoken=chat.transcript.language or "",
            turns=_turns(group, chat, shared, texts, numbered, language),
        )
        numbered += len(shared)


def _turns(
    group: GroupWork,
    chat: ChatWork,
    shared: list[SharedWords],
    texts: Texts,
    before: int,
    language: PageLanguage,
) -> Iterator[SharedTurn]:
    by_root = {one.root: one for one in group.rubric.criteria}
    places = {f"{number:09d}": one for number, one in enumerate(shared)}
    annotations = in_reading_order(
        Annotation(name, "", one.anchor, by_root[one.criterion].id if one.criterion else None, Verdict.NONE, "")
        for name, one in places.items()
    )
    full = replace(chat.everybody[0].full, rubric=group.rubric, annotations=tuple(annotations), replies=())
    cards = {
        one.id: _card(places[one.id], chat, texts, before + number, by_root, language)
        for number, one in enumerate(annotations, start=1)
    }
    by_number = {full.numbers[name]: card for name, card in cards.items()}
    for turn in turn_views(_Told(full, language, cards), chat.turns()):
        yield SharedTurn(turn, tuple(by_number[one.number] for one in turn.comments))


@dataclass(frozen=True)
class _Told(ReviewWords):
    """Words that are shared, told by how many people marked them."""

    cards: Mapping[str, SharedView]

    def ref(self, annotation: Annotation) -> Ref:
        card = self.cards[annotation.id]
        spoken = self.language.say(
            "Comments %(number)s: %(criterion)s, %(people)s",
            number=card.number,
            criterion=card.name,
            people=card.people,
        )
        return Ref(card.number, card.slot, spoken)


def _card(
    shared: SharedWords,
    chat: ChatWork,
    texts: Texts,
    number: int,
    by_root: Mapping[str, Criterion],
    language: PageLanguage,
) -> SharedView:
    criterion = by_root[shared.criterion] if shared.criterion else None
    own = _marked([chat.own]) if chat.own else ()
    beside = [
        one for one in own if one.criterion == shared.criterion and matches(one.anchor, shared.anchor, texts)
    ]  # fmt: skip
    names = {work.person: work for work in chat.everybody}
    anchor = shared.anchor
    several = anchor.last_turn > anchor.first_turn
    return SharedView(
        number=number,
        slot=criterion.slot if criterion else NOTE_SLOT,
        name=criterion.name if criterion else language.say("Note"),
        people=language.say(
            "%(some)s of %(all)s students", some=language.number(shared.people), all=language.number(len(chat.works))
        ),
        place=language.say("turns %(first)s–%(last)s", first=anchor.first_turn, last=anchor.last_turn)
        if several
        else "",
        remarks=tuple(
            RemarkView(
                names[one.person].name,
                ReviewWords(names[one.person].full, language).verdict(one.annotation),
                one.annotation.text,
                one in beside,
            )
            for one in (*shared.marked, *beside)
        ),
    )


def _marked(works: Iterable[Work]) -> tuple[Marked, ...]:
    return tuple(
        Marked(work.person, _criterion_of(one, work), one)
        for work in works
        for one in work.full.annotations
        if one.anchor.found
    )


def _criterion_of(annotation: Annotation, work: Work) -> str | None:
    criterion = work.full.rubric.criterion(annotation.criterion)
    return criterion.root if criterion else None


def _texts_under(chat: ChatWork) -> Texts:
    """The words of the turns that somebody commented on."""
    fulls: Iterable[FullReview] = (work.full for work in chat.everybody)
    anchors = (one.anchor for full in fulls for one in full.annotations if one.anchor.found)
    touched = {turn for one in anchors for turn in range(one.first_turn, one.last_turn + 1)}
    return {turn.position: turn.text for turn in chat.turns() if turn.position in touched} if touched else {}


def _works(group: GroupWork) -> Iterator[Work]:
    return (work for chat in group.chats for work in chat.works)


def _detail(ours: list[Annotation], people: int, language: PageLanguage) -> str:
    verdicts = [one.verdict for one in ours]
    concerns, strengths = (verdicts.count(one) for one in (Verdict.CONCERN, Verdict.STRENGTH))
    return language.listed(
        (
            language.count("%(number)s concern", "%(number)s concerns", concerns) if concerns else "",
            language.count("%(number)s strength", "%(number)s strengths", strengths) if strengths else "",
            language.count("by %(number)s student", "by %(number)s students", people) if people else "",
        )
    )
