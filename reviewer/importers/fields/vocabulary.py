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
    " participant participantname participantid speakerid senderid userid authorid senders createdby sentby"
    " postedby fromuser name nickname nick fullname u role side type origin owner persona"
)
ROLE: Final = _words(
    "role sendertype authortype actortype usertype participantrole participanttype speakerrole speakertype side"
    " party persontype type event kind id"
)
NAME: Final = _words("name displayname fullname realname username nickname nick login n email actorid userid id key")
TIME: Final = _words(
    "timestamp time createdat created date datetime sentat ts sent createtime createdtime starttime start timestampms"
    " absolutetime messagetime createddatetime sentdatetime datetimesent datecreated datesent sentdate createat"
    " originserverts eventtime requesttimestamp updatedat"
)
CONVERSATION: Final = _words(
    "conversationid conversation chatid chat sessionid session dialogueid dialogid dialogue threadid thread ticketid"
    " ticket callid interactionid roomid rid convid convoid conv conversationsid conversationsthreadid root"
)
TITLE: Final = _words("title subject topic name conversationname chatname")
IDENTITY: Final = _words("conversationid dialogueid dialogid chatid sessionid threadid callid id convid uid key index")
CHANNEL: Final = _words("channel medium")
TURNS: Final = _words(
    "turns messages utterances log events dialogue dialog conversation conversations transcript chat history traj lines"
    " thread content exchanges entries items"
)
PEOPLE: Final = frozenset(
    _words("users participants members people speakers agents profiles parties authors contacts visitors visitor")
)
"""Lists beside the turns that tell who has which id."""
ASIDE: Final = frozenset(
    _words("answers annotations labels entities documents references options choices candidates buttons attachments")
    + _words("generic outputs errors tags words sources chunks")
)
"""Lists whose words nobody says, unless their records name a speaker."""
SIDES: Final = {
    **dict.fromkeys(_words("incoming inbound isincoming isinbound fromcustomer iscustomer"), True),
    **dict.fromkeys(_words("outgoing outbound isoutgoing isoutbound fromagent isagent"), False),
}
"""Keys of a yes or no: whether yes means the customer."""

ROLES: Final = {
    **dict.fromkeys(
        _words(
            "user customer client visitor enduser human guest caller buyer shopper lead contact patient me consumer"
            " humanmessage prompter requester incoming inbound endcustomer"
        ),
        Role.CUSTOMER,
    ),
    **dict.fromkeys(
        _words(
            "agent operator admin rep representative support advisor staff employee expert teammate csr agents"
            " humanagent liveagent serviceagent supportagent outgoing outbound"
        ),
        Role.AGENT,
    ),
    **dict.fromkeys(
        _words("assistant bot ai model gpt chatbot automatedagent virtualassistant virtualagent aimessage chatgpt"),
        Role.BOT,
    ),
    **dict.fromkeys(
        _words(
            "system developer tool function event action notification internal info status trigger"
            " systemmessage toolmessage functionmessage"
        ),
        Role.SYSTEM,
    ),
}


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A key or a role without signs and capitals."""
    return _SIGNS.sub("", word).casefold()


def role_of(word: object) -> Role | None:
    """The part that a word names."""
    if isinstance(word, list) and word and all(isinstance(one, str) for one in word):
        word = word[-1]
    return ROLES.get(folded(word)) if isinstance(word, str) and len(word) <= 40 else None
