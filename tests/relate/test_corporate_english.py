"""Who owns, buys and supplies whom in English corporate news, whatever the parser makes of it."""

import pytest
from examples import missing, read

from graphbuild.model import Kind, Polarity, Status

SAID = [
    (
        Kind.ACQUISITION,
        "Oracle announced that it was to acquire Acme Packet for US $2.1 billion.",
        "payer=Oracle; target=Acme Packet; amount=2100000000; status=planned",
    ),
    (
        Kind.ACQUISITION,
        "GoCompare is in the process of being bought by Future plc.",
        "payer=Future plc; target=GoCompare; status=announced",
    ),
    (
        Kind.ACQUISITION,
        "GoCompare is in talks to be bought by Sky.",
        "payer=Sky; target=GoCompare; status=planned",
    ),
    (
        Kind.ACQUISITION,
        "Electra acquired JOC Group Inc., in April 2013 from the communications company UBM plc.",
        "payer=Electra; target=JOC Group Inc; beneficiary=UBM plc; status=done",
    ),
    (Kind.ACQUISITION, "Coote sold South Spur Rail Services to Aurizon.", "target=South Spur Rail Services"),
    (Kind.ACQUISITION, "Ford agreed to buy Amazon's Ring unit for $1 billion.", "payer=Ford; target=Ring"),
    (Kind.OWNERSHIP, "Ford agreed to buy Amazon's Ring unit for $1 billion.", "owner=Amazon; owned=Ring"),
    (Kind.OWNERSHIP, "Jaguar is majority-owned by Tata.", "owner=Tata; owned=Jaguar; status=done"),
    (Kind.OWNERSHIP, "Gerber became part of the Nestlé group in 2007.", "owner=Nestlé; owned=Gerber"),
    (
        Kind.OWNERSHIP,
        "Mondelez owns brands such as Oreo and Milka.",
        "owner=Mondelez; owned=Oreo|Milka",
    ),
    (
        Kind.OWNERSHIP,
        "Alphabet's subsidiaries include Waymo and Verily.",
        "owner=Alphabet; owned=Waymo|Verily",
    ),
    (
        Kind.SUPPLY,
        "Valeo's customers include Renault and Ford.",
        "supplier=Valeo; customer=Renault|Ford",
    ),
    (Kind.SUPPLY, "Valeo has customers including Renault and Ford.", "supplier=Valeo; customer=Renault|Ford"),
    (Kind.SUPPLY, "Zendesk's users include Uber and Airbnb.", "supplier=Zendesk; customer=Uber|Airbnb"),
    (Kind.OWNERSHIP, "Valeo operates as a subsidiary of Renault.", "owner=Renault; owned=Valeo"),
    (Kind.OWNERSHIP, "Valeo was founded in 1993 as a subsidiary of Renault.", "owner=Renault; owned=Valeo"),
    (
        Kind.OWNERSHIP,
        "Honeywell has three divisions: Garrett, Resideo and Solstice.",
        "owner=Honeywell; owned=Garrett|Resideo|Solstice",
    ),
    (
        Kind.ACQUISITION,
        "A 30% stake in Ducati was acquired by Volkswagen for $100 million.",
        "payer=Volkswagen; target=Ducati; amount=100000000; status=done",
    ),
    (
        Kind.ACQUISITION,
        "A stake in Ducati would be bought by Volkswagen.",
        "payer=Volkswagen; target=Ducati; status=announced",
    ),
    (
        Kind.ACQUISITION,
        "Following its acquisition by Renault, Dacia grew.",
        "payer=Renault; target=Dacia; status=done",
    ),
    (
        Kind.ACQUISITION,
        "Hutchison and Telecom Italia merged in 1990.",
        "payer=Hutchison; target=Telecom Italia; status=done",
    ),
    (
        Kind.ACQUISITION,
        "Hutchison and Telecom Italia plan to merge.",
        "payer=Hutchison; target=Telecom Italia; status=planned",
    ),
    (
        Kind.ACQUISITION,
        "The merger between Hutchison and Telecom Italia was completed.",
        "payer=Hutchison; target=Telecom Italia",
    ),
    (
        Kind.PARTNERSHIP,
        "Nokia entered into a partnership with Amazon.",
        "partner=Nokia|Amazon",
    ),
    (
        Kind.FUNDRAISING,
        "Northvolt raised $130 million from investors led by Volkswagen.",
        "beneficiary=Northvolt; payer=investors; amount=130000000",
    ),
    (Kind.PARTNERSHIP, "Partnered with Nokia, Siemens builds networks.", "partner=Nokia|Siemens"),
]
UNREAL = [
    (Kind.SUPPLY, "Nokia does not have customers such as Renault and Ford."),
    (Kind.SUPPLY, "Nokia will have customers including Renault and Ford."),
    (Kind.SUPPLY, "Nokia may count Renault among its clients."),
    (Kind.SUPPLY, "Nokia's customers will include Renault and Ford."),
    (Kind.OWNERSHIP, "Nokia no longer operates as a subsidiary of Renault."),
    (Kind.OWNERSHIP, "Nokia will operate as a subsidiary of Renault."),
    (Kind.OWNERSHIP, "Nokia is not a subsidiary of Renault."),
    (Kind.ACQUISITION, "A merger between Nokia and Ericsson was proposed in 1930, but fell through."),
    (Kind.ACQUISITION, "Nokia and Ericsson denied that they merged."),
]
NOT_SAID = [
    (Kind.INVESTMENT, "Spotify's investors cheered.", "beneficiary=Spotify"),
    (Kind.SUPPLY, "Valeo sued customers including Renault and Ford.", "supplier=Valeo"),
    (Kind.PARTNERSHIP, "Jane Moore, a partner of Deloitte, said so.", "partner=Jane Moore"),
    (Kind.ACQUISITION, "Renault's stake in Nissan was praised by Honda.", "target=Nissan"),
    (Kind.OWNERSHIP, "Gerber's parent company, Nestlé, said it would cut jobs.", "owner=Gerber"),
    (Kind.OWNERSHIP, "Ford agreed to buy Amazon's Ring unit for $1 billion.", "owner=Ford"),
    (Kind.ACQUISITION, "The fund, which is chaired by Crown Prince Mohammed, bought EA.", "payer=Mohammed"),
]


@pytest.mark.parametrize(("kind", "text", "claim"), SAID)
def test_what_is_said_is_found(kind: Kind, text: str, claim: str) -> None:
    assert missing(text, "en", kind=kind, claim={"claim": claim}) == ""


@pytest.mark.parametrize(("kind", "text", "claim"), NOT_SAID)
def test_what_is_not_said_is_not_found(kind: Kind, text: str, claim: str) -> None:
    assert missing(text, "en", kind=kind, claim={"claim": claim}) != ""


@pytest.mark.parametrize(("kind", "text"), UNREAL)
def test_what_is_denied_or_still_to_come_is_no_plain_fact(kind: Kind, text: str) -> None:
    told = [c.stance for c in read(text, "en")[1] if c.kind is kind]
    assert told
    assert not any((s.status, s.polarity) == (Status.DONE, Polarity.POSITIVE) for s in told)
