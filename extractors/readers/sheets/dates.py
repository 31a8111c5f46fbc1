"""Dates and times as their format shows them; a date is a number of days."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from extractors.readers.sheets.codes import DATE, DIGIT, ELAPSED, HALF_DAY, POINT, Section
from extractors.readers.sheets.numerals import spelled, worded

_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LEAP_BUG = 60  # 1900-02-29, a day that Excel believes in
_LAST = 2_958_465  # 9999-12-31
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK = "一二三四五六日"


def moment(section: Section, value: Decimal, *, since_1904: bool) -> str | None:
    """A number of days in a date format; None where it is no date (Excel then shows hashes)."""
    fraction_digits = _fraction_digits(section)
    ticks = 86_400 * 10**fraction_digits
    total = int((value * ticks).to_integral_value(ROUND_HALF_UP))
    day, inside = divmod(total, ticks)
    if value < 0 or day > _LAST:
        return None
    clock = _Clock(_calendar(day, since_1904=since_1904), total, inside, fraction_digits, section)
    shown = "".join(clock.shown(index) for index in range(len(section.tokens)))
    return shown


def _calendar(day: int, *, since_1904: bool) -> tuple[int, int, int, int]:
    """Year, month, day, weekday (0 = Monday) of a serial day."""
    if since_1904:
        found = _EPOCH_1904 + timedelta(day)
    elif day == _LEAP_BUG:
        return 1900, 2, 29, 2
    elif day == 0:
        return 1900, 1, 0, 5
    else:
        found = _EPOCH + timedelta(day + (day < _LEAP_BUG))
    return found.year, found.month, found.day, found.weekday()


def _fraction_digits(section: Section) -> int:
    """Decimals of the seconds: digits right behind a point that follows them."""
    kinds = [kind for kind, _ in section.tokens]
    for index, kind in enumerate(kinds):
        if kind == POINT and index + 1 < len(kinds) and kinds[index + 1] == DIGIT:
            return min(sum(1 for after in kinds[index + 1 : index + 4] if after == DIGIT), 3)
    return 0


class _Clock:
    """The parts of one moment, shown token by token."""

    def __init__(
        self, calendar: tuple[int, int, int, int], total: int, inside: int, fraction: int, section: Section
    ) -> None:
        self.year, self.month, self.day, self.weekday = calendar
        self.seconds, self.fraction = divmod(inside, 10**fraction)
        self.total = total // 10**fraction
        self.digits = fraction
        self.tokens = section.tokens
        self.script = section.script
        self.half = any(kind == HALF_DAY for kind, _ in section.tokens)

    def shown(self, index: int) -> str:
        kind, text = self.tokens[index]
        if kind == DATE:
            return self._date(text.lower(), index)
        if kind == HALF_DAY:
            before, after = text.split("/")
            return before if self.seconds < 43_200 else after
        if kind == ELAPSED:
            unit = {"h": 3600, "m": 60, "s": 1}[text[0]]
            return str(self.total // unit).zfill(len(text))
        if kind == DIGIT:
            return self._fraction(index)
        return text

    def _fraction(self, index: int) -> str:
        """All decimals of the second stand at the first digit behind the point."""
        return (
            str(self.fraction).zfill(self.digits)
            if self.tokens[index - 1][0] == POINT and self.digits
            else ""
        )

    def _date(self, text: str, index: int) -> str:
        letter, width = text[0], len(text)
        if letter in "ye":
            year = str(self.year) if width > 2 or letter == "e" else f"{self.year % 100:02d}"
            return spelled(year, self.script)
        if letter == "m" and not self._is_minute(index):
            return self._named(_MONTHS[self.month - 1], width) or self._two(self.month, width)
        if letter == "d":
            return self._named(_DAYS[self.weekday], width) or self._two(self.day, width)
        if letter == "a":
            return ("星期" if width == 4 else "") + _WEEK[self.weekday]
        return self._time(letter, width)

    def _time(self, letter: str, width: int) -> str:
        if letter == "h":
            hour = self.seconds // 3600
            return self._two((hour % 12 or 12) if self.half else hour, width)
        if letter == "m":
            return self._two(self.seconds // 60 % 60, width)
        if letter == "s":
            return self._two(self.seconds % 60, width)
        return ""

    def _named(self, name: str, width: int) -> str:
        return {3: name[:3], 4: name, 5: name[:1]}.get(width, "")

    def _two(self, number: int, width: int) -> str:
        text = f"{number:02d}" if width > 1 else str(number)
        return worded(text, self.script) if self.script else text

    def _is_minute(self, index: int) -> bool:
        """An m right after hours or right before seconds is minutes."""
        letters = [
            (at, text[0].lower()) for at, (kind, text) in enumerate(self.tokens) if kind in (DATE, ELAPSED)
        ]
        where = next(order for order, (at, _) in enumerate(letters) if at == index)
        before = letters[where - 1][1] if where else ""
        after = letters[where + 1][1] if where + 1 < len(letters) else ""
        return before == "h" or after == "s"
