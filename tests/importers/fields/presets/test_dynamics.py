"""Messages in HTML, and control messages."""

import json
from typing import Any

from tests.importers.reading import found, said


def message(name: str | None, content: str, **more: Any) -> dict[str, Any]:
    """One message; without a name a control message."""
    user = {"id": f"8:{name}", "displayName": name} if name else None
    return {
        "created": "2026-03-03T12:00:00Z",
        "from": {"user": user},
        "content": content,
        "isControlMessage": name is None,
        **more,
    }


def test_control_messages_are_lines_of_the_program():
    talk = [
        message(None, "<addmember><eventtime>1</eventtime></addmember>"),
        message("Ola", "<div><p>My lamp is &quot;late&quot;.</p></div>"),
        message("Mira", "", attachments=[{"name": "map.png"}]),
    ]
    result = found(json.dumps(talk), "chat.json")
    assert result.format == "dynamics"
    assert said(result.conversations[0]) == [
        (None, "(addmember)"),
        ("Ola", 'My lamp is "late".'),
        ("Mira", "[map.png]"),
    ]
