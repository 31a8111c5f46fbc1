"""The norms of a place from a year on: one dated value each, with its source."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from extractors.records import FORM_KINDS
from rules.norms import KEYS, Band, Norm, Norms

__all__ = ["KEYS", "BadProfile", "Band", "Norm", "Norms", "Profile", "default", "find", "load", "shipped"]

PROFILES = Path(__file__).parent / "profiles"
DEFAULT = "default"
_FIELDS = {"title", "names", "inherits", "norm"}


class BadProfile(Exception):  # noqa: N818 - a verdict on a file, not an error of ours
    """The profile file is at fault; the message is for people and says where and what."""


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """Norms in rising priority: a later one in force replaces an earlier one."""

    name: str
    title: str
    norms: tuple[Norm, ...]
    names: tuple[str, ...] = ()  # other names of a shipped profile
    resolved: dict[tuple[int | None, str], Norms] = {}  # what was looked up already

    def at(self, year: int | None, kind: str) -> Norms:
        """The norms for a fiscal year and a kind of form."""
        known = self.resolved.get((year, kind))
        if known is None:
            values = {norm.key: norm.value for norm in self.norms if norm.holds(year, kind)}
            known = self.resolved[year, kind] = msgspec.convert(values, Norms, strict=False)
        return known

    def source(self, key: str, year: int | None, kind: str) -> str:
        """Where the norm in force comes from, for messages and pages."""
        return self._in_force(key, year, kind).source

    def own_sources(self, keys: Iterable[str], year: int | None, kind: str) -> list[str]:
        """The sources of those norms in force that are not the default's, each once."""
        norms = [self._in_force(key, year, kind) for key in keys]
        common = {id(norm) for norm in default().norms}
        return list(dict.fromkeys(norm.source for norm in norms if id(norm) not in common))

    def _in_force(self, key: str, year: int | None, kind: str) -> Norm:
        return next(x for x in reversed(self.norms) if x.key == key and x.holds(year, kind))


@cache
def default() -> Profile:
    """The norms where a bureau names none: what the form itself declares goes first."""
    return _load(PROFILES / f"{DEFAULT}.toml")


@cache
def shipped() -> tuple[Profile, ...]:
    """The profiles that come with the software, the default first."""
    files = sorted(PROFILES.glob("*.toml"), key=lambda path: (path.stem != DEFAULT, path.stem))
    return tuple(default() if path.stem == DEFAULT else _load(path) for path in files)


def find(wanted: str) -> Profile:
    """A shipped profile by its name, else the one in this file. Raises BadProfile with the remedy."""
    known = _named(wanted)
    if known is not None:
        return known
    if Path(wanted).exists() or wanted.endswith(".toml"):
        return load(Path(wanted))
    names = "、".join(x.names[0] for x in shipped() if x.names)
    raise BadProfile(f"没有名为“{wanted}”的口径，也没有这个文件；自带的口径有：{names}。")


def load(path: Path) -> Profile:
    """A bureau's own profile over the one that it inherits. Raises BadProfile with the place, the remedy."""
    return _load(path)


def _named(name: str) -> Profile | None:
    return next((x for x in shipped() if name in {x.name, x.title, *x.names}), None)


def _load(path: Path, above: tuple[str, ...] = ()) -> Profile:
    raw = _read(path)
    _known_fields(raw, path.name)
    entries = raw.get("norm", [])
    if not isinstance(entries, list):
        raise BadProfile(f"口径文件“{path.name}”：各条口径应写作 [[norm]]。")
    norms = tuple(_norm(entry, index, path.name) for index, entry in enumerate(entries, 1))
    return Profile(
        name=path.stem,
        title=str(raw.get("title", path.stem)),
        names=tuple(map(str, raw.get("names", []))),
        norms=_below(raw, path, above) + norms,
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise BadProfile(f"口径文件“{path}”无法打开：没有这个文件。请核对路径。") from error
    except OSError as error:
        raise BadProfile(f"口径文件“{path}”无法打开：{error.strerror}。请核对路径和权限。") from error
    except UnicodeDecodeError as error:
        raise BadProfile(f"口径文件“{path.name}”不是UTF-8编码，请另存为UTF-8后再用。") from error
    except tomllib.TOMLDecodeError as error:
        raise BadProfile(f"口径文件“{path.name}”不合TOML语法：{error}。请对照文档中的示例修改。") from error


def _known_fields(raw: dict[str, Any], name: str) -> None:
    if strange := raw.keys() - _FIELDS:
        raise BadProfile(
            f"口径文件“{name}”：不认识的项“{'、'.join(sorted(strange))}”，"
            "可用的有 title、inherits 和 [[norm]]。"
        )


def _below(raw: dict[str, Any], path: Path, above: tuple[str, ...]) -> tuple[Norm, ...]:
    """The norms of the profile that this one inherits: the default unless another is named."""
    if path == PROFILES / f"{DEFAULT}.toml":
        return ()
    wanted = str(raw.get("inherits", DEFAULT))
    base = PROFILES / f"{wanted}.toml"
    if wanted in {*above, path.stem} and path.parent == PROFILES:
        raise BadProfile(f"口径文件“{path.name}”：继承的口径“{wanted}”又继承它自己。")
    if not base.exists():
        names = "、".join(sorted(x.stem for x in PROFILES.glob("*.toml")))
        raise BadProfile(f"口径文件“{path.name}”：没有可继承的口径“{wanted}”，自带的有：{names}。")
    return default().norms if wanted == DEFAULT else _load(base, (*above, path.stem)).norms


def _norm(entry: Any, index: int, name: str) -> Norm:
    where = f"口径文件“{name}”第{index}条"
    try:
        norm = msgspec.convert(entry, Norm)
    except msgspec.ValidationError as error:
        raise BadProfile(
            f"{where}：应有 key、value、source（依据），可有 from、to、kinds。{error}"
        ) from error
    if norm.key not in KEYS:
        raise BadProfile(f"{where}：没有名为“{norm.key}”的口径，可用的有：{'、'.join(KEYS)}。")
    if not norm.source.strip():
        raise BadProfile(f"{where}（{norm.key}）：缺少依据，请在 source 中写明出处。")
    if wrong := set(norm.kinds) - set(FORM_KINDS):
        raise BadProfile(
            f"{where}（{norm.key}）：没有表单种类“{'、'.join(sorted(wrong))}”，可用的有：{'、'.join(FORM_KINDS)}。"
        )
    if norm.since is not None and norm.until is not None and norm.since > norm.until:
        raise BadProfile(f"{where}（{norm.key}）：起始年度{norm.since}晚于截止年度{norm.until}。")
    _value(norm, where)
    return norm


def _value(norm: Norm, where: str) -> None:
    hint = get_args(get_type_hints(Norms, include_extras=True)[norm.key])
    meaning = hint[1].description
    try:
        value = msgspec.convert(norm.value, hint[0], strict=False)
    except msgspec.ValidationError as error:
        raise BadProfile(f"{where}（{norm.key}，{meaning}）：值不合要求。{error}") from error
    if norm.key.endswith(("_percent", "_points", "_yuan", "_rows", "_places")) and value < 0:
        raise BadProfile(f"{where}（{norm.key}，{meaning}）：值不能小于0。")
    if norm.key == "grade_bands" and [x.low for x in value] != sorted((x.low for x in value), reverse=True):
        raise BadProfile(f"{where}（{norm.key}，{meaning}）：各等级应由高到低排列。")
    if norm.key == "required_forms" and (wrong := set(value) - set(FORM_KINDS)):
        raise BadProfile(f"{where}（{norm.key}）：没有表单种类“{'、'.join(sorted(wrong))}”。")
    if norm.key == "level1_weights" and sum(value.values()) > 100:
        raise BadProfile(f"{where}（{norm.key}，{meaning}）：各项权重之和超过100。")
    if norm.key == "outline" and value:
        _outline(str(value), where)


def _outline(name: str, where: str) -> None:
    from rules.outlines import outlines

    if name not in {x.name for x in outlines()}:
        known = "、".join(x.name for x in outlines())
        raise BadProfile(f"{where}（outline）：没有名为“{name}”的提纲，可用的有：{known}。")
