"""Edits of the replies under comments."""

from dataclasses import replace

from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.full_review import FullReview
from reviewer.domain.ids import new_id
from reviewer.domain.review import Reply


def add_reply(full: FullReview, annotation: str, text: str, now: str) -> Edit:
    """The reviewer of the review replies to one of its comments at `now` (ISO 8601 in UTC)."""
    reply = Reply(new_id(), annotation, full.review.reviewer, text, now)
    return Edit(Op.ADD_REPLY, (Delta(None, reply),), full.transcript.id)


def edit_reply(full: FullReview, reply: Reply, text: str) -> Edit | None:
    """The reply says `text`; None when it does already."""
    if reply.text == text:
        return None
    return Edit(Op.EDIT_REPLY, (Delta(reply, replace(reply, text=text)),), full.transcript.id)


def delete_reply(full: FullReview, reply: Reply) -> Edit:
    """The reply is gone."""
    return Edit(Op.DELETE_REPLY, (Delta(reply, None),), full.transcript.id)
