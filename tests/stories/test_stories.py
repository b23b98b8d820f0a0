"""What a journalist sees who asks the pack."""

import graphbuild


def names(found, name):
    bodies = found.named(name)
    assert len(bodies) == 1, bodies
    return set(found.names(bodies[0]))


def test_commission_is_one_body_in_both_languages(found):
    assert names(found, "Commission européenne") >= {"Commission européenne", "European Commission"}
    assert found.named("Commission européenne") == found.named("European Commission")


def test_the_public_bank_is_one_body_under_four_names(found):
    assert names(found, "BEI") >= {
        "BEI",
        "EIB",
        "Banque européenne d’investissement",
        "European Investment Bank",
    }


def test_two_people_of_one_name_stay_apart(found):
    claire, etienne = (set(found.named(name)) for name in ("Claire Marchand", "Étienne Marchand"))
    assert claire
    assert etienne
    assert not claire & etienne
    assert set(found.named("Marchand")) <= claire | etienne, "the surname alone is one of both"


def test_two_programmes_with_different_years_stay_apart(found):
    assert found.named("France 2030") != found.named("France 2025")


def test_evidence_is_the_articles_own_words(story_output):
    assert graphbuild.check(output=str(story_output)) == ()
