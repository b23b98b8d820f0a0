"""What the claims of one article do for each other: parts, gaps filled, what is said twice."""
