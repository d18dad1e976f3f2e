"""The transcripts of the demo's sessions."""

from datetime import datetime, timedelta
from random import Random

import orjson

_DIALOGUES: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("agent", "Good morning, and thank you for making the time. Shall we start?"),
        ("student", "Yes, please. I have read the brief twice."),
        ("agent", "Then tell me: who loses most if we follow your plan?"),
        ("student", "In the short run the commuters. So I would phase it over six months."),
        ("agent", "Six months cost us money every day. What do you offer in return?"),
        ("student", "A published calendar, so that nobody has to guess, and a fund for transport."),
    ),
    (
        ("agent", "You wanted to see me about the figures."),
        ("student", "I did. The margin in the second quarter does not fit the volume."),
        ("agent", "Our accountant says it is a timing matter."),
        ("student", "Then the third quarter should make up for it, and it does not."),
    ),
    (
        ("agent", "I have five minutes before the next meeting. Convince me."),
        ("student", "Three points then: cost, risk, and what our competitors do already."),
        ("agent", "Begin with the risk."),
        ("student", "The greatest risk is waiting; the licence runs out in March."),
        ("agent", "And if the regulator refuses?"),
        ("student", "Then we fall back to the pilot in two regions. It is slower, but it is ours."),
    ),
    (
        ("agent", "Nobody told me why I am here. Is something wrong?"),
        ("student", "I would like to explain it to you slowly. Stop me whenever you like."),
        ("agent", "Please do. I am not from the trade."),
        ("student", "We found a mistake, we know its cause, and here is what we are doing."),
    ),
)

# Everything of a message but its moment, as JSON: encoded once, not half a million times.
_ENCODED = tuple(
    tuple(
        orjson.dumps({"role": role, "content": content}).decode()[:-1] + ',"timestamp":"'
        for role, content in dialogue
    )
    for dialogue in _DIALOGUES
)


def transcript_json(start: datetime, seconds: float, *, gaps: bool, rng: Random) -> str:
    """Return messages spread over a conversation; with ``gaps``, its beginning is missing."""
    messages = _ENCODED[int(rng.random() * len(_ENCODED))]
    if gaps:
        messages = messages[2:]
    pace = timedelta(seconds=int(seconds) // len(messages))
    moment = start + timedelta(seconds=3)
    parts = []
    for message in messages:
        parts.append(f'{message}{moment.isoformat()[:19]}Z"}}')
        moment += pace
    return f"[{','.join(parts)}]"
