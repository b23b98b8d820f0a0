"""A reading to claims: who does what with how much, and how far the article stands behind it.

Inside: ``frames`` (what verbs and nouns mean) → ``syntax`` (what belongs to them in a sentence) →
``stance`` (how real it is) → ``drafts`` (one claim) → ``story`` (what claims do for each other) →
``context`` (who says it, when).
"""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Claim, Reading, Sentence
from graphbuild.relate.context.add import in_context
from graphbuild.relate.drafts.build import draft
from graphbuild.relate.drafts.choose import choose, unsaid
from graphbuild.relate.drafts.complete import complete
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.drafts.match import is_inside, matches
from graphbuild.relate.drafts.succession import succession
from graphbuild.relate.story.carry import carry
from graphbuild.relate.story.counted import count_in
from graphbuild.relate.story.estimates import other_estimates, same_number
from graphbuild.relate.story.heirs import inherit
from graphbuild.relate.story.implicit import implicit
from graphbuild.relate.story.left_over import left_over
from graphbuild.relate.story.merge import merged
from graphbuild.relate.story.parts import with_parts
from graphbuild.relate.story.places import narrow
from graphbuild.relate.story.respective import each, respective
from graphbuild.relate.story.sites import told
from graphbuild.relate.story.spokesman import of_whom_he_speaks
from graphbuild.relate.story.topic import Topics
from graphbuild.relate.story.understood import receivers, understand
from graphbuild.relate.story.wholes import bullet_part, join_wholes, settle
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.trace import Trace


def relate(reading: Reading, trace: Trace | None = None) -> tuple[Claim, ...]:
    """The claims of one document, sorted by place; the same fact said twice is one claim.

    ``trace`` is filled with how each was found and what was dropped.
    """
    tree = Tree(reading)
    said: list[Draft] = []  # whole as they stand
    lacking: list[Draft] = []  # what the article may leave to its topic
    for sentence in reading.sentences:
        found, left = _of_sentence(tree, sentence, said, lacking, trace)
        said += found
        lacking += left
    drafts = [*said, *_understood(tree, said, lacking)]
    whole = {id(d) for d in drafts}
    drafts += left_over(tree, drafts, [d for d in lacking if id(d) not in whole])
    drafts = told(settle(drafts))
    same_number(drafts)
    kept = merged(tree, drafts)
    join_wholes(tree, kept)
    made = _claims(in_context(tree, drafts, kept))
    if trace is not None:
        trace.tell(tree, drafts, made)
    claims = {claim.key: claim for _, claim in made}
    return tuple(sorted(claims.values(), key=lambda c: (c.evidence, c.kind, c.key)))


def _of_sentence(
    tree: Tree, sentence: Sentence, before: Sequence[Draft], open_: Sequence[Draft], trace: Trace | None
) -> tuple[list[Draft], list[Draft]]:
    """The claims of one sentence: what the frames say, what stands beside it; and those that lack a role."""
    tried = [(match, draft(tree, match, sentence)) for match in matches(tree, sentence)]
    whole = [match for match, d in tried if d is not None and complete(d)]
    read = [d for match, d in tried if d is not None and not is_inside(match, whole)]
    inherit(tree, read, before)
    made = succession(tree, read)
    if trace is not None:
        trace.made += {id(d): d for d in (*read, *made)}.values()
        trace.silent += [match for match, d in tried if d is None]
    lacking = [d for d in made if not complete(d)]
    found = choose(tree, made) or bullet_part(tree, sentence, [*before, *open_])
    found = each(tree, sentence, respective(tree, sentence, found))
    found = with_parts(tree, sentence, found, before, lacking)
    found += other_estimates(tree, sentence, found, before)
    found += implicit(tree, sentence, found, lacking)
    narrow(tree, sentence, [*found, *lacking])
    carry(tree, sentence, [*found, *lacking], before)
    count_in(tree, sentence, before)
    return found, lacking


def _understood(tree: Tree, said: Sequence[Draft], lacking: Sequence[Draft]) -> list[Draft]:
    """Roles left to the topic are filled; those of the lacking claims that are whole by now."""
    topics, known = Topics(tree), receivers(tree, said)
    for d in (*said, *lacking):
        of_whom_he_speaks(tree, d)
        understand(topics, d, known)
    return unsaid(choose(tree, [d for d in lacking if complete(d)]), said)


def _claims(drafts: Sequence[Draft]) -> list[tuple[Draft, Claim]]:
    """Drafts with their claims, parts pointing at their wholes."""
    made = {id(d): d.claim() for d in drafts}
    pairs = []
    for d in drafts:
        claim, whole = made[id(d)], made.get(id(d.whole))
        part_of = whole.key if whole and whole.key != claim.key else None
        pairs.append((d, replace(claim, part_of=part_of)))
    return pairs
