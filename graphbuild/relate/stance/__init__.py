"""How far an article stands behind a claim: status, polarity, certainty."""
