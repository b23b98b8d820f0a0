"""A person's corrections applied to what was read: corrected extracts, rulings on names, outcomes."""

from graphbuild.amend.apply import Amended, amend, issues, known_as, settled
from graphbuild.amend.nouns import Correction, Outcome

__all__ = ["Amended", "Correction", "Outcome", "amend", "issues", "known_as", "settled"]
