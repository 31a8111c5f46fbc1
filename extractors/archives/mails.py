"""Members of a mail: its text with its attachments."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import Message

from extractors.archives import names
from extractors.archives.budget import Budget
from extractors.archives.member import Member
from extractors.document import Rejected

_NAMES = {"text/html": "正文{}.html", "text/plain": "正文{}.txt", "message/rfc822": "邮件{}.eml"}


def members(data: bytes, name: str, budget: Budget) -> Iterator[Member]:
    """The text of an .eml as a page or as plain text, then each attachment under its own name."""
    try:
        leaves = list(_leaves(email.message_from_bytes(data, policy=email.policy.compat32)))
    except RecursionError as fault:
        raise Rejected("damaged", "邮件结构嵌套过深，请把附件另存后单独报送。") from fault
    for number, part in enumerate(leaves, 1):
        payload = _payload(part)
        if payload.strip():
            path, unsafe = names.safe(_name(part, number))
            yield unsafe or budget.refuse(path, len(payload), 0) or Member(path=path, data=payload)


def _leaves(part: Message) -> Iterator[Message]:
    """The parts that hold something; of alternatives the last, which says most."""
    if part.get_content_maintype() != "multipart" or not part.is_multipart():
        yield part
        return
    inner = [each for each in part.get_payload() if isinstance(each, Message)]
    for each in inner[-1:] if part.get_content_subtype() == "alternative" else inner:
        yield from _leaves(each)


def _payload(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, Message) else b""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return b""
    return _marked(payload, part) if part.get_content_maintype() == "text" else payload


def _marked(payload: bytes, part: Message) -> bytes:
    """A text in UTF-8 with its mark: outside the mail nothing tells its encoding any more."""
    try:
        return payload.decode(part.get_content_charset() or "utf-8").encode("utf-8-sig")
    except (LookupError, ValueError):
        return payload


def _name(part: Message, number: int) -> str:
    try:
        given = part.get_filename()
    except (LookupError, ValueError):
        given = None
    if given:
        return "".join(_decoded(raw, charset) for raw, charset in _header(given))
    return _NAMES.get(part.get_content_type(), "附件{}").format(number)


def _header(value: str) -> list[tuple[str | bytes, str | None]]:
    from email.header import decode_header

    return list(decode_header(value))


def _decoded(raw: str | bytes, charset: str | None) -> str:
    if isinstance(raw, str):
        return raw
    try:
        return raw.decode(charset or "ascii")
    except (LookupError, ValueError):
        return names.decode([raw])[0]
