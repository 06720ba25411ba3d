"""How long the list of transcripts takes in a large library: every order, shelves, a page of rows, words.

    python benchmarks/list_transcripts.py [TRANSCRIPTS] [REVIEWS] [LIBRARY]

Makes a library of TRANSCRIPTS short chats (100,000 unless given), REVIEWS of them reviewed (20,000), and prints the
median of five looks at each question. The library is kept where LIBRARY names a file, and used again when it is there.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reviewer.domain.edit import Delta, Edit, Op, Record
from reviewer.domain.ids import new_id
from reviewer.domain.review import Rating, Review, Reviewer, Status
from reviewer.domain.rubric import RubricSet
from reviewer.domain.transcript import Collection, Role, Speaker, Tag, Tagging, Transcript, Turn, TurnKind
from reviewer.store.listing import Query, Shelf, Smart, SortBy
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace, read_words

ROUNDS = 5
AT_ONCE = 500
AGENTS = ("Dana R.", "Tomas K.", "Priya M.", "Örn", "Zoë")
WORDS = (
    "refund",
    "late",
    "parcel",
    "lamp",
    "order",
    "fee",
    "door",
    "card",
    *(f"word{number}" for number in range(3000)),
)


def milliseconds(look: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        look()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def fill(workspace: Workspace, transcripts: int, reviews: int) -> None:
    """Chats of four turns, each agent in a collection of their own."""
    chance = random.Random(7)
    rubric = workspace.reading.rubrics()[0]
    reviewers = [Reviewer(new_id(), "Ada"), Reviewer(new_id(), "Ben")]
    homes = [Collection(new_id(), f"Sample {number}", "sample") for number in range(20)]
    tag = Tag(new_id(), "fees")
    save(workspace, [*reviewers, *homes, tag])
    for start in range(0, transcripts, AT_ONCE):
        records: list[Record] = []
        turns: list[Turn] = []
        for number in range(start, min(start + AT_ONCE, transcripts)):
            transcript = chat(number, chance, chance.choice(homes).id if number % 2 else None)
            agent = Speaker(new_id(), transcript.id, chance.choice(AGENTS), Role.AGENT)
            said = (" ".join(chance.choices(WORDS, k=12)) for _ in range(4))
            turns += [
                Turn(transcript.id, at, agent.id, None, TurnKind.MESSAGE, text) for at, text in enumerate(said, 1)
            ]
            records += [transcript, agent]
            if number % 9 == 0:
                records.append(Tagging(new_id(), transcript.id, tag.id))
            if number < reviews:
                records += review(transcript, chance.choice(reviewers), rubric, chance)
        workspace.add_turns([one.id for one in records if isinstance(one, Transcript)], turns)
        save(workspace, records)
    read_words(workspace, SILENT)


def chat(number: int, chance: random.Random, home: str | None) -> Transcript:
    return Transcript(
        id=new_id(),
        title=" ".join(chance.choices(WORDS, k=2)) + f" {number}",
        source_name=f"chat {number}.txt",
        source_sha256=f"{number:064x}",
        format="text",
        imported_at=f"2026-03-{number % 28 + 1:02}T10:00:00+00:00",
        turn_count=4,
        channel=chance.choice((None, "web", "app")),
        started_at=f"2026-02-{number % 27 + 1:02}T09:30:00",
        collection=home,
    )


def review(transcript: Transcript, reviewer: Reviewer, rubric: RubricSet, chance: random.Random) -> list[Record]:
    begun = Review(new_id(), transcript.id, reviewer.id, rubric.rubric.id, chance.choice(tuple(Status)))
    ratings = [Rating(new_id(), begun.id, one.id, chance.randint(1, len(one.levels))) for one in rubric.criteria]
    return [begun, *ratings]


def save(workspace: Workspace, records: list[Record]) -> None:
    workspace.do(Edit(Op.IMPORT_REVIEW, tuple(Delta(None, record) for record in records)))


def main(transcripts: int = 100_000, reviews: int = 20_000, library: str = "") -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(library or folder) / ("" if library else "library.sqlite")
        fresh = not path.exists()
        with Workspace.open(path, reviewer="Ada") as workspace:
            if fresh:
                fill(workspace, transcripts, reviews)
            reading = workspace.reading
        with Workspace.open(path, reviewer="Ada") as workspace:
            reading, me = workspace.reading, workspace.reviewer.id
            print(f"{len(reading.listing(Query())):,} transcripts")
            for sort in SortBy:
                query = Query(sort=sort, descending=False, reviewer=me)
                print(f"  by {sort:<12}{milliseconds(lambda query=query: reading.listing(query)):6.0f} ms")
            for smart in Smart:
                query = Query(Shelf(smart), sort=SortBy.SCORE, reviewer=me)
                print(f"  {smart:<15}{milliseconds(lambda query=query: reading.listing(query)):6.0f} ms")
            page = reading.listing(Query())[:100]
            print(f"  100 rows       {milliseconds(lambda: reading.rows(page, me)):6.0f} ms")
            print(f"  counts         {milliseconds(lambda: reading.shelves(me)):6.0f} ms")
            for words in ("refund", "late parcel", "dana", "word12", "nowhere"):
                query = Query(words=words, reviewer=me)
                print(f"  “{words}”".ljust(17) + f"{milliseconds(lambda query=query: reading.listing(query)):6.0f} ms")


if __name__ == "__main__":
    numbers = [int(one.replace(",", "")) for one in sys.argv[1:3]]
    main(*numbers, *sys.argv[3:4])
