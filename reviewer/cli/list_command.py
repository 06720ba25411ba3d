"""`reviewer list`: the transcripts of the library."""

import click

from reviewer.cli.main import Program
from reviewer.cli.options import as_json, library_options, open_library
from reviewer.cli.output import print_json, print_table
from reviewer.store.reading import TranscriptSummary


@click.command("list")
@as_json
@library_options
@click.pass_obj
def command(program: Program, as_json: bool) -> None:
    """The transcripts, with their reviews and scores."""
    with open_library(program) as workspace:
        summaries = workspace.reading.summaries()
    if as_json:
        print_json([_plain(summary) for summary in summaries])
    elif summaries:
        print_table([("id", "turns", "status", "score", "title"), *map(_row, summaries)])


def _plain(summary: TranscriptSummary) -> dict[str, object]:
    transcript = summary.transcript
    return {
        "id": transcript.id,
        "title": transcript.title,
        "source": transcript.source_name,
        "format": transcript.format,
        "started_at": transcript.started_at,
        "imported_at": transcript.imported_at,
        "turns": transcript.turn_count,
        "agent": summary.agent or None,
        "review": summary.review.id if summary.review else None,
        "status": _status(summary),
        "rated": summary.rated,
        "to_rate": summary.to_rate,
        "comments": summary.comments,
        "score": summary.score,
    }


def _row(summary: TranscriptSummary) -> tuple[str, ...]:
    transcript = summary.transcript
    score = "–" if summary.score is None else str(summary.score)
    status = _status(summary).replace("_", " ")
    return transcript.id[:8], str(transcript.turn_count), status, score, transcript.title


def _status(summary: TranscriptSummary) -> str:
    return summary.review.status.value if summary.review else "to_review"
