"""A person's corrections applied to what was read: corrected extracts, rulings on names, outcomes."""

from graphbuild.amend.apply import Amended, amend, identified, issues, known_as, settled
from graphbuild.amend.nouns import Correction, Outcome

__all__ = ["Amended", "Correction", "Outcome", "amend", "identified", "issues", "known_as", "settled"]
