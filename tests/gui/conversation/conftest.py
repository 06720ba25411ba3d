"""Both conversations with the small chat open."""

import pytest
from pytestqt.qtbot import QtBot

from reviewer.gui import fonts
from reviewer.gui.conversation.conversation_view import ConversationView
from reviewer.gui.conversation.revision_view import RevisionView
from tests.gui.conversation import chat


@pytest.fixture(autouse=True)
def _usual_text_size():
    yield
    fonts.set_scale(1.0)


@pytest.fixture
def view(qtbot: QtBot) -> ConversationView:
    made = ConversationView(chat.LIGHT)
    qtbot.addWidget(made)
    made.resize(640, 700)
    made.open(chat.full_review(chat.HELLO, chat.LONG, chat.SHORT, chat.PAIR), chat.HeldTurns(chat.TURNS))
    made.show()
    made.setFocus()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def revision(qtbot: QtBot) -> RevisionView:
    made = RevisionView(chat.LIGHT)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    change = chat.revised(4, "The parcel has been sent to depot nine and will reach you on Friday.")
    made.open(chat.full_review(chat.LONG, **change), chat.HeldTurns(chat.TURNS))
    made.show()
    made.setFocus()
    qtbot.waitExposed(made)
    return made
