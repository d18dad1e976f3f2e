"""Work that may take so long and no longer: whoever finds the time over leaves the rest."""

import math
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple, Self


class TimeAllowed:
    """The time for some work, which is done piece by piece.

    The work asks ``is_over`` once it has done a piece and there is another one. So it does at least
    one, however little time there is.
    """

    def __init__(self, seconds: float = math.inf) -> None:
        self._end = time.monotonic() + seconds
        self.leaves_some = False

    def is_over(self) -> bool:
        """Return whether what there is still to do is left to the next time."""
        self.leaves_some = time.monotonic() >= self._end
        return self.leaves_some

    def share(self, parts: int) -> Self:
        """Return the first of so many equal parts of the time that is left."""
        return type(self)(max(0.0, self._end - time.monotonic()) / parts)


type Work = Callable[[TimeAllowed], int]


class Turns[Name](NamedTuple):
    """What each of some works counted, and which of them left something undone."""

    counted: dict[Name, int]
    undone: list[Name]


def take_turns[Name](works: Mapping[Name, Work], allowed: TimeAllowed) -> Turns[Name]:
    """Do these works, each for an equal share of the time.

    What one does not need goes to those after it, and while time is left, those that are not done
    have another turn. So none stands still because another one is long.
    """
    counted = dict.fromkeys(works, 0)
    undone = list(works)
    while undone:
        turns, undone = undone, []
        for at, name in enumerate(turns):
            share = allowed.share(len(turns) - at)
            counted[name] += works[name](share)
            if share.leaves_some:
                undone.append(name)
        if undone and allowed.is_over():
            break
    return Turns(counted, undone)
