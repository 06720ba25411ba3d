"""The words that head the columns of tables, and the words that stand in them for a part in a chat."""

import re
from functools import lru_cache
from typing import Final

from reviewer.domain.transcript import Role

_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_APART: Final = re.compile(r"[\W_]+")
_WHOLE_FLOAT: Final = re.compile(r"(-?\d{1,30})\.0+")

_PEOPLE: Final = "sender author speaker from user actor participant member poster person persona contact interlocutor"
_WHO: Final = tuple(_PEOPLE.split())


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _ranked(words: str) -> dict[str, int]:
    return {word: rank for rank, word in enumerate(words.split())}


CONVERSATION: Final = _ranked(
    "conversation_id conversation_identifier chat_id chat_session_id session_id ticket_id dialogue_id dialog_id "
    "thread_id main_tweet_id conv_id convo_id conversation_key chat_key case_id call_id interaction_id transcript_id "
    "conversationid dialogueid dialogid sessionid chatid ticketid threadid conv convo conversation_no chat_no "
    "conversation_number case_number ticket_number conversation_name conversation chat session ticket dialogue dialog "
    "thread case issue_id request_id contact_id room_id room channel_id group_id match_id scenario_id dialogue_no "
    "conversation_index dialogue_index dialogue_idx unique_id uid konversation gespräch chatverlauf conversación"
)
CONVERSATION_IF_REPEATED: Final = _ranked("id key no number call interaction meeting interview episode")
ROLE: Final = _ranked(
    "role "
    + " ".join(f"{who}_{part}" for part in ("role", "type", "kind") for who in [*_WHO, "message", "turn", "utterance"])
    + " side party speaker_label author_label rolle rôle rol"
)
INBOUND: Final = _ranked("inbound is_inbound incoming is_incoming is_customer is_user from_customer from_user")
OUTBOUND: Final = _ranked(
    "outbound is_outbound outgoing is_agent is_bot is_staff is_admin from_agent is_from_me from_me"
)
DIRECTION: Final = _ranked("direction message_direction msg_direction")
SPEAKER: Final = _ranked(
    "sender author from speaker user actor participant "
    + " ".join(f"{who}_name" for who in _WHO)
    + " display_name username screen_name nickname nick handle member poster person persona commenter from_user who by"
    " said_by sent_by written_by created_by interlocutor name agent agent_name contact party source character"
    " absender verfasser autor sprecher wer expéditeur auteur remitente emisor mittente autore afzender nutzer"
)
SPEAKER_ID: Final = _ranked(
    " ".join(f"{who}_id" for who in _WHO)
    + " "
    + " ".join(f"{who}{end}" for who in _WHO for end in ("id", "_idx", "_index", "_no", "_number", "_uuid", "_key"))
    + " uid sender_key author_key created_by_id agent_id email sender_email author_email from_email from_address"
)
WEAK_SPEAKERS: Final = frozenset(
    {"name", "agent", "agent_name", "contact", "party", "source", "character", "by", "who"}
)
TEXT: Final = _ranked(
    "text message content body utterance msg message_text text_message message_body message_content plain_body "
    "msg_text text_content utterance_text raw_text original_text chat_message chat_text clean_text comment reply "
    "comment_body comment_text post tweet line sentence said words html_body body_text turn_text transcript_text "
    "transcript dialogue dialog conversation chat nachricht mitteilung inhalt texte contenu mensaje texto contenido "
    "messaggio testo bericht tekst messagetext msgtext description original_message payload"
)
STRONG_TEXT: Final = _set("text message content body utterance msg message_text text_message message_body nachricht")
TRANSCRIPT: Final = _set(
    "transcript transcription conversation dialogue dialog chat chat_log chatlog log messages turns body "
    "text content full_text full_transcript conversation_text chat_transcript dialogue_text history "
    "chat_history conversations"
)
TIME: Final = _ranked(
    "timestamp created_at sent_at message_time message_timestamp datetime date_time ts created sent created_time "
    "created_date entry_time send_time sent_time posted_at occurred_at event_time message_date sent_date start_time "
    "created_on sent_on creation_date created_timestamp date time datum zeit uhrzeit zeitstempel fecha hora heure data "
    "when day start starttime createdat received_at updated_at"
)
CLOCK: Final = frozenset({"time", "zeit", "uhrzeit", "hora", "heure", "clock", "time_of_day"})
DAY: Final = frozenset({"date", "day", "datum", "fecha", "data", "message_date", "sent_date"})
TURN: Final = _ranked(
    "turn_number turn_id turn_no turn_index turn_idx turn turnnumber turnid utterance_index utterance_idx utterance_no "
    "utterance_number message_index message_number message_no line_no line_number seq sequence sequence_number "
    "position utterance_id index order no step"
)
KIND: Final = _ranked("type event_type entry_type message_type kind event subtype msg_type activity_type")
PUBLIC: Final = _ranked("public is_public visibility internal is_internal private is_private part_type note is_note")
OWN: Final = _ranked("tweet_id message_id msg_id post_id comment_id id status_id mid utterance_id id_str")
REPLY: Final = _ranked(
    "in_response_to_tweet_id in_reply_to_status_id in_reply_to_status_id_str in_reply_to_tweet_id in_reply_to "
    "in_reply_to_id in_response_to reply_to reply_to_id reply_to_message_id parent_id parent_message_id parent "
    "replied_to"
)
TITLE: Final = _ranked("subject title conversation_title chat_title ticket_subject conversation_subject betreff")
CHANNEL: Final = _ranked("channel channel_name channel_type medium")

_ASKING: Final = _set(
    "user customer human client visitor question questions query prompt me input instruction caller guest "
    "q request consumer patient student frage"
)
_ANSWERING: Final = _set(
    "bot agent assistant answer answers response responses output completion chatbot ai gpt support a "
    "model advisor operator representative rep doctor tutor therapist antwort"
)
_BESIDE: Final = _set("message text utterance msg turn reply said says the speaker content 1 2")
SETS_OF_PAIRS: Final = _set(
    "question questions query prompt instruction input answer answers response responses output completion q a"
)

_PARTS: Final = {
    Role.AGENT: "agent admin operator support staff rep representative csr employee advisor adviser business company "
    "brand internal supervisor outbound outgoing team teammate specialist helpdesk technician human_agent",
    Role.CUSTOMER: "customer user end_user enduser visitor client lead contact consumer external guest human caller "
    "requester buyer me inbound incoming shopper",
    Role.BOT: "bot assistant chatbot automated_agent ai virtual_agent virtual_assistant model gpt answer_bot automated",
    Role.SYSTEM: "system info notification trigger developer tool function automation workflow operation",
}
_ROLES: Final = {word: role for role, words in _PARTS.items() for word in words.split()}
SPOKEN_KIND: Final = re.compile(r"message|msg|text|comment|reply|utterance|email|note|answer|question", re.IGNORECASE)
SYSTEM_KIND: Final = re.compile(
    r"join|leave|left|start|end(?:ed)?\b|end$|clos|open|assign|transfer|system|noti(?:ce|fication)|event|status|rating"
    r"|typing|queue|chang|establish|accept|request|info|time_?out|missed|rout|missing|delivered|disconnect|connect"
    r"|wrap|pars|trigger|service",
    re.IGNORECASE,
)
TRUE: Final = frozenset({"true", "yes", "1", "y", "t", "1.0"})
FALSE: Final = frozenset({"false", "no", "0", "n", "f", "0.0"})


@lru_cache(maxsize=4096)
def plain(heading: str) -> str:
    """A heading or value in small letters, its words joined by underscores."""
    return _APART.sub("_", _HUMP.sub("_", heading.strip()).casefold()).strip("_")


@lru_cache(maxsize=4096)
def bare(number: str) -> str:
    """An id without the “.0” that a program put behind it."""
    match = _WHOLE_FLOAT.fullmatch(number)
    return match[1] if match else number


@lru_cache(maxsize=4096)
def role_of(value: str) -> Role | None:
    """The role that a value such as “end-user”, “agent:31” or “__system” stands for."""
    word = plain(value)
    return _ROLES.get(word) or _ROLES.get(word.split("_")[0]) or _ROLES.get(word.rstrip("0123456789_"))


def is_role(value: str) -> bool:
    """Whether a value is the word for a part and no more, but for a number."""
    return plain(value).rstrip("0123456789_") in _ROLES


@lru_cache(maxsize=4096)
def side_of(heading: str) -> Role | None:
    """Who speaks in a column that is headed by the word for a part, as “User” or “bot_response”."""
    words = set(plain(heading).split("_"))
    asking, answering = words & _ASKING, words & _ANSWERING
    if words - _ASKING - _ANSWERING - _BESIDE:
        return None
    if asking and not answering:
        return Role.CUSTOMER
    if answering & {"bot", "assistant", "chatbot", "ai", "gpt", "model"}:
        return Role.BOT
    return Role.AGENT if answering else None


_TEXT_WORDS: Final = _set("text message content body utterance msg comment transcript nachricht mensaje texto")
_SPEAKER_WORDS: Final = _set("speaker sender author commenter absender remitente")
_CONVERSATION_WORDS: Final = _set("conversation chat dialog dialogue session thread ticket convo conv")
_ID_WORDS: Final = _set("id key no nr number uuid guid reference ref identifier index idx hash")
_TIME_WORDS: Final = _set("time date timestamp datetime created sent utc datum fecha zeit uhrzeit")
_OTHER_WORDS: Final = _set(
    "id ids type count length len lang language status time date number sent by url uri file size format is has score "
    "label intent sentiment emotion tokens class category at on created updated email mail phone avatar image source "
    "idx index rank rating subject title"
)


NEVER_SPEAKERS: Final = _set(
    "label labels intent sentiment emotion category class level status topic tag tags language lang priority gender "
    "country city state region rating score result outcome department team queue product brand color colour size genre "
    "act slot slots domain source channel type kind severity logger"
)
NO_CHATS: Final = _set("commit sha isbn asin sku severity level logger latitude longitude helpfulness")


@lru_cache(maxsize=4096)
def kin(heading: str) -> str:
    """The plainest word for what a longer heading says, as “text” for “body_content”; else the heading itself."""
    parts = set(heading.split("_"))
    if parts & _CONVERSATION_WORDS and parts & _ID_WORDS:
        return "conversation_id"
    if "by" in parts and parts & {"sent", "created", "written", "said", "posted"} and not parts & _ID_WORDS:
        return "who"
    if parts & _TIME_WORDS and not parts & {"zone", "spent", "elapsed", "response", "wait", "handle"}:
        return "updated_at" if parts & {"updated", "modified", "edited", "end", "ended"} else "when"
    if parts & _SPEAKER_WORDS and not parts & (_OTHER_WORDS - {"by"}):
        return "who"
    if parts & _TEXT_WORDS and not parts & _OTHER_WORDS:
        return "payload"
    return heading


def known_words(cells: list[str]) -> int:
    """How many of these cells are words that head columns."""
    return sum(bool(cell) and _is_known(plain(cell)) for cell in cells)


def _is_known(word: str) -> bool:
    return any(word in words or kin(word) in words for words in _ALL) or side_of(word) is not None


_ALL: Final = (
    *(CONVERSATION, CONVERSATION_IF_REPEATED, ROLE, SPEAKER, SPEAKER_ID, TEXT, TIME, TURN, KIND, PUBLIC, OWN, REPLY),
    *(TITLE, CHANNEL, TRANSCRIPT, INBOUND, OUTBOUND, DIRECTION),
)
