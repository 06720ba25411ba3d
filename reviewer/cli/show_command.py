"""`reviewer show`: one transcript, whole."""

import click

from reviewer.cli.main import Program
from reviewer.cli.options import as_json, library_options, open_library
from reviewer.cli.output import complain, print_json
from reviewer.domain.codec import to_plain
from reviewer.domain.edits.alternatives import shown_name
from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import ChangeKind, RevisedTurn
from reviewer.domain.transcript import Speaker, Transcript, Turn, TurnKind
from reviewer.exchange import review_file
from reviewer.workspace.known_part import NEWER

CHANGES = {
    ChangeKind.REWORDED: "rewritten",
    ChangeKind.REMOVED: "deleted",
    ChangeKind.MOVED: "moved",
    ChangeKind.SPLIT: "split",
    ChangeKind.JOINED: "joined",
}


@click.command("show")
@click.argument("transcript")
@as_json
@library_options
@click.pass_obj
def command(program: Program, transcript: str, as_json: bool) -> None:
    """One TRANSCRIPT (its id, a unique start of it, or its exact title) with its reviews."""
    with open_library(program) as workspace:
        reading = workspace.reading
        found = workspace.find_transcript(transcript)
        speakers = reading.speakers(found.id)
        turns = list(reading.each_turn(found.id))
        reviews = [full for review in reading.reviews(found.id) if (full := reading.full_review(review.id))]
    if any(full.review.known_part_of for full in reviews):
        complain(NEWER)
    if as_json:
        print_json(
            {
                "transcript": to_plain(found),
                "speakers": to_plain(speakers),
                "turns": to_plain(turns),
                "reviews": [review_file.to_plain(full, ()) for full in reviews],
            }
        )
    else:
        _print_transcript(found, speakers, turns)
        for full in reviews:
            _print_review(full)


def _print_transcript(transcript: Transcript, speakers: tuple[Speaker, ...], turns: list[Turn]) -> None:
    names = {speaker.id: speaker.name for speaker in speakers}
    click.echo(f"{transcript.title}\n")
    for turn in turns:
        who = "" if turn.kind is TurnKind.SYSTEM else f"{names.get(turn.speaker or '', '')}: "
        text = turn.text.replace("\n", "\n      ")
        click.echo(f"{turn.position:4}  {who}{text}")


def _print_review(full: FullReview) -> None:
    score = full.score
    total = "–" if score.shown is None else f"{score.shown} of 100"
    by = f", by {full.reviewer.name}" if full.reviewer.name else ""
    click.echo(f"\nReview{by}: {total}, {score.rated} of {score.to_rate} rated")
    for number, comment in enumerate(full.annotations, start=1):
        criterion = full.rubric.criterion(comment.criterion)
        name = criterion.name if criterion else "Note"
        click.echo(f"{number:4}  turn {comment.anchor.first_turn}, {name}: “{comment.anchor.quote}” {comment.text}")
    for revision in full.revisions:
        shown = full.showing(revision.id)
        if len(full.revisions) > 1:
            mark = " (recommended)" if revision is full.recommended else ""
            click.echo(f"      {shown_name(full, revision)}{mark}:")
        for change in shown.changes:
            click.echo(f"      {_change_words(change)}")


def _change_words(change: RevisedTurn) -> str:
    said = f": {change.text}" if change.text and change.kind is not ChangeKind.REMOVED else ""
    if change.origin is None:
        return f"turn inserted{said}"
    several = f"turns {', '.join(map(str, change.origins))}" if change.joined else f"turn {change.origin}"
    return f"{several} {CHANGES[change.kind]}{said}"
