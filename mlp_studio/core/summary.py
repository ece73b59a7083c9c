"""The table of a network, as `model.summary()` has it, and as text to be copied."""

from __future__ import annotations

from collections.abc import Sequence

from mlp_studio.core.costs import Costs

Rows = Sequence[Sequence[str]]
RIGHT_FROM = 2  # the first two columns are words and shapes, the others numbers


def layer_rows(costs: Costs) -> list[tuple[str, ...]]:
    """Return a row for each layer: layer (type), output shape, parameters, multiply-adds."""
    return [
        (
            f"{layer.name} ({layer.kind})",
            f"({', '.join(('None', *(str(side) for side in layer.output_shape)))})",
            f"{layer.parameters:,}",
            f"{layer.forward:,}",
        )
        for layer in costs.layers
    ]


def as_text(head: Sequence[str], rows: Rows, totals: Rows) -> str:
    """Return the table in aligned columns, with lines between its parts.

    Parameters
    ----------
    head : sequence of str
        The columns' names.
    rows : sequence of rows
        One a layer.
    totals : sequence of (str, str)
        What stands beneath: names and values.
    """
    widths = [max(len(row[k]) for row in (head, *rows)) for k in range(len(head))]
    rule = "─" * (sum(widths) + 2 * (len(widths) - 1))
    lines = [_aligned(head, widths), rule, *(_aligned(row, widths) for row in rows), rule]
    name = max((len(total[0]) for total in totals), default=0)
    lines += [f"{total[0]:<{name}}  {total[1]}" for total in totals]
    return "\n".join(lines) + "\n"


def as_markdown(head: Sequence[str], rows: Rows, totals: Rows) -> str:
    """Return the table for a Markdown document."""
    marks = ["---" if k < RIGHT_FROM else "---:" for k in range(len(head))]
    lines = [_piped(head), _piped(marks), *(_piped(row) for row in rows), ""]
    lines += [f"- {_plain(total[0])}: {_plain(total[1])}" for total in totals]
    return "\n".join(lines) + "\n"


def as_csv(head: Sequence[str], rows: Rows) -> str:
    """Return the table for a spreadsheet: comma-separated, numbers without separators."""
    lines = [",".join(_quoted(cell) for cell in head)]
    for row in rows:
        numbers = (cell.replace(",", "") for cell in row[RIGHT_FROM:])
        lines.append(",".join((*(_quoted(cell) for cell in row[:RIGHT_FROM]), *numbers)))
    return "\r\n".join(lines) + "\r\n"


def size_text(size: int) -> str:
    """Return a number of bytes as people say it."""
    if size == 0:
        return "0 kB"
    if size < 10_000:
        return f"{size / 1e3:.1f} kB"
    if size < 999_500:
        return f"{size / 1e3:.0f} kB"
    if size < 999_950_000:
        return f"{size / 1e6:.1f} MB"
    return f"{size / 1e9:.2f} GB"


def count_text(count: int) -> str:
    """Return a large number in a short form: 12,400 as it is, 1,234,567,890 as 1.23 G."""
    for size, letter in ((1e6, "M"), (1e9, "G"), (1e12, "T"), (1e15, "P")):
        if 0.9995 * size <= count < 999.5 * size:
            return f"{count / size:.3g} {letter}"
    return f"{count:,}" if count < 1_000_000 else f"{count:.3g}"


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (
        f"{cell:<{width}}" if k < RIGHT_FROM else f"{cell:>{width}}"
        for k, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join(cells).rstrip()


def _piped(row: Sequence[str]) -> str:
    return f"| {' | '.join(_plain(cell) for cell in row)} |"


def _plain(cell: str) -> str:
    return cell.replace("|", "\\|")


def _quoted(cell: str) -> str:
    return f'"{cell.replace(chr(34), chr(34) * 2)}"'
