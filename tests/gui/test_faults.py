"""A fault of the program itself: written down, said once, and the work goes on."""

import sys

import pytest

from reviewer.gui import app, messages
from reviewer.workspace.places import log_file
from tests.gui.opening import open_sample
from tests.gui.steps import comment, comments


def fail(words):
    try:
        raise RuntimeError(words)
    except RuntimeError:
        return sys.exc_info()


@pytest.fixture
def log():
    path = log_file()
    path.unlink(missing_ok=True)
    yield path
    path.unlink(missing_ok=True)


def test_a_fault_is_written_down_and_said_once_while_it_is_shown(window, monkeypatch, log):
    shown = window(reviewer="Reviewer A")
    faults, said = app._Faults(shown), []

    def answer(_, report, path):
        said.append((report, path))
        faults(*fail("second, while the first is shown"))

    monkeypatch.setattr(messages, "fault", answer)
    faults(*fail("first"))
    ((report, path),) = said
    assert path == log
    assert "RuntimeError: first" in report
    written = log.read_text(encoding="utf-8")
    assert "RuntimeError: first" in written
    assert "RuntimeError: second, while the first is shown" in written


def test_work_goes_on_after_a_fault(window, monkeypatch, log):
    monkeypatch.setattr(messages, "fault", lambda *_: None)
    shown = window(reviewer="Reviewer A")
    open_sample(shown, 1)
    app._Faults(shown)(*fail("somewhere"))
    comment(shown, 4, "Curt")
    assert [one.text for one in comments(window())] == ["Curt"]


def test_a_log_that_cannot_be_written_goes_to_the_error_stream(window, monkeypatch, tmp_path, capsys):
    said = []
    monkeypatch.setattr(messages, "fault", lambda _, report, path: said.append(report))
    (tmp_path / "a file").write_text("")
    monkeypatch.setattr(app, "log_file", lambda: tmp_path / "a file" / "log.txt")
    app._Faults(window())(*fail("nowhere to write"))
    assert "nowhere to write" in said[0]
    assert "nowhere to write" in capsys.readouterr().err
