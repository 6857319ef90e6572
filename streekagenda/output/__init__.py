"""The site on disk: outputs go in, and a folder changes from the old site to the new one in one step."""

from streekagenda.output.destination import MARKER, UnsafeOutput
from streekagenda.output.known_site import Left, Stood, Trace, Whole, both_stand, stands
from streekagenda.output.lock import Held, SiteBusy, held_early
from streekagenda.output.names import Names
from streekagenda.output.outputs import Output, ready
from streekagenda.output.placing import Kept, Making, Place, Placed
from streekagenda.output.publication import Published, publish
from streekagenda.output.site_paths import spelled
from streekagenda.output.standing import Standing, how_it_stands, standing
from streekagenda.output.traces import Top

__all__ = [
    "MARKER",
    "Held",
    "Kept",
    "Left",
    "Making",
    "Names",
    "Output",
    "Place",
    "Placed",
    "Published",
    "SiteBusy",
    "Standing",
    "Stood",
    "Top",
    "Trace",
    "UnsafeOutput",
    "Whole",
    "both_stand",
    "held_early",
    "how_it_stands",
    "publish",
    "ready",
    "spelled",
    "standing",
    "stands",
]
