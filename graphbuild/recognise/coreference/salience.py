"""Who is in the reader's mind at a place of the article."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from graphbuild.model import EntityType
from graphbuild.recognise.coreference.profiles import Profile
from graphbuild.recognise.coreference.scene import Scene

RECENT, SUBJECT, NOUN, COUNTRY, MAIN, OFTEN = 3.0, 1.2, 3.0, 1.5, 1.8, 0.2
MARGIN = 0.35
APPOSED = frozenset({"appos", "flat", "flat:name"})
OFTEN_NAMED = 3  # mentions, after which what the article is about needs not be near
LOCAL = (0.3, 0.05)  # pronouns look near: little for the main entity and for the often named
WIDE = (MAIN, OFTEN)


@dataclass(frozen=True, slots=True)
class Seen:
    """One earlier mention."""

    entity: str
    token: int
    sentence: int
    story: int
    subject: bool


@dataclass(slots=True)
class Memory:
    """The mentions so far, in reading order."""

    scene: Scene
    profiles: dict[str, Profile]
    house: str = ""  # whose "we" it is in an interview
    asked: int | None = None  # the block of the first question of an interview
    named: dict[int, str] = field(default_factory=dict)  # nouns that stand before a name: "the fund Gavi"
    seen: list[Seen] = field(default_factory=list)
    count: Counter[tuple[int, str]] = field(default_factory=Counter)
    main: dict[tuple[int, EntityType], str] = field(default_factory=dict)

    def add(self, entity: str, token: int) -> None:
        scene = self.scene
        story, sentence = scene.story(token), scene.tokens[token].sentence
        self.seen.append(Seen(entity, token, sentence, story, scene.subject(token)))
        self.count[story, entity] += 1
        profile = self.profiles[entity]
        if profile.entity.named and not profile.institution:
            self.main.setdefault((story, profile.kind), entity)

    def _apposed(self, j: int) -> bool:
        dep, below = self.scene.tokens[j].dep, self.scene.children.get(j, ())
        bare = not any(self.scene.tokens[c].dep == "case" for c in below)
        return dep in APPOSED or (dep == "nmod" and bare and self.scene.language == "fr")

    def is_main(self, entity: str, at: int) -> bool:
        """Whether the story of a token is about this entity: the first of its type that it names."""
        return self.main.get((self.scene.story(at), self.profiles[entity].kind)) == entity

    def is_passing(self, entity: str, at: int) -> bool:
        """Whether an entity was named only once, beside the way: "X, transfuge de Y" is not about Y."""
        once = [s for s in self.seen if s.entity == entity and s.story == self.scene.story(at)]
        return len(once) == 1 and not once[0].subject and not self.is_main(entity, at)

    def in_answer(self, i: int) -> bool:
        """Whether the one who answers an interview speaks, for whom the house is "we" and nothing else."""
        return (
            self.asked is not None and self.scene.sentences[self.scene.tokens[i].sentence].block > self.asked
        )

    def at(self, token: int) -> list[str]:
        """The entities that a token has been read as, by itself or by the name that it introduces."""
        known = [seen.entity for seen in self.seen if seen.token == token]
        return known or ([self.named[token]] if token in self.named else self._beside(token))

    def _beside(self, token: int) -> list[str]:
        """The name that hangs on a noun: "M. Adam", "la présidente du comité, Mme Adam"."""
        scene = self.scene
        for c in scene.children.get(token, ()):
            for j in (c, *scene.children.get(c, ())):
                if j > token and j in scene.names and self._apposed(j):
                    return [scene.names[j]]
        return []

    def best(
        self,
        at: int,
        fits: Callable[[Profile], bool],
        *,
        reach: int,
        bonus: Callable[[Profile], float] | None = None,
        weights: tuple[float, float] = WIDE,
    ) -> str | None:
        """The most salient fitting entity, seen within ``reach`` sentences; None when it is not clear."""
        scores = self._scores(at, fits, reach, bonus or (lambda _: 0.0), weights)
        ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
            return None
        return ranked[0][0]

    def only(self, at: int, fits: Callable[[Profile], bool]) -> bool:
        """Whether the story has named one fitting entity so far and no other."""
        story = self.scene.story(at)
        return len({s.entity for s in self.seen if s.story == story and fits(self.profiles[s.entity])}) == 1

    def _scores(
        self,
        at: int,
        fits: Callable[[Profile], bool],
        reach: int,
        bonus: Callable[[Profile], float],
        weights: tuple[float, float],
    ) -> dict[str, float]:
        scene, story = self.scene, self.scene.story(at)
        here = scene.tokens[at].sentence
        last: dict[str, Seen] = {}
        for seen in self.seen:
            if seen.story == story and seen.token < at and fits(self.profiles[seen.entity]):
                before = last.get(seen.entity)
                keep = before is not None and before.sentence == seen.sentence and before.subject
                last[seen.entity] = before if keep and before else seen
        scores = {}
        for entity, seen in last.items():
            extra = bonus(self.profiles[entity])
            distance = here - seen.sentence
            main = self.main.get((story, self.profiles[entity].kind)) == entity
            lasting = main and self.count[story, entity] >= OFTEN_NAMED
            if distance <= reach or extra >= NOUN or lasting:
                scores[entity] = (
                    RECENT / (1 + distance)
                    + SUBJECT * seen.subject / (1 + distance / 3)
                    + weights[0] * (self.count[story, entity] > 1) * main
                    + weights[1] * min(self.count[story, entity], 5)
                    + extra
                )
        return scores

    def coordinated(self, at: int, fits: Callable[[Profile], bool]) -> list[str]:
        """The members of the last coordinated subject, this sentence or the one before: "X et Y ... ils"."""
        here, tokens = self.scene.tokens[at].sentence, self.scene.tokens
        near = [
            s
            for s in self.seen
            if here - s.sentence <= 1 and s.token < at and s.subject and fits(self.profiles[s.entity])
        ]
        if not near:
            return []
        heads = {s.token: self._first_conjunct(s.token) for s in near}
        last = heads[near[-1].token]
        group = unique(
            s.entity for s in near if heads[s.token] == last and tokens[s.token].sentence == near[-1].sentence
        )
        return group if len(group) > 1 else []

    def _first_conjunct(self, i: int) -> int:
        token = self.scene.tokens[i]
        while token.dep == "conj" and token.head != token.i:
            token = self.scene.tokens[token.head]
        return token.i


def unique(keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(keys))
