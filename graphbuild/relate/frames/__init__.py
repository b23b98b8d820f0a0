"""Frames: what the verbs and nouns of a language mean, as data, and what their roles take."""

from graphbuild.relate.frames.frame import Frame, Frames, Phrase, all_frames, frames
from graphbuild.relate.frames.roles import accepts, default_slot, goal, has_figure, landings, text_role

__all__ = [
    "Frame",
    "Frames",
    "Phrase",
    "accepts",
    "all_frames",
    "default_slot",
    "frames",
    "goal",
    "has_figure",
    "landings",
    "text_role",
]
