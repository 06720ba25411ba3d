"""A review from a file, laid on the transcript that the library holds already."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from reviewer.domain.anchor import Anchor, anchor_at, find_again
from reviewer.domain.annotation import in_reading_order
from reviewer.domain.full_review import FullReview
from reviewer.domain.merging import COVER
from reviewer.domain.parts import part_in, set_aside
from reviewer.domain.revision import RevisedTurn
from reviewer.domain.transcript import Transcript
from reviewer.errors import Unplaced
from reviewer.exchange.review_file import ReviewFile
from reviewer.store.reading import Reading


def laid_on_library(reading: Reading, file: ReviewFile, name: str, *, keep_unplaced: bool = False) -> FullReview:
    """The review of `file` with the library's transcript where the library has it: by the review, by id, or by words.

    Raises:
        Unplaced: the library's words differ, and some comments have no place in them. With `keep_unplaced` these come
            without a place.
    """
    full = file.full
    texts = {turn.position: turn.text for turn in file.turns}
    saved = reading.full_review(full.review.id)
    known = saved.transcript if saved else reading.transcript(full.transcript.id)
    if known is None:
        for copy in reading.same_source(full.transcript.source_sha256):
            if copy.turn_count == len(texts) and reading.texts(copy.id, 1, copy.turn_count) == texts:
                return _on_copy(reading, full, copy)
        return full
    present = reading.texts(known.id, 1, known.turn_count)
    full = _on_copy(reading, full, known)
    if present == texts:
        return full
    if _differ_in_cover_alone(present, texts):
        return _quoted_again(full, present)
    return _placed_again(full, present, name, keep_unplaced=keep_unplaced)


def _on_copy(reading: Reading, full: FullReview, known: Transcript) -> FullReview:
    if known.id == full.transcript.id:
        return replace(full, transcript=known)
    speakers = reading.speakers(known.id)
    ids = {one.name: one.id for one in speakers}
    names = {one.id: one.name for one in full.speakers}

    def said(turn: RevisedTurn) -> RevisedTurn:
        return replace(turn, speaker=ids.get(names.get(turn.speaker or "", "")))

    return replace(
        full,
        transcript=known,
        speakers=speakers,
        review=replace(full.review, transcript=known.id),
        revised_turns=tuple(map(said, full.revised_turns)),
        absent=tuple(
            set_aside(said(part), one.review) if isinstance(part := part_in(one), RevisedTurn) else one
            for one in full.absent
        ),
    )


def _differ_in_cover_alone(present: Mapping[int, str], texts: Mapping[int, str]) -> bool:
    """Whether both are the same words, but for personal details that are covered sign by sign in one of them."""
    return present.keys() == texts.keys() and all(
        len(here) == len(there) and all(COVER in pair or pair[0] == pair[1] for pair in zip(here, there, strict=True))
        for here, there in ((present[position], texts[position]) for position in texts)
        if here != there
    )


def _quoted_again(full: FullReview, texts: Mapping[int, str]) -> FullReview:
    """Comments stand where they stood; their quotes are the words that the library has there."""

    def quoted(anchor: Anchor) -> Anchor:
        if not anchor.found:
            return anchor
        first, start, last, end = anchor.first_turn, anchor.start, anchor.last_turn, anchor.end
        return replace(anchor_at(texts, first, start, last, end, whole_turns=True), whole_turns=anchor.whole_turns)

    return _anchored(full, (quoted(one.anchor) for one in full.annotations))


def _placed_again(full: FullReview, texts: dict[int, str], name: str, *, keep_unplaced: bool) -> FullReview:
    anchors = []
    for annotation in full.annotations:
        anchor = find_again(annotation.anchor, texts)
        anchors.append(replace(anchor or annotation.anchor, found=anchor is not None))
    lost = sum(not anchor.found for anchor in anchors)
    if lost and not keep_unplaced:
        raise Unplaced(
            f"{name} is for another version of the transcript: {lost} of {len(full.annotations)} comments could not"
            " be placed. Nothing was imported."
        )
    return _anchored(full, anchors)


def _anchored(full: FullReview, anchors: Iterable[Anchor]) -> FullReview:
    annotations = [replace(one, anchor=anchor) for one, anchor in zip(full.annotations, anchors, strict=True)]
    return replace(full, annotations=tuple(in_reading_order(annotations)))
