"""Whose money a State's organ gives: a parliament's vote and a government's grant are their State's money."""

from collections.abc import Iterable
from functools import cache

from graphbuild.data import table
from graphbuild.model import EntityType
from graphbuild.resolve.gazetteer import LANGUAGES, look_up
from graphbuild.resolve.names import knowledge, nationalities, plain


@cache
def purse(name: str) -> str | None:
    """The country (ISO 3166, or EU) whose money it is that somebody of this name gives; None for others.

    >>> purse("Bundestag"), purse("government in London"), purse("Berlin")
    ('DE', 'GB', None)
    """
    words = plain(name)
    return _country(name) or _by_own_name().get(" ".join(words)) or _organ_of(words)


def purses(names: Iterable[str]) -> frozenset[str]:
    """Every country whose money it may be: a capital stands for its government, or for itself."""
    found = {code for name in names for code in (purse(name), _capitals().get(" ".join(plain(name)))) if code}
    return frozenset(found)


def rank(name: str) -> int:
    """Who of those that pay from one purse stands for it: the country, then its State, then its organs."""
    if _country(name):
        return 0 if look_up(EntityType.ORGANIZATION, name, LANGUAGES[0]) is None else 1
    return 0 if " ".join(plain(name)) in table("identity/purses.toml")["unions"] else 2


def _country(name: str) -> str | None:
    state = knowledge()["state"]["fr"]
    for language in LANGUAGES:
        if place := look_up(EntityType.PLACE, name, language):
            code = place.reference.id.removeprefix("territory:")
            return code if code.isalpha() else None
        if body := look_up(EntityType.ORGANIZATION, name, language):
            return state["country"] if body.reference.id == f"body:{state['body']}" else None
    return None


def _organ_of(words: list[str]) -> str | None:
    """The country of "German parliament", "ministère allemand de l'Économie", "government in London"."""
    table_of = table("identity/purses.toml")
    organs, small = table_of["organs"], table_of["between"]
    if len(words) < 2:
        return None
    if words[-1] in organs:
        beside, place = words[:-1], ""
    elif words[0] in organs or (words[0] in nationalities() and words[1] in table_of["bodies"]):
        beside, place = words, " ".join(word for word in words[1:] if word not in small)
    else:
        return None
    said = {nationalities()[word] for word in beside if word in nationalities()}
    said |= {code for code in (_country(place), _capitals().get(place)) if place and code}
    return said.pop() if len(said) == 1 else None


@cache
def _by_own_name() -> dict[str, str]:
    return _names("named")


@cache
def _capitals() -> dict[str, str]:
    return _names("capitals")


def _names(part: str) -> dict[str, str]:
    return {name: code for code, names in table("identity/purses.toml")[part].items() for name in names}
