"""How exported pages look, set in Settings: by mouse, by keys, remembered, used by exports."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.gui import messages
from tests.exporters.cases import TEMPLATES, THEME
from tests.exporters.pictures import drawn, saved
from tests.gui.opening import open_sample
from tests.gui.steps import CONTROL, click, press

Key = Qt.Key
LOGO = THEME.with_name("logo.png")


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made)
    made.show_page("settings")
    return made


@pytest.fixture
def page(tmp_path, exports):
    exports.path = tmp_path / "out" / "page.html"
    exports.path.parent.mkdir()
    return exports.path


def type_into(field, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    press(field, Key.Key_Return)


def test_name_colour_and_logo_are_kept_at_once_and_remembered(shown, window, monkeypatch):
    part = shown.settings_page.page_theme
    type_into(part.name, "Quillbrook & <b>")
    type_into(part.colour, "#0F5F50")
    monkeypatch.setattr(messages, "logo_to_open", lambda parent: LOGO)
    click(part.choose)
    assert part.trouble.text() == ""
    assert part.logo.shows_picture
    again = window()
    again.show_page("settings")
    part = again.settings_page.page_theme
    assert (part.name.text(), part.colour.text()) == ("Quillbrook & <b>", "#0f5f50")
    assert part.logo.accessibleName() == "Logo, 250 by 56 pixels"
    assert part.accent.accessibleName() == "On paper #0f5f50, in the dark #5fa694"
    assert (window.folder / "page-theme" / "logo.png").read_bytes() == LOGO.read_bytes()


def test_the_export_uses_what_settings_say(shown, page, monkeypatch):
    part = shown.settings_page.page_theme
    type_into(part.name, "Quillbrook")
    part.take_logo(LOGO)
    shown.settings_page.templates.use(TEMPLATES)
    shown.show_page("review")
    press(shown, Key.Key_E, modifier=CONTROL)
    written = page.read_text(encoding="utf-8")
    assert 'alt="Quillbrook"' in written
    assert "What we agreed" in written
    shown.show_page("settings")
    click(part.remove)
    click(shown.settings_page.templates.remove)
    shown.show_page("review")
    press(shown, Key.Key_E, modifier=CONTROL)
    written = page.read_text(encoding="utf-8")
    assert '<p class="brand"><bdi>Quillbrook</bdi></p>' in written
    assert "What we agreed" not in written


def test_the_same_again_follows_settings_of_now(shown, page):
    shown.show_page("review")
    press(shown, Key.Key_E, modifier=CONTROL)
    assert 'class="brand"' not in page.read_text(encoding="utf-8")
    type_into(shown.settings_page.page_theme.name, "Quillbrook")
    press(shown, Key.Key_E, modifier=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    for _ in range(500):
        if not shown.export_flow.exporting.busy:
            break
        QTest.qWait(10)
    assert '<p class="brand"><bdi>Quillbrook</bdi></p>' in page.read_text(encoding="utf-8")


def test_a_colour_is_chosen_by_eye_and_removed(shown, monkeypatch):
    part = shown.settings_page.page_theme
    asked = []
    monkeypatch.setattr(messages, "colour_to_use", lambda parent, now: asked.append(now) or "#ffd400")
    click(part.pick)
    assert asked == ["#2450a8"]
    assert part.colour.text() == "#ffd400"
    click(part.plain)
    assert part.colour.text() == ""
    assert not part.plain.isEnabled()
    monkeypatch.setattr(messages, "colour_to_use", lambda parent, now: None)
    click(part.pick)
    assert part.colour.text() == ""


def test_what_cannot_be_used_is_said_below_and_changes_nothing(shown, tmp_path):
    part = shown.settings_page.page_theme
    part.take_logo(LOGO)
    type_into(part.colour, "red;}")
    assert part.trouble.text() == "“red;}” is no colour. Write it like #2450a8."
    for name, content in {
        "logo.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "large.png": saved(drawn(), "PNG") + bytes(20_000_000),
    }.items():
        (tmp_path / name).write_bytes(content)
        part.take_logo(tmp_path / name)
        assert part.trouble.text().startswith(f"{name} is ")
        assert part.logo.accessibleName() == "Logo, 250 by 56 pixels"
    type_into(part.colour, "#123456")
    assert part.trouble.text() == ""
    assert not part.trouble.isVisible()


def test_all_of_it_is_reached_by_keys_alone(shown, monkeypatch):
    part, templates = shown.settings_page.page_theme, shown.settings_page.templates
    monkeypatch.setattr(messages, "logo_to_open", lambda parent: LOGO)
    monkeypatch.setattr(messages, "colour_to_use", lambda parent, now: "#0f5f50")
    monkeypatch.setattr(messages, "templates_to_use", lambda parent, now: TEMPLATES)
    part.name.setFocus()
    QTest.keyClicks(part.name, "Quillbrook")
    visited = []
    for _ in range(14):
        press(shown.focusWidget(), Key.Key_Tab)
        visited.append(shown.focusWidget())
        if shown.focusWidget() in (part.pick, part.choose, templates.choose):
            press(shown.focusWidget(), Key.Key_Space)
    wanted = [part.colour, part.pick, part.plain, part.choose, part.remove, templates.choose, templates.check]
    places = [visited.index(one) for one in wanted]
    assert places == sorted(places)
    assert (part.name.text(), part.colour.text()) == ("Quillbrook", "#0f5f50")
    assert part.logo.shows_picture
    assert templates.found.text() == "All pages can be made. The folder changes feedback.html.jinja and style.css."


def test_a_broken_template_is_said_with_its_line(shown, tmp_path, page, exports):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "feedback.html.jinja").write_text(
        '{% extends "feedback.html.jinja" %}\n{% block end %}{{ oops }}{% endblock %}', encoding="utf-8"
    )
    part = shown.settings_page.templates
    part.use(folder)
    sentence = "feedback.html.jinja: line 2: 'oops' is undefined. The names are in docs/page-templates.md."
    assert part.found.text() == sentence
    shown.show_page("review")
    press(shown, Key.Key_E, modifier=CONTROL)
    assert exports.told == [sentence]
    assert not page.exists()
    (folder / "feedback.html.jinja").write_text('{% extends "feedback.html.jinja" %}', encoding="utf-8")
    shown.show_page("settings")
    click(part.check)
    assert part.found.text() == "All pages can be made. The folder changes feedback.html.jinja."


def test_a_kept_theme_that_was_spoiled_is_said_below(shown, window):
    type_into(shown.settings_page.page_theme.name, "Quillbrook")
    Path(window.folder / "page-theme" / "theme.toml").write_text("name = ", encoding="utf-8")
    shown.show_page("settings")
    part = shown.settings_page.page_theme
    assert part.trouble.text().startswith("theme.toml is no page theme: ")
    type_into(part.name, "Quillbrook again")
    assert part.trouble.text() == ""
    assert shown._settings.look.theme().name == "Quillbrook again"
