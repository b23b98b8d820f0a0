"""Descriptions and pronouns to their entities, in reading order. Abstains when it is not clear."""

from collections.abc import Iterator, Sequence

from graphbuild.model import Entity, EntityType, Form, Mention, fold
from graphbuild.recognise.coreference.binding import beside
from graphbuild.recognise.coreference.described import bare, body, core_span, describe, family
from graphbuild.recognise.coreference.home_town import home_town
from graphbuild.recognise.coreference.impersonal import impersonal
from graphbuild.recognise.coreference.interview import house, questions
from graphbuild.recognise.coreference.pointing import both, couple, latter, national
from graphbuild.recognise.coreference.profiles import Apposition, Profile, core_of, profile_of
from graphbuild.recognise.coreference.pronouns import antecedents
from graphbuild.recognise.coreference.salience import COUNTRY, NOUN, Memory
from graphbuild.recognise.coreference.scene import Scene
from graphbuild.recognise.names.knowledge import synonyms

ORG, PERSON, PLACE = EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PLACE
PROJECT, PRODUCT = EntityType.PROJECT, EntityType.PRODUCT
NEAR, FAR = 2, 5
TRADE = 3  # tokens from a noun to the complement that tells its trade


def resolve(scene: Scene, profiles: dict[str, Profile], appositions: Sequence[Apposition]) -> list[Mention]:
    """Mentions that are no names; adds described entities to ``profiles``."""
    memory = Memory(scene, profiles)
    memory.house, asking = house(memory), questions(scene)
    memory.asked = min(asking, default=0) if memory.house else None
    apposed = {a.noun: a for a in appositions}
    memory.named = {a.noun: a.entity for a in appositions}
    mentions: list[Mention] = []
    for token in scene.tokens:
        i = token.i
        if i in scene.names:
            if scene.names.get(i - 1) != scene.names[i]:
                memory.add(scene.names[i], i)
            continue
        if memory.house and scene.lower(i) in scene.words.ours:
            if scene.sentences[token.sentence].block not in asking:
                mentions.append(Mention(token.span, memory.house, Form.PRONOUN))
                memory.add(memory.house, i)
            continue
        for mention in _mentions(memory, i, apposed.get(i)):
            mentions.append(mention)
            memory.add(mention.entity, i)
    return mentions


def _mentions(memory: Memory, i: int, apposed: Apposition | None) -> Iterator[Mention]:
    scene, lower = memory.scene, memory.scene.lower(i)
    if apposed is not None:
        if apposed.separate:
            yield Mention(apposed.core, apposed.entity, Form.DESCRIPTION)
        return
    pronoun = scene.tokens[i].span
    if lower in scene.words.latter and (last := latter(memory, i)):
        yield Mention(pronoun, last[0], Form.PRONOUN)
    elif pair := couple(memory, i):
        yield from (Mention(pronoun, key, Form.PRONOUN) for key in pair)
    elif (lower in scene.words.possessives and not _idiom(scene, i)) or (
        lower in scene.words.pronouns and not impersonal(scene, i)
    ):
        yield from (Mention(pronoun, key, Form.PRONOUN) for key in antecedents(memory, i))
    elif (nation := national(memory, i)) is not None:
        yield Mention(pronoun, nation, Form.DESCRIPTION)
    elif scene.tokens[i].pos in {"NOUN", "PROPN"} or _possessor(scene, i):
        yield from (Mention(core_span(scene, i), key, Form.DESCRIPTION) for key in _meant(memory, i))


def _meant(memory: Memory, i: int) -> list[str]:
    """The entities that a noun stands for."""
    pair = both(memory, i)
    if pair:
        return pair
    named = _home(memory, i) or _description(memory, i)
    if named:
        profile = memory.profiles[named]
        profile.aliases.add(core_span(memory.scene, i).of(memory.scene.text))
        profile.country = profile.country or _nationality(memory.scene, i)
    meant = named or _thing(memory, i)
    return [meant] if meant else []


def _home(memory: Memory, i: int) -> str | None:
    """The town of a local story, where "la Ville" or "the town" stands without a name or complement."""
    noun = {memory.scene.tokens[i].lemma, memory.scene.lower(i)} & memory.scene.words.towns
    return home_town(memory, i) if noun and _refers(memory, i) else None


def _description(memory: Memory, i: int) -> str | None:
    """The named entity that "le groupe", "the Danish group" or "le pays" means."""
    scene, token = memory.scene, memory.scene.tokens[i]
    lemma = token.lemma if token.lemma in scene.words.anaphoric else scene.lower(i)
    kind = scene.words.anaphoric.get(lemma)
    if kind is None or not _refers(memory, i) or _only_town_tells(memory, i, kind):
        return None
    country = _nationality(scene, i)
    if lemma in scene.words.fixed:
        meant = scene.words.fixed[lemma]
        return next((key for key, p in sorted(memory.profiles.items()) if meant in _forms(p.entity)), None)

    barred = beside(memory, i)

    def fits(profile: Profile) -> bool:
        if (
            profile.kind is not kind
            or profile.entity.key in barred
            or not _is_of_the_story(memory, profile, lemma, i)
            or (country and profile.country not in {"", country})
        ):
            return False
        if kind is PLACE:
            city = lemma in scene.words.towns and not profile.is_country
            return city or lemma in profile.nouns or (profile.is_country and lemma in scene.words.nations)
        if kind is PRODUCT:
            return lemma in profile.nouns or not profile.nouns
        if kind is PERSON:
            of_the_story = lemma in scene.words.anybody and memory.is_main(profile.entity.key, i)
            return lemma in profile.nouns or of_the_story
        if lemma in scene.words.trades and memory.is_main(profile.entity.key, i):
            any_body = lemma in scene.words.vague  # "the organisation" is a bank or a fund as well
            return any_body or lemma in profile.nouns or not profile.nouns - scene.words.vague
        return lemma in profile.nouns or not (profile.institution or lemma in scene.words.strict)

    said = {
        fold(word) for word in core_span(scene, i).of(scene.text).split()[:-1]
    } - scene.lexicon.demonyms.keys()

    def bonus(profile: Profile) -> float:
        named_so = lemma in profile.nouns or bool(said & set(fold(profile.entity.name).split()))
        return NOUN * named_so + COUNTRY * (bool(country) and profile.country == country)

    return memory.best(i, fits, reach=NEAR if kind in {PERSON, PRODUCT} else FAR, bonus=bonus)


def _only_town_tells(memory: Memory, i: int, kind: EntityType) -> bool:
    """As in "the Kansas company": its town tells which one, which is known where only one may be meant."""
    town = memory.scene.same_sentence(i, i - 1) and memory.scene.names.get(i - 1, "").startswith("place:")
    if kind is not ORG or not town:
        return False
    barred = beside(memory, i)
    return not memory.only(i, lambda p: p.kind is ORG and p.entity.named and p.entity.key not in barred)


def _is_of_the_story(memory: Memory, profile: Profile, lemma: str, i: int) -> bool:
    """Whether a noun may mean a named entity; "l'entreprise" means nobody named once beside the way."""
    passing = lemma in memory.scene.words.vague and memory.is_passing(profile.entity.key, i)
    return profile.entity.named and not passing


def _forms(entity: Entity) -> set[str]:
    forms = {fold(form) for form in (entity.name, *entity.aliases)}
    return forms | {synonyms()[form] for form in forms if form in synonyms()}


def _refers(memory: Memory, i: int) -> bool:
    """A definite singular noun without complement, relative clause or name of its own."""
    scene, token = memory.scene, memory.scene.tokens[i]
    plural = "Number=Plur" in token.morph
    if plural or scene.determiner(i) not in scene.words.definite or scene.lower(i).endswith("ies"):
        return False
    first, last = core_span(scene, i), i
    if any(word in scene.words.other for word in first.of(scene.text).lower().split()):
        return False
    while scene.same_sentence(i, last + 1) and scene.adjective(last + 1) and last + 1 not in scene.names:
        last += 1
    if last + 1 in scene.names and scene.same_sentence(i, last + 1) and not _party(scene, i, last + 1):
        return False
    for child in scene.children.get(i, ()):
        dep = scene.tokens[child].dep
        if child > i and (
            (dep.startswith(("acl", "relcl")) and not _parted(scene, child, i))
            or (dep in {"nmod", "prep"} and _of(scene, child, i) and not _of_a_trade(memory, child, i))
        ):
            return False
    return True


def _party(scene: Scene, i: int, j: int) -> bool:
    """As in "l'élue PS": the party of whoever the noun means is no name of theirs."""
    person = PERSON in {scene.words.anaphoric.get(word) for word in (scene.tokens[i].lemma, scene.lower(i))}
    return scene.language == "fr" and person and scene.tokens[j].text.isupper()


def _parted(scene: Scene, child: int, noun: int) -> bool:
    """Whether a comma parts a noun from its clause, which then only adds: "The Danish group, led by X"."""
    return any(scene.lower(k) == "," for k in range(noun + 1, child))


def _of(scene: Scene, child: int, noun: int) -> bool:
    between = {scene.lower(k) for k in range(noun + 1, child + 1)}
    return bool(between & {"de", "d'", "du", "des", "of"})


def _of_a_trade(memory: Memory, child: int, noun: int) -> bool:
    """Whether a complement tells the trade, or whose it is: "le fabricant de pneus", "le groupe de X"."""
    scene = memory.scene
    anaphoric = scene.words.anaphoric.get(
        scene.tokens[noun].lemma, scene.words.anaphoric.get(scene.lower(noun))
    )
    if scene.language != "fr" or anaphoric is not ORG or scene.lower(noun) in scene.words.strict:
        return False
    if child in scene.names:
        return memory.profiles[scene.names[child]].kind is PERSON and scene.lower(noun) in scene.words.vague
    return child - noun <= TRADE


def _nationality(scene: Scene, i: int) -> str:
    words = core_span(scene, i).of(scene.text).lower()
    candidates = [words.rsplit(" ", 1)[0], *words.split()]
    return next((scene.lexicon.demonyms[w] for w in candidates if w in scene.lexicon.demonyms), "")


def _thing(memory: Memory, i: int) -> str | None:
    """A project or body that is only described: an earlier one when bare and definite, else a new one."""
    scene, group = memory.scene, family(memory.scene, i)
    if group is None and not body(scene, i):
        return None
    if group is not None and (named := _named_by(memory, i)) is not None:
        return named
    one = "Number=Sing" in scene.tokens[i].morph or scene.tokens[i].lemma == scene.lower(i)  # "fonds" is both
    if scene.language == "fr" and not scene.determiner(i) and one:
        return None  # "en ligne", "levée de fonds"
    kind = ORG if group is None else PROJECT
    singular = "Number=Plur" not in scene.tokens[i].morph
    if group is not None and singular and bare(scene, i) and scene.determiner(i) in scene.words.definite:
        earlier = _earlier(memory, i, group) or _pointed_at(memory, i)
        if earlier:
            memory.profiles[earlier].aliases.add(scene.tokens[i].text)
            return earlier
    entity = describe(scene, i, kind)
    profile = memory.profiles.setdefault(entity.key, profile_of(entity, scene))
    profile.families.add(group if group is not None else -1)
    profile.plural = not singular
    profile.gender = next((m[7:] for m in scene.tokens[i].morph if m.startswith("Gender=")), "")
    return entity.key


def _earlier(memory: Memory, i: int, group: int) -> str | None:
    """The project called by this noun or one much like it before."""
    lemma = memory.scene.tokens[i].lemma

    def fits(profile: Profile) -> bool:
        named_so = profile.entity.named and lemma in profile.nouns
        return profile.kind is PROJECT and not profile.plural and (group in profile.families or named_so)

    return memory.best(i, fits, reach=FAR)


def _pointed_at(memory: Memory, i: int) -> str | None:
    """As in "... courent derrière Stargate. Ce programme ...": a project just named, of no kind so far."""
    if memory.scene.determiner(i) not in memory.scene.words.pointing:
        return None
    return memory.best(
        i,
        lambda p: p.kind is PROJECT and p.entity.named and not p.nouns and not p.families,
        reach=1,
    )


def _named_by(memory: Memory, i: int) -> str | None:
    """As in "the Northern Link project", "the Rincon lithium mine": a name before its noun."""
    scene = memory.scene
    before = core_of(scene, i)[0] - 1
    if scene.language != "en" or not scene.same_sentence(i, before):
        return None
    key = scene.names.get(before)
    return key if key is not None and memory.profiles[key].kind is PROJECT else None


def _possessor(scene: Scene, i: int) -> bool:
    """A noun that the parser took for an adjective: "the mutual's takeover"."""
    owns = scene.same_sentence(i, i + 1) and scene.lower(i + 1) == "'s"
    return owns and scene.tokens[i].pos == "ADJ" and scene.lower(i) in scene.words.anaphoric


def _idiom(scene: Scene, i: int) -> bool:
    """Whether the possessive belongs to "de son côté", "pour sa part"."""
    return scene.same_sentence(i, i + 1) and scene.lower(i + 1) in scene.words.idioms
