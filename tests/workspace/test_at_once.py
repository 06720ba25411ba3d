"""Two programs at work in one library, and programs that are killed."""

import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.domain.edits import reviewing
from reviewer.errors import Conflict
from reviewer.workspace.importing import import_source
from tests.workspace.sample import LINES, Clock, chat, comment, imported, open_library

WORKERS = 3
NOTES = 15


@pytest.fixture
def transcript_id(tmp_path: Path) -> str:
    """A chat whose review has begun."""
    with open_library(tmp_path) as workspace:
        transcript = imported(workspace)
        comment(workspace, workspace.review_of(transcript.id), "begun")
        return transcript.id


def write_notes(folder: Path, transcript_id: str, worker: str, count: int, noted: Callable[[str], None]) -> None:
    """Adds comments, and a word to one summary that all share; a conflict is looked at and tried again."""
    with open_library(folder) as workspace:
        for number in range(count):
            comment(workspace, workspace.review_of(transcript_id), f"{worker} {number}")
            while True:
                full = workspace.review_of(transcript_id)
                try:
                    workspace.do(reviewing.summarise(full, f"{full.review.headline} {worker}", (), (), ()))
                except Conflict:
                    continue
                break
            noted(f"{worker} {number}")


def found(folder: Path, transcript_id: str) -> tuple[set[str], list[str]]:
    """The comments and the words of the summary, in a library that is sound."""
    with open_library(folder) as workspace:
        assert workspace.check() == []
        full = workspace.review_of(transcript_id)
        return {one.text for one in full.annotations} - {"begun"}, full.review.headline.split()


def test_threads_lose_nothing(tmp_path: Path, transcript_id: str):
    done: list[str] = []
    threads = [
        threading.Thread(target=write_notes, args=(tmp_path, transcript_id, f"t{number}", NOTES, done.append))
        for number in range(WORKERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    comments, words = found(tmp_path, transcript_id)
    assert len(done) == WORKERS * NOTES
    assert comments == set(done)
    assert sorted(words) == sorted(f"t{number}" for number in range(WORKERS) for _ in range(NOTES))


WORKER = """
import sys
from pathlib import Path
from tests.workspace.test_at_once import write_notes
write_notes(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), lambda note: print(note, flush=True))
"""


def started(folder: Path, transcript_id: str, worker: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WORKER, str(folder), transcript_id, worker, str(count)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )


def test_processes_lose_nothing(tmp_path: Path, transcript_id: str):
    programs = [started(tmp_path, transcript_id, f"p{number}", NOTES) for number in range(2)]
    done = [line for program in programs for line in program.communicate()[0].split("\n") if line]
    comments, words = found(tmp_path, transcript_id)
    assert [program.returncode for program in programs] == [0, 0]
    assert len(done) == 2 * NOTES
    assert comments == set(done)
    assert len(words) == 2 * NOTES


@pytest.mark.parametrize("seconds", [0.0, 0.013, 0.04])
def test_what_was_saved_survives_a_kill(tmp_path: Path, transcript_id: str, seconds: float):
    program = started(tmp_path, transcript_id, "k", 100_000)
    assert program.stdout
    first = program.stdout.readline()
    time.sleep(seconds)
    program.send_signal(signal.SIGKILL)
    saved = {line for line in (first + program.communicate()[0]).split("\n") if line}
    comments, words = found(tmp_path, transcript_id)
    assert saved <= comments
    assert len(saved) <= len(words) <= len(comments) <= len(saved) + 1


IMPORTER = """
import sys
from pathlib import Path
from reviewer.workspace.importing import import_source
from reviewer.workspace.progress import SILENT
from tests.workspace.sample import chat, open_library
class Told:
    def step(self, done, total, text):
        print(done, flush=True)
lines = [f"{'Mira' if n % 2 else 'Customer'}: {n}" for n in range(40_000)]
with open_library(Path(sys.argv[1])) as workspace:
    import_source(workspace, chat("Long chat", lines), Told())
"""


def test_an_import_that_is_killed_leaves_nothing_to_see(tmp_path: Path, transcript_id: str):
    program = subprocess.Popen(
        [sys.executable, "-c", IMPORTER, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert program.stdout
    assert [program.stdout.readline().strip() for _ in range(4)] == ["2000", "4000", "6000", "8000"]
    program.kill()
    program.communicate()
    clock = Clock()
    with open_library(tmp_path, clock=clock) as workspace:
        assert [one.id for one in workspace.reading.transcripts()] == [transcript_id]
        assert workspace.check() == []
        assert turns_in(tmp_path) > len(LINES)
    clock.now = clock.now.replace(year=clock.now.year + 1)
    open_library(tmp_path, clock=clock).close()
    assert turns_in(tmp_path) == len(LINES)


def test_an_import_under_way_is_left_alone(tmp_path: Path, transcript_id: str):
    """Somebody opens the library while another imports: the turns that came already stay."""

    class Opens:
        def step(self, done: int, total: int, text: str) -> None:
            open_library(tmp_path).close()

    lines = [f"{'Mira' if number % 2 else 'Customer'}: {number}" for number in range(5000)]
    with open_library(tmp_path) as workspace:
        (transcript,) = import_source(workspace, chat("Long chat", lines), Opens()).transcripts
        assert transcript.turn_count == 5000
        assert len(workspace.reading.texts(transcript.id, 1, 5000)) == 5000
        assert workspace.check() == []


def turns_in(folder: Path) -> int:
    """How many turns the file holds, seen or not."""
    with sqlite3.connect(folder / "library.sqlite") as connection:
        (count,) = connection.execute("select count(*) from turn").fetchone()
    connection.close()
    return int(count)
