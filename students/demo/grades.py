"""The grades of the demo's sessions."""

from datetime import timedelta
from random import Random
from typing import NamedTuple

import orjson

from students.demo.rows import GradeRow, SessionRow, demo_id


class Scores(NamedTuple):
    """Scores for three criteria in tenths of a point, with weights of 40, 30 and 30 per cent."""

    thinking: int
    comprehension: int
    communication: int

    @property
    def final(self) -> int:
        """The weighted mean in tenths of a point, halves rounded up."""
        return (4 * self.thinking + 3 * self.comprehension + 3 * self.communication + 5) // 10


# The comments on each criterion, from weak to strong.
_REMARKS = (
    (
        "Touches the question without weighing it.",
        "Missed the point of the brief.",
        "Hard to follow.",
    ),
    (
        "Sound, but stops at the first answer.",
        "Knows the figures, not what they imply.",
        "Clear, if wordy.",
    ),
    (
        "Weighs both sides and commits.",
        "Has the facts at hand and uses them.",
        "Calm and to the point.",
    ),
)
_SUMMARIES = (
    "The conversation stayed on the surface; read the brief again before the next attempt.",
    "Clear reasoning, thin on numbers.",
    "A convincing argument, well told, with the trade-offs named.",
)
_CRITERIA = ("Critical Thinking", "Comprehension", "Communication")
_WEIGHTS = (40, 30, 30)


def _band(tenths: int) -> int:
    return 0 if tenths < 500 else 1 if tenths < 750 else 2


def any_scores(rng: Random) -> Scores:
    """Return scores that are typical of a class: mostly between 45 and 90."""
    level = 450 + 400 * (rng.random() + rng.random()) / 2
    return Scores(*(min(1000, int(level + 140 * rng.random())) for _ in _CRITERIA))


def grade_row(session: SessionRow, scores: Scores, *, minutes: int, serial: int) -> GradeRow:
    """Return a grade that was given some minutes after the session's end."""
    ended = session.end_time or session.created_at
    created = ended + timedelta(minutes=minutes)
    criteria = [
        {"name": name, "weight": weight, "score": tenths / 10, "feedback": remarks}
        for name, weight, tenths, remarks in zip(
            _CRITERIA,
            _WEIGHTS,
            scores,
            (_REMARKS[_band(tenths)][i] for i, tenths in enumerate(scores)),
            strict=True,
        )
    ]
    return GradeRow(
        id=demo_id(created, serial),
        tenant_id=session.tenant_id,
        session_id=session.id,
        created_at=created,
        final_score=f"{scores.final // 10}.{scores.final % 10}",
        overall_summary=_SUMMARIES[_band(scores.final)],
        criteria=orjson.dumps(criteria).decode(),
    )
