"""The members of an archive, read to memory and within limits.

    for member in members(data, "报送.zip", Limits()):
        if member.rejected: ...            # refused: a code, a sentence, its path all the same
        else: member.path, member.data     # another archive is a member like any other

Every file in the archive gives exactly one `Member`, refused ones included; folders give none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from extractors.archives import mails, rars, sevenzips, tars, zips
from extractors.archives.budget import Budget
from extractors.archives.member import Member
from extractors.document import Limits, Rejected
from extractors.sniffing import sniff

__all__ = ["Limits", "Member", "Rejected", "is_archive", "members"]

_Opener = Callable[[bytes, str, Budget], Iterator[Member]]
_OPENERS: dict[str, _Opener] = {
    "zip": zips.members,
    "7z": sevenzips.members,
    "rar": rars.members,
    "tar": tars.members,
    "gzip": tars.members,
    "bzip2": tars.members,
    "xz": tars.members,
    "eml": mails.members,
}


def is_archive(format_id: str) -> bool:
    """Whether `members` can open a file of this format (an id of `extractors.sniffing`)."""
    return format_id in _OPENERS


def members(data: bytes, name: str, limits: Limits | None = None) -> Iterator[Member]:
    """The members of an archive in its own order, each with its bytes or why it is refused.

    Sizes, ratio (expanded : packed), total and count are checked against the directory before
    reading and counted while reading. Raises Rejected where the archive as a whole cannot be
    opened: damaged, encrypted down to its directory, one volume of several.
    """
    budget = Budget(limits or Limits())
    for member in _OPENERS[sniff(data, name)](data, name, budget):
        yield budget.unique(member)
