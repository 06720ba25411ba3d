"""A sketch of what will be written, how large it is, and a way to see the page itself."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.dialogs.exporting.beside import Beside
from reviewer.gui.dialogs.exporting.kinds import form_of, is_page
from reviewer.gui.dialogs.exporting.sketch import Screen, Sketch, text_width
from reviewer.gui.dialogs.exporting.sketch_marks import Block, Words
from reviewer.gui.dialogs.exporting.sketch_page import SketchPage
from reviewer.gui.dialogs.exporting.sketch_text import no_text_blocks, table_blocks, text_blocks
from reviewer.gui.dialogs.exporting.subject import Subject
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.segmented import Choice, SegmentedSwitch
from reviewer.workspace.exporting.to_file import Look, look_at, page_of
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.workspace import Workspace

PAUSE_MS, MOST_SPOKEN = 150, 30
SCREENS = (
    Choice(Screen.DESKTOP, "", "monitor", "On a desktop"),
    Choice(Screen.PHONE, "", "smartphone", "On a phone"),
    Choice(Screen.PAPER, "", "printer", "On paper"),
)


class PreviewPane(QFrame):
    """The sketch follows every choice at once; its size is that of the real file, made beside the window."""

    browser_wanted = Signal()

    def __init__(
        self, subject: Subject, workspace: Workspace, beside: Beside, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self._subject = subject
        self._workspace = workspace
        self._beside = beside
        self._wish = Wish()
        self.look: Look | None = None
        title = PlainText("Preview", self)
        title.setFont(fonts.font(13, 600))
        self.screens = SegmentedSwitch("Preview", SCREENS, theme, self)
        self.sketch = Sketch(theme)
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(self.sketch)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.area.viewport().installEventFilter(self)
        self.size_words = PlainText("", self)
        self.size_words.setFont(fonts.font(12))
        self.size_words.setProperty("tone", "dim")
        self.size_words.setWordWrap(True)
        self.browser = TextButton(
            "&Open in browser", theme, self, icon="external-link", pressed=self.browser_wanted.emit
        )
        self.browser.setProperty("small", "true")
        self.browser.setFont(fonts.font(12.5, 500))
        self.browser.setAutoDefault(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._measure)
        self.screens.chosen.connect(lambda _: self._draw())
        self._lay_out(title)

    def _lay_out(self, title: PlainText) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.screens)
        foot.addWidget(self.size_words, 1)
        foot.addWidget(self.browser)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        column.addLayout(foot)

    @property
    def settled(self) -> bool:
        """Whether it says what is known of the wish that is shown."""
        return not self._pause.isActive() and not self._beside.running("look")

    def show_wish(self, wish: Wish) -> None:
        """Follow the choices."""
        if wish == self._wish and self.look is not None:
            return
        same_form = (wish.kind, wish.file_format) == (self._wish.kind, self._wish.file_format)
        if wish.page.theme != self._wish.page.theme:
            self.sketch.set_accent(wish.page.theme.colour)
        self._wish = wish
        self.look = self.look if same_form else None
        self.browser.setVisible(is_page(wish.file_format))
        self.screens.setVisible(wish.file_format == "html")
        self._draw()
        self._say()
        self._pause.start()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.area.viewport():
            self._draw()
        return False

    def _measure(self) -> None:
        full, wish = self._subject.full, self._wish
        self._beside.run("look", lambda workspace, progress: look_at(workspace, full, wish, progress), self._looked)

    def _looked(self, look: Look) -> None:
        self.look = look
        self._say()
        if not is_page(self._wish.file_format):
            self._draw()

    def _say(self) -> None:
        sketched = is_page(self._wish.file_format)
        first = "first " if self._subject.many else ""
        what = f"A sketch of the {first}page." if sketched else f"How the {first}file begins."
        if not sketched and self.look and not self.look.head:
            what = "What the file holds."
        if self._wish.page.templates is not None and self._wish.file_format == "html":
            what = "A sketch of the usual page; your templates lay it out."
        self.size_words.setText(f"{what} {size_words(self.look.size)}." if self.look else what)

    def _draw(self) -> None:
        sketched = is_page(self._wish.file_format)
        screen = Screen(self.screens.value) if self._wish.file_format == "html" else Screen.PAPER
        screen = screen if sketched else Screen.DESKTOP
        blocks = list(self._page_blocks(screen) if sketched else self._file_blocks())
        self.sketch.show_blocks(blocks, screen, self.area.viewport().height() - 6)
        self.area.setAccessibleName(f"Sketch, {self._spoken()}")

    def _spoken(self) -> str:
        words = [
            shape.text
            for block in self.sketch.blocks[:MOST_SPOKEN]
            for shape in block.shapes
            if isinstance(shape, Words)
        ]
        return ", ".join(words)

    def _page_blocks(self, screen: Screen) -> Iterator[Block]:
        page = page_of(self._workspace, self._subject.full, self._subject.turns, self._wish)
        sketch = SketchPage(text_width(screen), narrow=screen is Screen.PHONE)
        feedback = self._wish.kind == "feedback"
        return sketch.feedback(page) if feedback else sketch.revised(page)

    def _file_blocks(self) -> Iterator[Block]:
        width = text_width(Screen.DESKTOP)
        if self.look is None:
            return iter(())
        if not self.look.head:
            form = form_of(self._wish)
            return no_text_blocks(form.title, form.about, width)
        return (table_blocks if self._wish.file_format == "csv" else text_blocks)(self.look.head, width)


def size_words(size: int) -> str:
    """“About 48 KB”, in thousands of bytes as file managers count."""
    if not size:
        return "The file would be empty"
    if size < 1000:
        return "Less than 1 KB"
    if size < 1_000_000:
        return f"About {round(size / 1000):,} KB"
    return f"About {size / 1_000_000:.1f} MB"
