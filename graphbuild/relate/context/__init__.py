"""What the words around a claim add to it: who says it, when it happened, what is taken back later."""
