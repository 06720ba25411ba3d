"""Activities in a list of their own."""

import json

from tests.importers.reading import found, said


def test_activities_within_an_object():
    activities = [
        {"type": "message", "channelId": "web", "from": {"id": "u", "name": "Ola", "role": "user"}, "text": "Hi Glow"},
        {"type": "message", "channelId": "web", "from": {"id": "b", "name": "Glow", "role": "bot"}, "text": "Hi Ola"},
    ]
    result = found(json.dumps({"activities": activities, "watermark": "2"}), "chat.json")
    assert result.format == "bot_framework"
    assert said(result.conversations[0]) == [("Ola", "Hi Glow"), ("Glow", "Hi Ola")]
