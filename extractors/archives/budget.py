"""How much one archive may still expand to."""

from __future__ import annotations

import msgspec

from extractors.archives.member import Member, refused
from extractors.document import Limits

_SMALL = 4 * 1024 * 1024  # a few blank pages pack 1 : 500; that harms nobody


class Budget:
    """Counts members and expanded bytes of one archive against `Limits`."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.total = 0
        self.count = 0
        self._paths: dict[str, int] = {}

    def refuse(self, path: str, expanded: int, packed: int) -> Member | None:
        """The refusal of a member that its directory entry declares too large, else None.

        Sizes in bytes; `packed` 0 where the archive does not tell it. Admitted sizes add up.
        """
        self.count += 1
        limits = self.limits
        if self.count > limits.members:
            return refused(path, "too-large", f"压缩包内文件超过 {limits.members} 个，其余未读；请分批报送。")
        if expanded > limits.file_bytes:
            return refused(path, "too-large", f"解压后超过 {limits.file_bytes >> 20} MB，未读；请单独报送。")
        if packed and expanded > max(_SMALL, packed * limits.ratio):
            return refused(path, "bomb", f"解压比例超过 {limits.ratio} 倍，疑似压缩炸弹，未读。")
        if self.total + expanded > limits.expanded_bytes:
            size = limits.expanded_bytes >> 20
            return refused(path, "too-large", f"压缩包解压后合计超过 {size} MB，其余未读；请分批报送。")
        self.total += expanded
        return None

    def left(self) -> int:
        """Bytes that one more member without a declared size may take."""
        return min(self.limits.file_bytes, self.limits.expanded_bytes - self.total)

    def unique(self, member: Member) -> Member:
        """The member under a path of its own: an archive may hold two files of one name."""
        seen = self._paths.get(member.path, 0) + 1
        self._paths[member.path] = seen
        return member if seen == 1 else msgspec.structs.replace(member, path=f"{member.path}#{seen}")
