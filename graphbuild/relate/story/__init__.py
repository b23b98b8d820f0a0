"""What the claims of one article do for each other: parts and wholes, what is left out, what is said twice."""
