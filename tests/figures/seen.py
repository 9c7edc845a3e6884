"""What a reader sees of a figure: where its texts stand, on what ground, and what reaches over its edge."""

from collections.abc import Iterator

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.text import Text
from matplotlib.transforms import Bbox

HATCHED = "a hatched ground"


def rendered(figure: Figure) -> RendererAgg:
    """Lay a figure out, so that its ticks and their labels are known, and give what measures it."""
    canvas = FigureCanvasAgg(figure)
    figure.draw_without_rendering()
    return canvas.get_renderer()


def texts(figure: Figure) -> list[Text]:
    """Give every text that is seen."""
    hidden = set(unseen_ticks(figure))
    written = figure.findobj(lambda artist: isinstance(artist, Text) and artist.get_visible())
    return [artist for artist in written if artist.get_text().strip() and artist not in hidden]  # type: ignore[attr-defined,misc]


def unseen_ticks(figure: Figure) -> Iterator[Text]:
    """Labels that matplotlib holds ready for ticks outside the scale, and does not draw."""
    for ax in figure.axes:
        for axis in (ax.xaxis, ax.yaxis):
            low, high = sorted(axis.get_view_interval())
            drawn = ax.axison
            for tick in axis.get_major_ticks():
                if not (drawn and low <= tick.get_loc() <= high):
                    yield from (tick.label1, tick.label2)


def marks(figure: Figure) -> list[Artist]:
    """Give every line, bar and area that is seen; areas behind whole axes are not drawn."""
    return [
        artist
        for ax in figure.axes
        for artist in (*ax.lines, *ax.patches, *ax.collections)
        if artist.get_visible()
    ]


def overlap(one: Bbox, other: Bbox) -> float:
    """Area shared, after shrinking both by a pixel, since line boxes are a little taller than their ink."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0) - 2
    height = min(one.y1, other.y1) - max(one.y0, other.y0) - 2
    return max(width, 0) * max(height, 0)


def ground(text: Text, box: Bbox, figure: Figure) -> str:
    """Give the colour that a text stands on: its own backing, the uppermost area below it, or the paper."""
    backing = text.get_bbox_patch()
    if backing is not None:
        return to_hex(backing.get_facecolor())
    middle = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    areas = [patch for ax in figure.axes for patch in ax.patches if _covers(patch, middle)]
    if not areas:
        return "#ffffff"
    upper = max(enumerate(areas), key=lambda entry: (entry[1].get_zorder(), entry[0]))[1]
    return HATCHED if upper.get_hatch() else to_hex(upper.get_facecolor())


def _covers(patch: Patch, point: tuple[float, float]) -> bool:
    seen = patch.get_visible() and patch.get_fill() and patch.get_facecolor()[3] > 0
    return bool(seen and patch.contains_point(point))
