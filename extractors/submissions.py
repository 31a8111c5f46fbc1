"""Forms of one unit and one year brought together, from one file or from several."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

import msgspec

from extractors import names
from extractors.forms.reports import unit_in_title
from extractors.names import Name
from extractors.records import Document, Form, Submission

_ONCE = frozenset({"summary", "department", "report"})  # kinds that a unit hands in once a year
_SCORED = frozenset({"department", "project", "transfer"})


class _Item(msgspec.Struct):
    """One form with what places it: its name, its file, its folder."""

    form: Form
    name: Name | None
    folder: str
    root: str
    unit: int = -1  # cluster


Units = dict[int, list[_Item]]


def group(documents: list[Document], forms: list[Form]) -> tuple[list[Submission], list[Form]]:
    """The submissions that these forms make, and the forms with their `submission_id`.

    Two names are one unit where their cores are the same and their regions do not contradict
    (in one folder, or clearly in one ingested folder); near variants (信息局, 信息化局) only
    inside one file, or in one folder where they hand in different kinds of forms. The only
    scoring form and the only report of a file are one unit's and year's whatever they print
    (a wrong name or year there is a defect to be found). A form without a name takes that of
    its file, else of its folder. Order of input is of no matter.
    """
    places = {row.document_id: row for row in documents if row.document_id and row.status != "duplicate"}
    items = [_item(form, places) for form in sorted(forms, key=lambda form: (form.document_id, form.order))]
    named = [item for item in items if item.name is not None]
    _own_names(named)
    units: Units = {number: [item] for number, item in enumerate(named)}
    for number, item in enumerate(named):
        item.unit = number
    _join(units, named, lambda item: item.form.document_id, near=True, once=False)
    _pair(units, named)
    _join(units, named, lambda item: f"{item.root}\0{item.folder}", near=True, once=True)
    _join(units, named, lambda item: item.root, near=False, once=True)
    _lend(items)
    return _submissions(items)


def _item(form: Form, places: dict[str, Document]) -> _Item:
    document = places.get(form.document_id)
    path = document.path if document else form.document_id
    name = names.parse(form.unit_name) if form.unit_name else None
    if name is None or len(name.core) < 2:
        stem = path.rpartition("/")[2].rpartition(".")[0]
        guess = unit_in_title(stem) or (unit_in_title(form.title) if form.title else None)
        name = names.parse(guess) if guess else None
    return _Item(form, name, path.rpartition("/")[0], document.root if document else "")


def _join(units: Units, items: list[_Item], scope: Callable[[_Item], str], near: bool, once: bool) -> None:
    """Unite clusters of one scope whose names are one unit's."""
    scopes: dict[tuple[str, str], list[_Item]] = defaultdict(list)
    for item in items:
        assert item.name is not None
        scopes[scope(item), item.name.core[:2] if near else item.name.core].append(item)
    for members in scopes.values():
        _unite(units, members, near, once)


def _pair(units: Units, items: list[_Item]) -> None:
    """Unite the only scoring form and the only report of a file."""
    for scored, report, _ in _only_pairs(items):
        _merge(units, scored, report)


def _only_pairs(items: list[_Item]) -> Iterator[tuple[_Item, _Item, list[_Item]]]:
    """The scoring form and the report of each file that has one of either, with all forms of the file."""
    files: dict[str, list[_Item]] = defaultdict(list)
    for item in items:
        files[item.form.document_id].append(item)
    for members in files.values():
        scored = [item for item in members if item.form.form_kind in _SCORED]
        reports = [item for item in members if item.form.form_kind == "report"]
        if len(scored) == len(reports) == 1:
            yield scored[0], reports[0], members


def _own_names(items: list[_Item]) -> None:
    """In a file of one scoring form and one report, a name of another unit counts for nothing.

    Else the report headed with a neighbour's name would bring two units together.
    """
    for scored, report, members in _only_pairs(items):
        if not _alike(scored, report):
            votes = [sum(_alike(one, other) for other in members) for one in (scored, report)]
            right, wrong = (report, scored) if votes[1] > votes[0] else (scored, report)
            wrong.name = right.name


def _alike(a: _Item, b: _Item) -> bool:
    return a.name is not None and b.name is not None and names.variants(a.name, b.name)


def _unite(units: Units, members: list[_Item], near: bool, once: bool) -> None:
    seen: dict[Name, _Item] = {}
    for item in members:
        assert item.name is not None
        first = seen.setdefault(item.name, item)
        if first is not item and (not once or item.name.region or _disjoint(units, first, item)):
            _merge(units, first, item)
    distinct = [name for name in sorted(seen, key=lambda name: name.full) if not _ambiguous(name, seen, near)]
    for name in distinct:
        for other in distinct:
            if other == name or not _one_unit(name, other, near):
                continue
            exact = name.core == other.core and (name.region or other.region)
            if not once or exact or _disjoint(units, seen[name], seen[other]):
                _merge(units, seen[name], seen[other])


def _ambiguous(name: Name, others: Iterable[Name], near: bool) -> bool:
    """A bare name that fits units of two regions: 鼓楼区教育局 of two cities. Nobody knows."""
    regions = {other.region for other in others if other.region and _one_unit(name, other, near)}
    return len(regions) > 1 and not _nested(regions)


def _one_unit(a: Name, b: Name, near: bool) -> bool:
    return names.variants(a, b) if near else a.core == b.core and names.same_region(a, b)


def _nested(regions: set[str]) -> bool:
    longest = max(regions, key=len)
    return all(longest.endswith(region) for region in regions)


def _kinds(members: list[_Item]) -> set[tuple[str, int | None]]:
    return {(i.form.form_kind, i.form.fiscal_year) for i in members if i.form.form_kind in _ONCE}


def _disjoint(units: Units, a: _Item, b: _Item) -> bool:
    """True where the two hand in different forms, so that they can be one unit's."""
    return a.unit == b.unit or not _kinds(units[a.unit]) & _kinds(units[b.unit])


def _merge(units: Units, a: _Item, b: _Item) -> None:
    into, gone = min(a.unit, b.unit), max(a.unit, b.unit)
    if into != gone:
        for item in units.pop(gone):
            item.unit = into
            units[into].append(item)


def _lend(items: list[_Item]) -> None:
    """A form without a name belongs to the unit of its file, else to the only one of its folder."""
    for scope in (lambda item: item.form.document_id, lambda item: f"{item.root}\0{item.folder}"):
        units: dict[str, Counter[int]] = defaultdict(Counter)
        for item in items:
            if item.unit >= 0 and item.name is not None:
                units[scope(item)][item.unit] += 1
        for item in items:
            known = units.get(scope(item))
            if item.unit < 0 and known and (scope(item) == item.form.document_id or len(known) == 1):
                item.unit = min(known, key=lambda unit: (-known[unit], unit))


def _submissions(items: list[_Item]) -> tuple[list[Submission], list[Form]]:
    clusters: dict[object, list[_Item]] = defaultdict(list)
    for item in items:
        clusters[item.unit if item.unit >= 0 else item.form.document_id].append(item)
    made: dict[str, list[_Item]] = defaultdict(list)
    keys: dict[str, tuple[str, int | None]] = {}
    for members in clusters.values():
        unit_key = _key(members)
        years = {item.form.fiscal_year for item in members if item.form.fiscal_year}
        usual = _usual_years(members)
        for item in members:
            year = usual.get(item.form.document_id, item.form.fiscal_year)
            year = year or (next(iter(years)) if len(years) == 1 else None)
            identity = hashlib.sha256(f"{unit_key}\x1f{year}".encode()).hexdigest()[:20]
            keys[identity] = unit_key, year
            made[identity].append(item)
    submissions = [_submission(identity, *keys[identity], made[identity]) for identity in sorted(made)]
    forms = [
        msgspec.structs.replace(item.form, submission_id=identity)
        for identity in sorted(made)
        for item in made[identity]
    ]
    return submissions, sorted(forms, key=lambda form: (form.document_id, form.order))


def _usual_years(members: list[_Item]) -> dict[str, int]:
    """The year that most forms of a file print, where the unit hands in each of them once a year."""
    files: dict[str, list[Form]] = defaultdict(list)
    for item in members:
        files[item.form.document_id].append(item.form)
    out = {}
    for document_id, forms in files.items():
        kinds = Counter(form.form_kind for form in forms)
        years = Counter(form.fiscal_year for form in forms if form.fiscal_year)
        if len(years) > 1 and max(kinds.values()) == 1:
            out[document_id] = min(years, key=lambda year: (-years[year], -year))
    return out


def _key(members: list[_Item]) -> str:
    """The fullest of the names that a unit mostly goes by; a file's path where it has none."""
    counted = Counter(item.name for item in members if item.name is not None)
    if not counted:
        first = members[0]
        return f"未知:{first.folder}/{first.form.document_id}"
    own = {item.name for item in members if item.form.form_kind != "report"}
    main = max(counted, key=lambda name: (counted[name], name in own, name.full))
    known = [name for name in counted if names.variants(name, main)]
    return max(known, key=lambda name: (len(name.region), -len(name.core), name.full)).full


def _most(texts: Iterable[str | None]) -> str | None:
    counted = Counter(text for text in texts if text)
    return min(counted, key=lambda text: (-counted[text], -len(text), text)) if counted else None


def _submission(identity: str, unit_key: str, year: int | None, members: list[_Item]) -> Submission:
    return Submission(
        submission_id=identity,
        fiscal_year=year,
        unit_name=_most(item.form.unit_name for item in members),
        unit_key=unit_key,
        supervisor_name=_most(item.form.supervisor_name for item in members),
        form_count=len(members),
    )
