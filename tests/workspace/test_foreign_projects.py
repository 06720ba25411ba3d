"""Projects of other programs become chats with comments on the right words, and what is left out is said."""

import contextlib
import copy
import io
import zipfile
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from reviewer.domain.full_review import FullReview
from reviewer.errors import Unreadable
from reviewer.importers.base import Source
from reviewer.workspace.importing import Outcome, import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.exchange.refi_qda import packed, project_of
from tests.exporters.cases import tablet_order
from tests.workspace import foreign_projects as foreign
from tests.workspace.sample import LINES, chat, open_library


def brought(workspace: Workspace, project: bytes) -> Outcome:
    return import_source(workspace, Source("kettle.qdpx", project), SILENT)


def reviews(workspace: Workspace, outcome: Outcome) -> dict[str, FullReview]:
    """The reviews of the first chat by the names of their reviewers."""
    found = [workspace.reading.full_review(one.id) for one in workspace.reading.reviews(outcome.transcripts[0].id)]
    return {one.reviewer.name: one for one in found if one}


def said(full: FullReview) -> list[tuple[str, str, str]]:
    """Quote, criterion and text of each comment."""
    return [(one.anchor.quote, name_of(full, one.criterion), one.text) for one in full.annotations]


def name_of(full: FullReview, criterion: str | None) -> str:
    found = full.rubric.criterion(criterion)
    return found.name if found else "note"


def test_the_way_nvivo_writes(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        outcome = brought(workspace, foreign.nvivo())
        (transcript,) = outcome.transcripts
        turns = list(workspace.reading.each_turn(transcript.id))
        found = reviews(workspace, outcome)
    assert (transcript.title, transcript.turn_count) == ("Kettle", 4)
    assert turns[0].text == "Hello, this is Nadia 😀. How can I help?"
    assert said(found["Ben"]) == [("this is Nadia 😀", "Tone", "")]
    assert said(found["Ann"]) == [("how our terms are", "Hides behind terms", ""), ("Goodbye", "note", "Gives up.")]
    assert found["Ben"].annotations[0].updated == "2026-05-04T11:00:00+00:00"
    assert [one.name for one in found["Ann"].rubric.criteria] == ["Tone", "Hides behind terms"]
    assert found["Ann"].rubric.criteria[0].description == "How it sounds."
    assert outcome.notice == (
        "The codes of kettle.qdpx became the rubric “Kettle study”."
        " Left out of kettle.qdpx: 1 mark of a case, 1 memo, 1 picture."
    )


def test_the_way_atlas_ti_writes(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        found = reviews(workspace, brought(workspace, foreign.atlas()))
    assert said(found["Ann"]) == [
        ("My kettle leaks", "Tone", "No remedy is offered."),
        ("My kettle leaks", "Remedy", ""),
        ("Goodbye", "Remedy", ""),
    ]
    assert found["Ann"].annotations[0].updated == "2026-05-05T06:00:00+00:00"


def test_the_way_maxqda_writes(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        outcome = brought(workspace, foreign.maxqda())
        found = reviews(workspace, outcome)
    assert said(found["Ben"]) == [
        ("money back", "note", "Wants money."),
        ("That is how our terms are.", "Terms", ""),
    ]
    assert found["Ben"].annotations[1].anchor.whole_turns
    assert [one.name for one in found["Ben"].rubric.criteria] == ["Manner", "Terms", "Remedy"]
    assert "Left out of kettle.qdpx: 1 set, 1 value of a variable." in outcome.notice


def test_the_way_qualcoder_writes(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        found = reviews(workspace, brought(workspace, foreign.qualcoder()))
    assert said(found["Ben"]) == [("kettle leaks", "Tone", "Ouch"), ("terms are.", "Tone", "")]


def test_a_recording_with_a_transcript(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        found = reviews(workspace, brought(workspace, foreign.recorded()))
    assert said(found["Ann"]) == [("That is how our terms are", "Tone", "")]


def test_more_codes_than_a_rubric_holds_but_few_in_use(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        outcome = brought(workspace, foreign.many_codes(30, 3))
        found = reviews(workspace, outcome)["Ann"]
    assert [one.name for one in found.rubric.criteria] == ["Code 1", "Code 2", "Code 3"]
    assert sum(one.weight for one in found.rubric.criteria) == 100
    assert "27 codes without comments" in outcome.notice


def test_more_codes_than_a_rubric_holds_go_to_those_above(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        outcome = brought(workspace, foreign.many_codes(4, 16, below=3))
        found = reviews(workspace, outcome)["Ann"]
    assert [one.name for one in found.rubric.criteria] == ["Code 1", "Code 2", "Code 3", "Code 4"]
    assert len(found.annotations) == 16
    assert [one.text for one in found.annotations if name_of(found, one.criterion) == "Code 1"] == [
        "", "Inner 3e8", "Inner 3e9", "Inner 3ea",
    ]  # fmt: skip
    assert "12 codes have no criterion, as a rubric holds 12 at most" in outcome.notice


def test_more_codes_without_any_above_are_kept_by_use(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        outcome = brought(workspace, foreign.many_codes(20, 14))
        found = reviews(workspace, outcome)["Ann"]
    assert len(found.rubric.criteria) == 12
    notes = [one.text for one in found.annotations if one.criterion is None]
    assert notes == ["Code 13", "Code 14"]
    assert "2 codes have no criterion" in outcome.notice
    assert "6 codes without comments" in outcome.notice


def test_a_project_without_codes_follows_the_rubric_of_new_reviews(tmp_path: Path) -> None:
    text = "\n".join(foreign.LINES)
    inside = f"""{foreign.USERS}<Sources><TextSource guid="{foreign.TEXT}" name="Kettle"><PlainTextContent>{text}
</PlainTextContent><PlainTextSelection guid="{foreign.guid(1)}" {foreign.at("kettle")} creatingUser="{foreign.ANN}">
<Description>Which one?</Description></PlainTextSelection></TextSource></Sources>"""
    with open_library(tmp_path) as workspace:
        outcome = brought(workspace, packed(foreign.project(inside)))
        found = reviews(workspace, outcome)["Ann"]
    assert found.rubric.rubric.name == "Live chat evaluation"
    assert said(found) == [("kettle", "note", "Which one?")]
    assert outcome.notice == ""


def test_it_adds_to_a_chat_that_was_imported_before(tmp_path: Path) -> None:
    source = chat()
    text = source.content.decode()
    start = text.index("I will send the lamp")
    inside = f"""{foreign.USERS}<Sources><TextSource guid="{foreign.TEXT}" name="Lamp" plainTextPath="internal://x.txt">
<PlainTextSelection guid="{foreign.guid(1)}" startPosition="{start}" endPosition="{start + 11}"
creatingUser="{foreign.BEN}"/></TextSource></Sources>"""
    with open_library(tmp_path) as workspace:
        first = import_source(workspace, source, SILENT)
        outcome = brought(workspace, packed(foreign.project(inside), {"sources/x.txt": source.content}))
        assert outcome.transcripts == first.transcripts
        (full,) = reviews(workspace, outcome).values()
    assert (full.reviewer.name, full.annotations[0].anchor.quote) == ("Ben", "I will send")
    assert full.annotations[0].anchor.first_turn == 1 + next(at for at, one in enumerate(LINES) if "I will" in one)


def test_words_that_are_no_turn_and_positions_outside(tmp_path: Path) -> None:
    marks = "".join(
        f'<PlainTextSelection guid="{foreign.guid(number)}" startPosition="{start}" endPosition="{end}"'
        f' creatingUser="{foreign.ANN}"/>'
        for number, (start, end) in enumerate([(0, 7), (-5, 3), (99999, 100000), (30, 30), (40, 30), ("x", "")])
    )
    inside = f"""{foreign.USERS}<Sources><TextSource guid="{foreign.TEXT}" name="K" plainTextPath="internal:///x.txt">
{marks}</TextSource></Sources>"""
    with open_library(tmp_path) as workspace:
        outcome = brought(
            workspace, packed(foreign.project(inside), {"sources/x.txt": "\n".join(foreign.LINES).encode()})
        )
        assert reviews(workspace, outcome) == {}
    assert outcome.notice == "Left out of kettle.qdpx: 6 comments on words outside the chats."


@pytest.mark.parametrize(
    "path", ["../../secret.txt", "/etc/passwd", "relative:///../secret.txt", "absolute:///etc/passwd"]
)
def test_texts_outside_the_file_are_not_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.txt").write_text("Nadia: Hello.\nCustomer: Hi.\n")
    own = "\n".join(foreign.LINES)
    inside = f"""<Sources><TextSource guid="{foreign.guid(1)}" name="Secret" plainTextPath="{path}"/>
<TextSource guid="{foreign.guid(2)}" name="Own"><PlainTextContent>{own}</PlainTextContent></TextSource></Sources>"""
    with open_library(tmp_path) as workspace:
        outcome = brought(workspace, packed(foreign.project(inside)))
    assert [one.title for one in outcome.transcripts] == ["Own"]
    assert outcome.notice == "Left out of kettle.qdpx: 1 text outside the project file."


def test_an_import_that_was_undone_can_be_done_again(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        first = brought(workspace, foreign.nvivo())
        workspace.undo()
        again = brought(workspace, foreign.nvivo())
        assert [one.id for one in again.transcripts] == [one.id for one in first.transcripts]
        assert not again.already_there
        workspace.undo()
        other = brought(workspace, foreign.atlas())
        assert len(reviews(workspace, other)["Ann"].annotations) == 3
        assert workspace.check() == []


def test_texts_and_marks_that_share_an_identity_are_all_taken(tmp_path: Path) -> None:
    own = "\n".join(foreign.LINES)
    mark = f'<PlainTextSelection guid="{foreign.guid(1)}" {foreign.at("kettle")} creatingUser="{foreign.ANN}"/>'
    one = f'<TextSource guid="{foreign.TEXT}" name="One"><PlainTextContent>{own}</PlainTextContent>{mark}</TextSource>'
    two = one.replace("One", "Two").replace("Goodbye", "Farewell")
    with open_library(tmp_path) as workspace:
        project = packed(foreign.project(f"{foreign.USERS}<Sources>{one}{two}</Sources>"))
        outcome = brought(workspace, project)
        assert [one.title for one in outcome.transcripts] == ["One", "Two"]
        counts = [len(workspace.reading.full_review(workspace.reading.reviews(one.id)[0].id).annotations)
                  for one in outcome.transcripts]  # fmt: skip
        assert counts == [1, 1]
        assert brought(workspace, project).already_there


def test_a_review_whose_identity_is_taken_by_another_chat_gets_another(tmp_path: Path) -> None:
    """A copy of our project with other words, and then the project itself."""
    project = project_of(tablet_order())
    other = changed_words(project, "connection charge is", "connection fee is")
    with open_library(tmp_path) as workspace:
        brought(workspace, project)
        workspace.undo()
        copy = brought(workspace, other)
        outcome = brought(workspace, project)
        assert [one.id != copy.transcripts[0].id for one in outcome.transcripts] == [True]
        assert workspace.check() == []
        counts = [len(reviews(workspace, one)["Reviewer A"].annotations) for one in (copy, outcome)]
        assert counts == [len(tablet_order().full.annotations)] * 2


@pytest.mark.parametrize("seed", range(12))
def test_a_project_with_anything_wrong_is_taken_or_refused_whole(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    with open_library(tmp_path) as workspace:
        for project in (foreign.nvivo(), foreign.maxqda(), foreign.recorded(), project_of(tablet_order())):
            for _ in range(3):
                with contextlib.suppress(Unreadable):
                    brought(workspace, spoiled(project, random))
        assert workspace.check() == []


def changed_words(project: bytes, words: str, others: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(project)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    texts = {name: part.replace(words.encode(), others.ljust(len(words)).encode()) for name, part in parts.items()}
    return packed(parts["project.qde"], {name: text for name, text in texts.items() if name != "project.qde"})


def spoiled(project: bytes, random: Random) -> bytes:
    """The project with a few elements lost, doubled or emptied, and attributes lost or turned into nonsense."""
    with zipfile.ZipFile(io.BytesIO(project)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts.pop("project.qde"))
    for _ in range(random.randint(1, 5)):
        element = random.choice(list(root.iter())[1:])
        what, key = (
            random.choice(("lose", "double", "empty", "forget", "nonsense")),
            random.choice([*element.attrib, ""]),
        )
        if what == "lose":
            element.getparent().remove(element)
        elif what == "double":
            element.addnext(copy.deepcopy(element))
        elif what == "empty":
            element.text = random.choice(("", "Ann: Hello.\nBo: Hi.", "\ufeff", "x" * 500))
        elif key and what == "forget":
            del element.attrib[key]
        elif key:
            element.set(key, random.choice(("", "-1", "9" * 30, "x", "internal://../x", "١٢", "1e5")))
    return packed(etree.tostring(root), parts)
