"""What becomes of a change to the rubric that is shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.rubrics.working_copy import WorkingCopy
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted
from reviewer.store.queries import RubricUse


class VersionBar(QFrame):
    """A sentence, and what can be done about it; hidden where changes are simply made."""

    def __init__(self, copy: WorkingCopy, theme: Theme, offer_again: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stateBar")
        self._copy = copy
        self._offer_again = offer_again
        self._sign = PlainText("", self)
        self.words = PlainText("", self)
        self.words.setWordWrap(True)
        self.button = TextButton("", theme, self, tone="link", pressed=self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        copy.changed.connect(self.refresh)
        self.set_theme(theme)

    def refresh(self) -> None:
        """Say what holds now."""
        sentence, button = bar_words(self._copy)
        self.words.setText(sentence)
        self.setAccessibleName(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(sentence))

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.words.setFont(fonts.font(13))
        self.button.set_theme(theme)
        size = fonts.scaled(16)
        self._sign.setPixmap(icons.pixmap("info", theme.color("warning"), size, self.devicePixelRatioF()))
        self.refresh()

    def _act(self) -> None:
        if self._copy.newest:
            self._offer_again()
        else:
            self._copy.choose(self._copy.root)


def bar_words(copy: WorkingCopy) -> tuple[str, str]:
    """The sentence for the version that is shown, and the words of its button; empty where there is none."""
    rubric = copy.shown
    if rubric is None:
        return "", ""
    version, newest = rubric.rubric.version, copy.versions[0].rubric.version
    uses = use_words(copy.use)
    if not copy.newest:
        used = f"{uses} version {version}. " if uses else ""
        return f"{used}This is version {version} of {newest}; it is read only.", f"Show version {newest}"
    if rubric.rubric.retired:
        return "This rubric is not offered for new reviews, and cannot be changed meanwhile.", "Offer it again"
    next_one = f"Your changes become version {newest + 1}"
    if uses:
        several = copy.use.reviews + copy.use.exercises > 1
        who = f"those {_kind(copy.use)} keep theirs" if several else f"that {_kind(copy.use)} keeps its own"
        return f"{uses} version {version}. {next_one}; {who}.", ""
    if copy.shipped:
        return f"Version {version} comes with the program. {next_one}; version {version} stays as it is.", ""
    return "", ""


def use_words(use: RubricUse) -> str:
    """“3 reviews and 1 exercise use”, or nothing."""
    parts = [counted(use.reviews, "review")] if use.reviews else []
    parts += [counted(use.exercises, "exercise")] if use.exercises else []
    verb = "uses" if use.reviews + use.exercises == 1 else "use"
    return f"{' and '.join(parts)} {verb}" if parts else ""


def _kind(use: RubricUse) -> str:
    if not use.reviews:
        return "exercises" if use.exercises > 1 else "exercise"
    return "reviews" if use.reviews + use.exercises > 1 else "review"
