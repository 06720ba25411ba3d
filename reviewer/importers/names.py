"""What can be a speaker's name at the start of a line, and what only looks like one."""

import re
from functools import lru_cache
from typing import Final

LONGEST: Final = 40
MOST_WORDS: Final = 5

_HIDDEN: Final = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BLANKS: Final = re.compile(r"\s+")
_INTRODUCED: Final = re.compile(r"^(?P<name>[^()]{3,40}) \((?P<short>[^\W\d_]{2,5})\)$")
_APART: Final = re.compile(r"[\s-]+")
_DIGITS: Final = re.compile(r"\d+")
_NOT_A_NAME: Final = re.compile(
    r"[“”\"<>{}=|\\;`]|//|::|\(\)|^[-*•>\[(/'&]|^#+\s|^\d+[.)]\s|[.?!]\s+[a-z]|^\d[\d\s.,:/-]*$"
    r"|^(?:case|class|def|if|elif|for|while|with|except|switch|import|return)\s"
    r"|^Traceback\b|\w(?:Error|Exception)$"
    r"|(?:^|\s)(?:said|says|asked|asks|replied|replies|wrote|writes|answered|added|explained)$"
)
_LOG_LEVEL: Final = re.compile(
    r"(?:^|[\s.\[(])(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL|CRITICAL|NOTICE|SEVERE)(?:$|[\s\])])"
)
_LABEL_WORDS: Final = """
address, age, agenda, amount, architecture, args, arguments, attributes, author, author(s), authors, availability,
average handle time, bcc, categories, category, caution, cc, changes, channel, chapter, city, classifier, color,
colour, commandline, comment, comments, company, cons, content-type, copyright, country, created, critical, date,
debug, default, department, depends, description, details, directions, disclaimer, duration, dynamic, e-mail, else,
email, end, ended, error, example, examples, except, fatal, fax, fecha, figure, file, files, files-excluded, finally,
first name, for example, format, from, goal, hint, homepage, host, hours, how, http, https, id, important,
ingredients, input, install, instructions, invoice, ip, issue, issue id, item, key, keywords, language, last name,
learn more, licence, license, link, links, load more, location, mailto, maintainer, message-id, method, mime-version,
model, name, none, note, notes, number, objective, one, order, order id, order no, order number, organization, origin,
output, p.s, package, page, parameters, params, password, phone, photo, photo credit, platform, postcode, price,
priority, private, problem, product, pros, protected, ps, public, quantity, queue, raises, rating, re, read more,
received, ref, reference, references, release, remember, reply-to, result, return-path, returns, section, see also,
see more, sent, serial number, show more, size, solution, source, sources, start, started, started at, state, status,
step, subject, subtotal, summary, survey, tags, task, tel, telephone, ticket, ticket id, ticket number, time, tip,
title, to, topic, total, trace, tracking number, try, two, type, updated, upgrade, upstream-contact, upstream-name,
url, usage, user agent, username, value, vendor, verdict, version, view more, visitor details, warning, website,
weight, what, when, where, why, www, yields, zip, zip code
"""
_FIELD: Final = re.compile(
    r"(?:author|content|description|end|home|installed|license|maintainer|message|metadata|mime|pre|project|provides"
    r"|reply|requires|return|start|upstream|vcs|x)-(?!user$)[a-z-]{2,30}"
)
_LABELS: Final = frozenset(" ".join(words.split()) for words in _LABEL_WORDS.split(","))


@lru_cache(maxsize=4096)
def cleaned(name: str) -> str:
    """The name as shown: direction marks removed, runs of blanks made one."""
    return _BLANKS.sub(" ", _HIDDEN.sub("", name)).strip()


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """One key for spellings that differ in case or blanks only."""
    return cleaned(name).casefold()


@lru_cache(maxsize=4096)
def can_be_name(name: str) -> bool:
    """Whether these words before a colon can name a speaker."""
    shown = cleaned(name)
    if not shown or len(shown) > LONGEST or len(shown.split(" ")) > MOST_WORDS:
        return False
    if _NOT_A_NAME.search(shown) or _LOG_LEVEL.search(shown):
        return False
    closed = shown.count("(") == shown.count(")") and shown.count("[") == shown.count("]")
    return closed and any(_is_sign(character) for character in shown)


@lru_cache(maxsize=4096)
def initials_of(name: str) -> str | None:
    """The key of the short name that a longer one gives in brackets, as “Ada de Boer (AdB)” does; else None."""
    match = _INTRODUCED.match(cleaned(name))
    if match is None:
        return None
    letters = "".join(word[:1] for word in _APART.split(match["name"]))
    return key_of(match["short"]) if letters.casefold() == match["short"].casefold() else None


def is_label(name: str) -> bool:
    """Whether these words are more often the label of a fact than a name."""
    key = key_of(name)
    return key in _LABELS or _FIELD.fullmatch(key) is not None


def is_numbered_like(name: str, known: set[str]) -> bool:
    """Whether a name differs from a known one in its digits only, as “Speaker 8” does from “Speaker 0”."""
    bare = without_digits(key_of(name))
    return "0" in bare and any(without_digits(other) == bare for other in known)


def without_digits(key: str) -> str:
    """A name with one sign for any number in it."""
    return _DIGITS.sub("0", key)


def is_like(name: str, known: set[str]) -> bool:
    """Whether a name differs from a known one in its digits only, or is a part of it by whole words."""
    key = key_of(name)
    return is_numbered_like(name, known) or any(
        other.startswith(f"{key} ") or key.startswith(f"{other} ") for other in known
    )


def is_proper(name: str) -> bool:
    """Whether it is written as the name of a person: at most three words, all of them with a capital."""
    words = cleaned(name).split(" ")
    return len(words) <= 3 and all(word.lstrip("([")[:1].isupper() for word in words) and not is_label(name)


def _is_sign(character: str) -> bool:
    return character.isalnum() or ord(character) > 0x2600
