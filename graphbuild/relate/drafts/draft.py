"""A claim while it is being put together."""

from dataclasses import dataclass, field

from graphbuild.model import Amount, Claim, Entity, Kind, Sentence, Span, Speaker, Stance
from graphbuild.relate.frames import Frame
from graphbuild.relate.stance.reality import Reality


@dataclass(frozen=True, slots=True)
class Way:
    """How a role was filled: the slot or the reason, and the token that led there (None: no syntax did)."""

    how: str
    token: int | None = None


@dataclass(slots=True)
class Draft:
    """Mutable on purpose: passes after the frames add parts, speakers and dates.

    ``head`` is the token of its predicate; negative where it has none and hangs on its amount or a name.
    ``whole`` is the claim that this one is a part of. ``dated`` is False for an earlier value ("contre A
    un an plus tôt"), whose date is not that of its clause. ``ways`` say of each role and entity key how it
    was filled.
    """

    kind: Kind
    rule: str
    head: int
    sentence: Sentence
    reality: Reality
    frame: Frame
    roles: dict[str, list[Entity]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    amount: Amount | None = None
    evidence: list[Span] = field(default_factory=list)
    speaker: Speaker | None = None
    date: str | None = None
    whole: "Draft | None" = None
    dated: bool = True
    ways: dict[tuple[str, str], Way] = field(default_factory=dict)

    def fill(self, role: str, entities: list[Entity], way: Way) -> None:
        """Add fillers to a role, each entity once and in one role only."""
        taken = self.all_keys()
        new = list({e.key: e for e in entities if e.key not in taken}.values())
        if new:
            self.roles.setdefault(role, []).extend(new)
            self.ways |= {(role, e.key): way for e in new}

    def keys(self, role: str) -> set[str]:
        return {e.key for e in self.roles.get(role, ())}

    def all_keys(self) -> set[str]:
        """The keys of all fillers of all roles."""
        return {e.key for found in self.roles.values() for e in found}

    @property
    def weight(self) -> int:
        """How much it says: entity fillers, amount, texts."""
        return 2 * sum(map(len, self.roles.values())) + 2 * (self.amount is not None) + len(self.texts)

    def claim(self) -> Claim:
        """What is said so far as a claim; its part-of is set where all claims are known."""
        roles = {role: tuple(sorted(e.key for e in found)) for role, found in self.roles.items() if found}
        return Claim(
            kind=self.kind,
            roles=tuple(sorted(roles.items())),
            texts=tuple(sorted(self.texts.items())),
            amount=self.amount.span if self.amount else None,
            stance=Stance(self.reality.status, self.reality.polarity, self.reality.certainty, self.speaker),
            evidence=tuple(sorted({self.sentence.span, *self.evidence})),
            rule=self.rule,
            date=self.date,
        )
