"""What each kind of claim and each role takes: ``data/kinds.toml`` and ``data/frames/ports.toml``."""

from graphbuild.data import table
from graphbuild.model import EntityType, Kind


def accepts(kind: Kind, role: str, type_: EntityType) -> bool:
    """Whether an entity of this type may fill the role."""
    accepted = table("frames/ports.toml")["accepts"]
    return type_.value in accepted.get(f"{kind.value}.{role}", accepted.get(role, ()))


def has_figure(measure: str, type_: EntityType) -> bool:
    """Whether a figure may be that of an entity of this type."""
    return measure not in table("frames/ports.toml")["figures"].get(type_.value, ())


def goal(kind: Kind, type_: EntityType) -> str | None:
    """The role in which a goal of this type lands ("dans l'usine", "dans la société"); None where in none."""
    found: str | None = table("frames/ports.toml")["goal"].get(kind.value, {}).get(type_.value)
    return found


def default_slot(kind: Kind, slot: str) -> str | None:
    """What a slot means for every verb of a kind whose frame does not say; None where nothing."""
    found: str | None = table("frames/ports.toml")["default"].get(kind.value, {}).get(slot)
    return found


def text_role(kind: Kind) -> str | None:
    """The role for words that are no entity, purpose or item; None where the kind has none."""
    texts = table("kinds.toml")[kind.value]["texts"]
    return next((role for role in texts if role in {"purpose", "item"}), None)


def landings(kind: Kind, role: str) -> set[str]:
    """The roles where the filler of a slot may land: "goal" in several, "owner:person" in one."""
    goals = {r for t in EntityType if (r := goal(kind, t))}
    names = [name.split(":")[0] for name in role.split("|")]
    return {r for name in names for r in (goals if name == "goal" else {name})}
