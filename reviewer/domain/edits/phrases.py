"""Edits of the comment bank. None in place of an edit means that nothing would change."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from reviewer.domain.annotation import Annotation
from reviewer.domain.edit import LIBRARY, Delta, Edit, Op
from reviewer.domain.ids import new_id
from reviewer.domain.phrase import Phrase
from reviewer.domain.rubric import RubricSet


def phrase_of(annotation: Annotation, rubric: RubricSet) -> Phrase:
    """What a comment says, for use again."""
    criterion = rubric.criterion(annotation.criterion)
    return Phrase(
        new_id(),
        criterion.root if criterion else None,
        criterion.name if criterion else "",
        annotation.verdict,
        annotation.text.strip(),
        annotation.suggestion,
    )


def add(bank: Iterable[Phrase], phrase: Phrase) -> Edit | None:
    """`phrase` comes into the bank; None when it says nothing, or the bank says the same already."""
    if not phrase.text or _content(phrase) in {_content(one) for one in bank}:
        return None
    return Edit(Op.ADD_PHRASE, (Delta(None, phrase),), LIBRARY)


def edit(before: Phrase, after: Phrase) -> Edit | None:
    """`before` becomes `after`, which has the same id."""
    return Edit(Op.EDIT_PHRASE, (Delta(before, after),), LIBRARY) if before != after else None


def delete(phrase: Phrase) -> Edit:
    """A phrase is gone from the bank."""
    return Edit(Op.DELETE_PHRASE, (Delta(phrase, None),), LIBRARY)


def take_in(bank: Iterable[Phrase], found: Iterable[Phrase], criteria: Collection[str]) -> Edit | None:
    """What the bank lacks of `found` comes into it; what stands under none of `criteria` (roots) becomes a note."""
    there = list(bank)
    ids, contents = {one.id for one in there}, {_content(one) for one in there}
    new = []
    for one in found:
        phrase = one if one.criterion in criteria else replace(one, criterion=None, criterion_name="")
        if _content(phrase) in contents:
            continue
        phrase = replace(phrase, id=new_id()) if phrase.id in ids else phrase
        ids.add(phrase.id)
        contents.add(_content(phrase))
        new.append(phrase)
    return Edit(Op.IMPORT_PHRASES, tuple(Delta(None, one) for one in new), LIBRARY) if new else None


def _content(phrase: Phrase) -> tuple[object, ...]:
    return phrase.criterion, phrase.verdict, phrase.text.strip(), phrase.suggestion
