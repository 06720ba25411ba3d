"""Projects and codebooks of other programs in the window: dropped, opened, looked at first, taken back."""

import pytest
from PySide6.QtCore import Qt

from reviewer.gui import messages
from tests.exchange.refi_qda import codebook_of, project_of
from tests.exporters.cases import tablet_order
from tests.gui.opening import wait_for_job
from tests.gui.steps import CONTROL, click, press
from tests.workspace import foreign_projects as foreign


@pytest.fixture
def shown(window):
    return window(reviewer="Reviewer B")


def kept(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    return str(path)


def test_a_dropped_project_comes_in_at_once_and_says_what_it_left_out(shown, tmp_path):
    shown.desk.offer_files([kept(tmp_path, "kettle.qdpx", foreign.nvivo())])
    wait_for_job(shown)
    assert shown.notice.sentence == (
        "Imported ‘Kettle’: 4 turns. The codes of kettle.qdpx became the rubric “Kettle study”."
        " Left out of kettle.qdpx: 1 mark of a case, 1 memo, 1 picture."
    )
    assert shown.session.full.transcript.title == "Kettle"
    shown.show_page("library")
    shown.actions_table["undo"].trigger()
    assert shown.session.library.workspace.reading.transcripts() == []


def test_a_project_is_opened_by_the_keyboard(shown, tmp_path, monkeypatch):
    path = kept(tmp_path, "kettle.qdpx", foreign.atlas())
    monkeypatch.setattr(messages, "files_to_open", lambda _: [path])
    press(shown, Qt.Key.Key_O, modifier=CONTROL)
    wait_for_job(shown)
    assert shown.session.full.reviewer.name == "Ann"
    assert shown.session.full.annotations[0].anchor.quote == "My kettle leaks"


def test_a_project_beside_a_chat_is_named_in_the_preview(shown, tmp_path, previews):
    chat = kept(tmp_path, "chat.txt", b"Ann: Hello.\nBo: Hi there.\nAnn: Bye.\nBo: Bye.\n")
    project = kept(tmp_path, "tablet.qdpx", project_of(tablet_order()))
    seen = []
    previews.acts.append(lambda dialog: seen.extend(one.entry.is_project for one in dialog.preview.files))
    shown.desk.offer_files([chat, project])
    wait_for_job(shown)
    assert seen == [False, True]
    assert previews.seen == ["Import 1 transcript and 1 project"]
    titles = {one.title for one in shown.session.library.workspace.reading.transcripts()}
    assert "Tablet order, connection charge" in titles
    assert len(titles) == 2


def test_a_damaged_project_is_one_sentence(shown, tmp_path):
    shown.desk.offer_files([kept(tmp_path, "bad.qdpx", project_of(tablet_order())[:500])])
    wait_for_job(shown)
    assert shown.notice.sentence == "bad.qdpx could not be unpacked: it is damaged or not whole. Export it again."


def test_a_codebook_is_brought_in_and_handed_out_on_the_rubrics_page(shown, tmp_path, monkeypatch):
    path = tmp_path / "codes.qdc"
    path.write_bytes(codebook_of(tablet_order()).replace(b"Word choice", b"Choice of words"))
    shown.show_page("rubrics")
    monkeypatch.setattr(messages, "rubrics_to_open", lambda *_: [str(path)])
    click(shown.rubrics_page.list.bring)
    assert shown.notice.sentence == "‘Live chat evaluation, version 3’, version 1, imported."
    out = tmp_path / "out.qdc"
    monkeypatch.setattr(messages, "rubric_to_save", lambda *_: out)
    click(shown.rubrics_page.export)
    assert shown.notice.sentence == "Exported out.qdc."
    assert b'name="Choice of words"' in out.read_bytes()


def test_a_dropped_codebook_is_shown_on_its_page(shown, tmp_path):
    shown.desk.offer_files([kept(tmp_path, "codes.qdc", codebook_of(tablet_order()))])
    wait_for_job(shown)
    assert shown.pages.currentWidget() is shown.rubrics_page
    assert shown.notice.sentence == "The rubric ‘Live chat evaluation, version 3’, version 1, is imported."
