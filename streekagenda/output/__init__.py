"""The site on disk: outputs go in, and a folder changes from the old site to the new one in one step."""

from streekagenda.output.destination import UnsafeOutput
from streekagenda.output.former_site import folders_of
from streekagenda.output.known_site import Aside, Left, Stood
from streekagenda.output.lock import Held, SiteBusy, held_early
from streekagenda.output.outputs import Output, ready
from streekagenda.output.placing import Kept, Making, Place, Placed
from streekagenda.output.publication import Published, publish
from streekagenda.output.site_paths import spelled
from streekagenda.output.standing import Standing, how_it_stands, standing
from streekagenda.output.traces import Look, heard, look, told

__all__ = [
    "Aside",
    "Held",
    "Kept",
    "Left",
    "Look",
    "Making",
    "Output",
    "Place",
    "Placed",
    "Published",
    "SiteBusy",
    "Standing",
    "Stood",
    "UnsafeOutput",
    "folders_of",
    "heard",
    "held_early",
    "how_it_stands",
    "look",
    "publish",
    "ready",
    "spelled",
    "standing",
    "told",
]
