"""How a sentence is built: the parser's tree, mended, and what belongs to a verb or a noun in it."""
