"""The left side: the kind, its form and parts, what is said of people, and what is unfinished."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from reviewer.gui.dialogs.exporting.caution_bar import CautionBar
from reviewer.gui.dialogs.exporting.counted_box import CountedBox
from reviewer.gui.dialogs.exporting.form_pane import FormPane
from reviewer.gui.dialogs.exporting.kind_card import KindCard
from reviewer.gui.dialogs.exporting.kinds import Card, Form, card_of, cards, form_of, has_parts
from reviewer.gui.dialogs.exporting.parts_pane import PartsPane
from reviewer.gui.dialogs.exporting.privacy_pane import PrivacyPane
from reviewer.gui.dialogs.exporting.subject import Subject
from reviewer.gui.export_settings import ExportSettings
from reviewer.gui.theme import Theme
from reviewer.workspace.exporting.wish import Wish, takes_several

SIDE = 20


class Choices(QWidget):
    """Each kind has its own choices, which are remembered; `wish` is what is wanted now."""

    changed = Signal()

    def __init__(self, subject: Subject, settings: ExportSettings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wishes = {card.key: _known(settings.wish(card.key, card.wish), card) for card in cards()}
        inside = QWidget()
        inside.setObjectName("inside")
        self.cards = [KindCard(card, theme, inside) for card in cards()]
        self.form = FormPane(theme, inside)
        self.parts = PartsPane(subject, theme, inside)
        self.index = CountedBox("A page that lin&ks them all", theme, inside)
        self.index.setChecked(True)
        self.everyone = CountedBox("Reviews of &all reviewers", theme, inside)
        self.everyone.set_count("" if subject.many else str(subject.reviews))
        self._many, self._by_several = subject.many, subject.by_several
        self.privacy = PrivacyPane(theme, inside, hidden=not subject.many and subject.full.hides_names)
        self.caution = CautionBar(theme, self)
        self.area = QScrollArea(self)
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out(inside)
        first = next((card for card in self.cards if card.card.key == settings.card), self.cards[0])
        first.setChecked(True)
        self._show()
        for one in self.cards:
            one.toggled.connect(lambda on: self._chosen() if on else None)
        self.form.chosen.connect(self._take_form)
        changing = (self.form.marked, self.form.paper_chosen, self.parts.changed, self.privacy.changed)
        for signal in (*changing, self.everyone.clicked):
            signal.connect(self._take)

    def _lay_out(self, inside: QWidget) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.form)
        left.addWidget(self.parts)
        left.addWidget(self.index)
        left.addWidget(self.everyone)
        left.addStretch(1)
        self.columns.setSpacing(24)
        self.columns.addLayout(left, 1)
        self.columns.addWidget(self.privacy, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(SIDE, 14, SIDE, 0)
        column.setSpacing(6)
        for card in self.cards:
            column.addWidget(card)
        column.addSpacing(4)
        column.addLayout(self.columns)
        column.addStretch(1)
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        held = QVBoxLayout()
        held.setContentsMargins(SIDE, 8, SIDE, 14)
        held.addWidget(self.caution)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addLayout(held)

    @property
    def card(self) -> Card:
        """The kind that is chosen."""
        return next(one.card for one in self.cards if one.isChecked())

    @property
    def wants_index(self) -> bool:
        """Whether pages of many chats are to have one that links them."""
        return self._many and self.wish.file_format == "html" and self.index.isChecked()

    @property
    def wish(self) -> Wish:
        """What is wanted."""
        return self._wishes[self.card.key]

    def show_wish(self, wish: Wish) -> None:
        """Want something else, of whatever kind."""
        card = card_of(wish)
        self._wishes[card.key] = wish
        own = next(one for one in self.cards if one.card == card)
        if own.isChecked():
            self._chosen()
        else:
            own.setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """One group of choices below the other where room is short."""
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self.columns.setDirection(below if narrow else beside)

    def _chosen(self) -> None:
        self._show()
        self.changed.emit()

    def _take_form(self, form: Form) -> None:
        self._wishes[self.card.key] = form.of(self.wish)
        self._chosen()

    def _take(self) -> None:
        """What the person has ticked is wanted now."""
        wish = self.privacy.into(self.wish)
        page = self.parts.into(wish.page) if has_parts(wish) else wish.page
        page = self.form.into(page)
        self._wishes[self.card.key] = replace(wish, page=page, every_review=self.everyone.isChecked())
        self.changed.emit()

    def _show(self) -> None:
        wish = self.wish
        self.form.show_form(self.card, form_of(wish), wish.page)
        self.parts.show_options(wish.page)
        self.parts.setVisible(has_parts(wish))
        self.index.setVisible(self._many and wish.file_format == "html")
        self.everyone.setVisible(self._by_several and takes_several(wish.file_format))
        self.everyone.setChecked(wish.every_review)
        self.privacy.show_wish(wish)


def _known(wish: Wish, card: Card) -> Wish:
    """The wish where the card still has its form, else what the card writes first."""
    return wish if any(form.writes(wish) for form in card.forms) else card.forms[0].of(wish)
