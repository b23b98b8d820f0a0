"""From a frame's word in a sentence to the draft of a claim: each argument lands in its role."""
