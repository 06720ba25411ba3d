"""How the file is read: its layout, times, loose lines, and, when signs are broken, its encoding or its columns."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reviewer import importers
from reviewer.gui import fonts
from reviewer.gui.dialogs.importing.looking import Layout, Looked
from reviewer.gui.dialogs.importing.preview import Preview
from reviewer.gui.dialogs.importing.words import LOOSE, clock_of, day_of
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.named_choice import NamedChoice
from reviewer.gui.widgets.plain import PlainText
from reviewer.importers.base import Columns, Found, Loose, Options, Unit
from reviewer.importers.decoding import TWICE

ENCODINGS: Final = (
    ("UTF-8", "utf-8"),
    ("UTF-8 twice, repairs Ã©", TWICE),
    ("Western (Windows 1252)", "cp1252"),
    ("Western (ISO 8859-15)", "iso8859-15"),
    ("Western (DOS 850)", "cp850"),
    ("Western (Mac)", "mac_roman"),
    ("Central European (Windows 1250)", "cp1250"),
    ("Cyrillic (Windows 1251)", "cp1251"),
    ("Cyrillic (KOI8-R)", "koi8-r"),
    ("Greek (Windows 1253)", "cp1253"),
    ("Turkish (Windows 1254)", "cp1254"),
    ("Hebrew (Windows 1255)", "cp1255"),
    ("Arabic (Windows 1256)", "cp1256"),
    ("Japanese (Shift JIS)", "cp932"),
    ("Chinese (GB 18030)", "gb18030"),
    ("Chinese (Big5)", "big5"),
    ("Korean (EUC)", "cp949"),
    ("UTF-16", "utf-16"),
)
TIMELESS: Final = "timeless"
COLUMNS: Final = (("speaker", "Speaker"), ("text", "Text"), ("time", "Time"), ("conversation", "Conversation"))


class OptionsBar(QFrame):
    """Follows the file that is shown; each choice is a step of undo."""

    marking_wanted = Signal()

    def __init__(self, preview: Preview, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("options")
        self._preview = preview
        self.layouts = NamedChoice("Layout of the text", self)
        self.times = NamedChoice("Time stamps", self)
        self.loose = NamedChoice("Lines without a speaker", self)
        self.encoding = NamedChoice("Encoding", self)
        self.columns = {key: NamedChoice(f"Column: {name.lower()}", self) for key, name in COLUMNS}
        self.evidence = PlainText("", self)
        self.evidence.setFont(fonts.font(12))
        self.evidence.setWordWrap(True)
        self.evidence.setProperty("tone", "soft")
        self.flip = TextButton("", theme, self, tone="link", pressed=self._flip)
        self.month = TextButton("Read the month first", theme, self, tone="link")
        self.month.clicked.connect(lambda: self._choose_times(False))
        for button in (self.flip, self.month):
            button.setFont(fonts.font(12, 500))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._dates = QWidget(self)
        dates = QHBoxLayout(self._dates)
        dates.setContentsMargins(0, 6, 0, 0)
        dates.addWidget(self.evidence, 1)
        dates.addWidget(self.flip)
        dates.addWidget(self.month)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(0)
        column.addLayout(self._grid)
        column.addWidget(self._dates)
        self._columns_across = 3
        self._encoding_open = False
        self._connect()
        self.follow()

    def set_narrow(self, narrow: bool) -> None:
        """One choice a row, where there is no room for three."""
        self._columns_across = 1 if narrow else 3
        self._place()

    def open_encoding(self) -> None:
        """Show the list of encodings, or hide it again."""
        self._encoding_open = not self.encoding.isVisible()
        self._place()
        if self._encoding_open:
            self.encoding.box.setFocus()

    def follow(self) -> None:
        """Show how the file is read now."""
        looked, found = self._preview.looked, self._preview.found
        options = self._preview.file.decision.options if self._preview.files else Options()
        self._encoding_open = bool(looked and looked.broken) or options.encoding is not None
        self._show_layouts(looked, found, options)
        self._show_times(found)
        loose = "join_words" if options.unwrap else options.loose.value
        choices = [(words, kind.value) for kind, words in LOOSE.items()]
        self.loose.show_choices([choices[0], ("Join, without the line break", "join_words"), *choices[1:]], loose)
        encoding = options.encoding or (found.encoding if found else "utf-8")
        known = encoding in {value for _, value in ENCODINGS}
        self.encoding.show_choices(
            ENCODINGS if known else ((_encoding_words(encoding), encoding), *ENCODINGS), encoding
        )
        self._show_columns(found)
        self._place()

    def _connect(self) -> None:
        self._preview.shown.connect(self.follow)
        self._preview.known.connect(self.follow)
        self._preview.corrected.connect(lambda: self._show_times(self._preview.found))
        self.layouts.chosen.connect(self._choose_layout)
        self.times.chosen.connect(self._choose_times)
        self.loose.chosen.connect(self._choose_loose)
        self.encoding.chosen.connect(lambda value: self._choose("encoding", encoding=value))
        for key, choice in self.columns.items():
            choice.chosen.connect(lambda value, key=key: self._choose_column(key, value))

    def _place(self) -> None:
        """Lay out what there is to choose."""
        found = self._preview.found
        is_table = bool(found and found.headings)
        is_text = found is None or found.unit in (Unit.LINE, Unit.PARAGRAPH)
        wanted = [self.layouts, self.times]
        wanted += [self.loose] if is_text else []
        wanted += [self.encoding] if self._encoding_open else []
        wanted += list(self.columns.values()) if is_table else []
        for choice in (self.layouts, self.times, self.loose, self.encoding, *self.columns.values()):
            self._grid.removeWidget(choice)
            choice.setVisible(choice in wanted)
        for at, choice in enumerate(wanted):
            self._grid.addWidget(choice, *divmod(at, self._columns_across))
        for at in range(3):
            self._grid.setColumnStretch(at, 1 if at < self._columns_across else 0)
        for one, other in pairwise(wanted):
            QWidget.setTabOrder(one.box, other.box)

    def _show_layouts(self, looked: Looked | None, found: Found | None, options: Options) -> None:
        layouts = looked.layouts if looked else ()
        if not layouts and found:
            layouts = (Layout(found.format, found.format.replace("_", " "), found.confidence, ()),)
        choices = [(self._layout_words(one, found, options), one.format) for one in layouts]
        unknown = [] if found else [("Not recognised" if looked else "", "")]
        self.layouts.show_choices([*unknown, *choices], found.format if found else "")
        now = next((one for one in layouts if found and one.format == found.format), None)
        self.layouts.set_tip(f"{now.score:.0%} fits: {', '.join(now.reasons)}." if now and now.reasons else "")

    def _layout_words(self, layout: Layout, found: Found | None, options: Options) -> str:
        if found and layout.format == found.format and options.format is None and not options.names:
            return f"{layout.title} (detected)"
        return f"{layout.title} ({layout.score:.0%})" if layout.score else layout.title

    def _show_times(self, found: Found | None) -> None:
        conversation, order = self._preview.conversation, found.date_order if found else None
        with_time = next((turn for turn in conversation.turns[:200] if turn.sent_at), None) if conversation else None
        timeless = bool(self._preview.files) and self._preview.file.decision.timeless
        choices: list[tuple[str, object]] = [("Leave times out", TIMELESS)]
        now: object = TIMELESS if timeless else "found"
        if order is not None:
            choices = [("Day before month", True), ("Month before day", False), *choices]
            now = now if timeless else order.day_first
            if order.day_first is None:
                choices.insert(0, ("Only the times of day", "found"))
                now = TIMELESS if timeless else "found"
        elif with_time is None:
            choices = [("None found" if conversation else "", "found")]
        else:
            kind = "Dates and times" if day_of(with_time) else "Times of day"
            choices.insert(0, (f"{kind}, as {clock_of(with_time)}" if clock_of(with_time) else "Dates", "found"))
        self.times.show_choices(choices, now)
        self._dates.setVisible(order is not None and not timeless)
        if order is not None:
            evidence = order.evidence.rstrip(".")
            self.evidence.setText(f"Dates: {evidence}.")
            self.month.setVisible(order.day_first is None)
            self.flip.setText("Read the day first" if order.day_first is not True else "Read the month first")
            self.times.set_tip(order.evidence)

    def _show_columns(self, found: Found | None) -> None:
        if found is None or not found.headings:
            return
        named = [(name or f"Column {at + 1}", at) for at, name in enumerate(found.headings)]
        for key, choice in self.columns.items():
            now = getattr(found.columns, key) if found.columns else None
            choices: list[tuple[str, object]] = [*named] if key == "text" else [("None", -1), *named]
            choice.show_choices(choices, -1 if now is None else now)

    def _choose(self, name: str, **changes: object) -> None:
        self._preview.choose(name, replace(self._preview.file.decision.options, **changes))  # type: ignore[arg-type]

    def _choose_layout(self, value: object) -> None:
        looked, found = self._preview.looked, self._preview.found
        if value == importers.BY_HAND:
            self.marking_wanted.emit()
            self.follow()
        elif value and (found is None or value != found.format):
            best = looked.layouts[0].format if looked and looked.layouts else None
            self._choose("layout", format=None if value == best and found else str(value), names=(), columns=None)

    def _choose_times(self, value: object) -> None:
        decision = self._preview.file.decision
        if value is True or value is False:
            options = replace(decision.options, day_first=value)
            changed = decision if options == decision.options else decision.with_options(options)
            self._preview.decide("order of dates", replace(changed, timeless=False))
        else:
            self._preview.decide("times", replace(decision, timeless=value == TIMELESS))

    def _choose_loose(self, value: object) -> None:
        unwrap = value == "join_words"
        self._choose("lines without a speaker", loose=Loose.JOIN if unwrap else Loose(str(value)), unwrap=unwrap)

    def _choose_column(self, key: str, value: object) -> None:
        now = self._preview.found.columns if self._preview.found else None
        chosen = None if value == -1 or not isinstance(value, int) else value
        if now is None:
            text = chosen if key == "text" and chosen is not None else 0
            now = Columns(text)
        self._choose("columns", columns=replace(now, **{key: chosen}))  # type: ignore[arg-type]

    def _flip(self) -> None:
        order = self._preview.found.date_order if self._preview.found else None
        if order is not None:
            self._choose_times(order.day_first is not True)


def _encoding_words(encoding: str) -> str:
    return "UTF-8 and Windows 1252" if "+" in encoding else encoding.upper()
