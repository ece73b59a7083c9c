"""A page of its own around an interactive figure: everything inside one HTML file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

from mlp_studio.core.text import Text

Say = Callable[[Text], str]
"""Returns a sentence in the language of the page; `str` for English."""

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="{scheme}">
<title>{title}</title>
<style>
html, body {{ margin: 0; height: 100%; background: {ground}; color: {ink};
  font-family: Inter, "Segoe UI", "Helvetica Neue", sans-serif; }}
body {{ display: flex; flex-direction: column; }}
header {{ padding: 16px 24px 0; }}
h1 {{ font-size: 18px; margin: 0 0 4px; }}
p {{ font-size: 13px; margin: 0; opacity: 0.8; }}
main {{ flex: 1; min-height: 420px; }}
</style>
</head>
<body>
<header><h1>{title}</h1><p>{caption}</p></header>
<main>{figure}</main>
</body>
</html>
"""


@dataclass(frozen=True)
class PageLook:
    """Colours and language of a page.

    Parameters
    ----------
    ground, ink, grid : str
        CSS colours behind, of words and of grid lines.
    negative, middle, positive : str
        Of errors below, at and above zero.
    dark : bool
        Whether the ground is darker than the ink.
    language : str
        Code, such as ``"en"``.
    """

    ground: str = "#ffffff"
    ink: str = "#1b2433"
    grid: str = "#d5dbe6"
    negative: str = "#d9772b"
    middle: str = "#f4f6fa"
    positive: str = "#2f7fd6"
    dark: bool = False
    language: str = "en"


def page(figure: Any, title: str, caption: str, look: PageLook) -> str:
    """Return a whole HTML document that works without a network.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
        What it shows; its colours are set here.
    title, caption : str
        Above it.
    look : PageLook
        Colours and language.
    """
    from plotly.io import to_html

    axis = {
        "gridcolor": look.grid,
        "zerolinecolor": look.grid,
        "linecolor": look.grid,
        "showbackground": False,
    }
    figure.update_scenes(xaxis=axis, yaxis=axis, zaxis=axis)
    flat = {key: value for key, value in axis.items() if key != "showbackground"}
    figure.update_xaxes(**flat)
    figure.update_yaxes(**flat)
    figure.update_layout(
        template="plotly_dark" if look.dark else "plotly_white",
        paper_bgcolor=look.ground,
        plot_bgcolor=look.ground,
        font={"color": look.ink},
        margin={"l": 12, "r": 12, "t": 56, "b": 12},
    )
    inside = to_html(
        figure,
        full_html=False,
        include_plotlyjs=True,
        default_height="100%",
        config={"responsive": True, "displaylogo": False},
    )
    return _PAGE.format(
        language=escape(look.language),
        scheme="dark" if look.dark else "light",
        ground=look.ground,
        ink=look.ink,
        title=escape(title),
        caption=escape(caption),
        figure=inside,
    )
