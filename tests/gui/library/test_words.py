"""Words of long chats are read for the search while nothing else runs."""

from reviewer.gui.word_reader import QUIET_MS
from tests.gui.opening import let_live, wait_for_job


def test_a_long_chat_is_read_after_its_import(window, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("\n".join(f"{'Kim' if at % 2 else 'Bo'}: Word{at} again." for at in range(5000)))
    shown = window(reviewer="Reviewer A")
    shown.desk.import_files([str(path)])
    wait_for_job(shown)
    reading = shown.session.library.workspace.reading
    assert len(reading.unread()) == 1
    let_live(QUIET_MS + 200)
    waited = 0
    while reading.unread() and waited < 5000:
        let_live(50)
        waited += 50
    assert reading.unread() == []
    shown.show_page("library")
    shown.library_page.filter.setText("word4321")
    let_live(200)
    assert shown.library_page.count.text() == "1 of 1"
