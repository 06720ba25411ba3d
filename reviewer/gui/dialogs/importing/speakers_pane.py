"""The speakers of the conversation that is shown, with proposals to merge them."""

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.transcript import Role, TurnKind
from reviewer.gui import fonts
from reviewer.gui.dialogs.importing.preview import Preview
from reviewer.gui.dialogs.importing.speaker_row import SpeakerRow
from reviewer.gui.dialogs.importing.words import lines_of_nobody
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted, isolated
from reviewer.importers import amending
from reviewer.importers.base import Conversation, FoundSpeaker
from reviewer.importers.proposals import Merge, proposals

MOST_ROWS = 40
NO_NAME = "No name"
NO_KEY = "\0system"


class SpeakersPane(QFrame):
    """One row for each speaker, the first 40 unless all are wanted."""

    def __init__(self, preview: Preview, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self._theme = theme
        self._shown: Conversation | None = None
        self._every = False
        self.rows: list[SpeakerRow] = []
        heading, self.number = PlainText("Speakers", self), PlainText("", self)
        for words in (heading, self.number):
            words.setProperty("tone", "dim")
            words.setFont(fonts.font(11.5, 600))
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 6)
        head.addWidget(heading, 1)
        head.addWidget(self.number)
        self.more = TextButton("", theme, self, tone="link", pressed=self._show_every)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(self.more)
        preview.shown.connect(self.follow)
        preview.corrected.connect(self.follow)

    def follow(self) -> None:
        """Show the speakers of now."""
        conversation = self._preview.conversation
        speakers = _with_nobody(conversation) if conversation else []
        self.number.setText(f"{len(speakers):,} found" if conversation else "")
        self.setEnabled(self._preview.can_correct)
        had = next((at for at, row in enumerate(self.rows) if row.isAncestorOf(_focus(self))), None)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        merges = self._merges(conversation) if conversation else []
        shown = speakers if self._every else speakers[:MOST_ROWS]
        self.rows = [self._row(one, speakers, merges, conversation) for one in shown if conversation]
        for at, row in enumerate(self.rows):
            self._column.insertWidget(1 + at, row)
        self.more.setVisible(len(shown) < len(speakers))
        self.more.setText(f"Show {counted(len(speakers) - len(shown), 'more speaker')}")
        if had is not None and self.rows:
            self.rows[min(had, len(self.rows) - 1)].role.setFocus()

    def _row(
        self, speaker: FoundSpeaker, every: list[FoundSpeaker], merges: list[Merge], conversation: Conversation
    ) -> SpeakerRow:
        row = SpeakerRow(speaker, self._theme, self)
        if speaker.key == NO_KEY:
            row.name.setReadOnly(True)
        row.set_others([one for one in every if one.key not in (speaker.key, NO_KEY)])
        row.named.connect(self._name)
        row.cast.connect(self._cast)
        row.merged.connect(self._merge)
        row.dismissed.connect(self._dismiss)
        for merge in merges:
            if merge.into == speaker.key:
                other = next(one for one in conversation.speakers if one.key == merge.key)
                words = f"“{isolated(other.name)}”, {counted(other.turns, 'turn')}, looks like the same person."
                row.propose(words, merge.key)
        return row

    def _merges(self, conversation: Conversation) -> list[Merge]:
        dismissed = self._preview.file.decision.dismissed
        return [one for one in proposals(conversation) if (one.key, one.into) not in dismissed]

    def _name(self, key: str, name: str) -> None:
        self._preview.correct("rename", lambda now: amending.renamed(now, key, name))

    def _cast(self, key: str, value: str) -> None:
        if key == NO_KEY:
            self._preview.correct("role", lambda now: _cast_nobody(now, Role(value)))
        else:
            self._preview.correct("role", lambda now: amending.with_role(now, key, Role(value)))

    def _merge(self, key: str, into: str) -> None:
        self._preview.correct("merge", lambda now: amending.merged(now, key, into))

    def _dismiss(self, key: str, into: str) -> None:
        decision = self._preview.file.decision
        self._preview.decide("dismiss", replace(decision, dismissed=decision.dismissed | {(key, into)}))

    def _show_every(self) -> None:
        self._every = True
        self.follow()


def _with_nobody(conversation: Conversation) -> list[FoundSpeaker]:
    """The speakers, and last the lines of the chat program itself, which have no name."""
    nobody = lines_of_nobody(conversation)
    reason = "these lines name no speaker"
    system = [FoundSpeaker(NO_KEY, NO_NAME, Role.SYSTEM, reason, nobody)] if nobody else []
    return [*conversation.speakers, *system]


def _cast_nobody(conversation: Conversation, role: Role) -> Conversation:
    """With all system lines said by one speaker without a name."""
    if role is Role.SYSTEM:
        return conversation
    first = next(at for at, turn in enumerate(conversation.turns) if turn.kind is TurnKind.SYSTEM)
    key = amending.by(conversation, first, NO_NAME).turns[first].speaker
    count = sum(turn.kind is TurnKind.SYSTEM for turn in conversation.turns)
    turns = tuple(
        replace(turn, kind=TurnKind.MESSAGE, speaker=key) if turn.kind is TurnKind.SYSTEM else turn
        for turn in conversation.turns
    )
    speaker = FoundSpeaker(key or NO_NAME, NO_NAME, role, amending.CHOSEN, count)
    return replace(conversation, turns=turns, speakers=(*conversation.speakers, speaker))


def _focus(pane: QWidget) -> QWidget:
    return pane.window().focusWidget() or pane
