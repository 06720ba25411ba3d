"""The words that JSON formats use for who, what, when and which; compared without signs and capitals."""

import re
from functools import lru_cache
from typing import Final

from reviewer.domain.transcript import Role

_SIGNS: Final = re.compile(r"[\W_]+")


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


TEXT: Final = _words(
    "text bodytext plainbody plaintext textbody strippedtext content body message utterance msg transcript messagetext"
    " textcontent value data sentence sentences parts query said comment line response"
)
SPEAKER: Final = _words(
    "speaker sender author from sendername fromname authorname speakername username displayname user actor agent who"
    " participant participantid speakerid senderid userid authorid name nick role side type origin owner persona"
)
ROLE: Final = _words(
    "role sendertype authortype actortype usertype participantrole speakerrole side party persontype type"
)
NAME: Final = _words("name displayname username realname fullname nickname nick login email id key")
TIME: Final = _words(
    "timestamp time createdat created date datetime sentat ts sent createtime createdtime starttime start timestampms"
    " absolutetime updatedat"
)
CONVERSATION: Final = _words(
    "conversationid conversation chatid chat sessionid session dialogueid dialogid dialogue threadid thread ticketid"
    " ticket callid interactionid roomid convid conv root"
)
TITLE: Final = _words("title subject topic name conversationname chatname")
IDENTITY: Final = _words("conversationid dialogueid dialogid chatid sessionid threadid callid id convid uid key index")
CHANNEL: Final = _words("channel medium")
TURNS: Final = _words(
    "turns messages utterances log events dialogue dialog conversation conversations transcript chat history traj lines"
    " thread content exchanges entries items"
)

ROLES: Final = {
    **dict.fromkeys(
        _words(
            "user customer client visitor enduser human guest caller buyer shopper lead contact patient me consumer"
        ),
        Role.CUSTOMER,
    ),
    **dict.fromkeys(
        _words("agent operator admin rep representative support advisor staff employee expert teammate csr agents"),
        Role.AGENT,
    ),
    **dict.fromkeys(_words("assistant bot ai model gpt chatbot automatedagent virtualassistant chatgpt"), Role.BOT),
    **dict.fromkeys(
        _words("system developer tool function event action notification internal info status trigger"), Role.SYSTEM
    ),
}


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A key or a role without signs and capitals."""
    return _SIGNS.sub("", word).casefold()


def role_of(word: object) -> Role | None:
    """The part that a word names."""
    return ROLES.get(folded(word)) if isinstance(word, str) and len(word) <= 40 else None
