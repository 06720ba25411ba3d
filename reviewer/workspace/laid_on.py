"""A review from a file, laid on the transcript that the library holds already."""

from dataclasses import replace

from reviewer.domain.anchor import find_again
from reviewer.domain.annotation import Annotation, in_reading_order
from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Transcript
from reviewer.errors import Unplaced
from reviewer.exchange.review_file import ReviewFile
from reviewer.store.reading import Reading


def laid_on_library(reading: Reading, file: ReviewFile, name: str, *, keep_unplaced: bool = False) -> FullReview:
    """The review of `file` with the library's transcript where the library has it, by id or by its words.

    Raises:
        Unplaced: the library's words differ, and some comments have no place in them. With `keep_unplaced` these come
            without a place.
    """
    full = file.full
    texts = {turn.position: turn.text for turn in file.turns}
    known = reading.transcript(full.transcript.id)
    if known:
        present = reading.texts(known.id, 1, known.turn_count)
        full = replace(full, transcript=known)
        return full if present == texts else _placed_again(full, present, name, keep_unplaced=keep_unplaced)
    for known in reading.same_source(full.transcript.source_sha256):
        if known.turn_count == len(texts) and reading.texts(known.id, 1, known.turn_count) == texts:
            return _on_other_copy(reading, full, known)
    return full


def _on_other_copy(reading: Reading, full: FullReview, known: Transcript) -> FullReview:
    speakers = reading.speakers(known.id)
    ids = {one.name: one.id for one in speakers}
    names = {one.id: one.name for one in full.speakers}
    return replace(
        full,
        transcript=known,
        speakers=speakers,
        review=replace(full.review, transcript=known.id),
        revised_turns=tuple(
            replace(turn, speaker=ids.get(names.get(turn.speaker or "", ""))) for turn in full.revised_turns
        ),
    )


def _placed_again(full: FullReview, texts: dict[int, str], name: str, *, keep_unplaced: bool) -> FullReview:
    placed: list[Annotation] = []
    for annotation in full.annotations:
        anchor = find_again(annotation.anchor, texts)
        placed.append(replace(annotation, anchor=replace(anchor or annotation.anchor, found=anchor is not None)))
    lost = sum(not one.anchor.found for one in placed)
    if lost and not keep_unplaced:
        raise Unplaced(
            f"{name} is for another version of the transcript: {lost} of {len(full.annotations)} comments could not"
            " be placed. Nothing was imported."
        )
    return replace(full, annotations=tuple(in_reading_order(placed)))
