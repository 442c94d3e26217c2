"""Report → JSON text, UTF-8 safe, the same bytes for the same report."""

import json
import re
from collections.abc import Sequence

from factcheck.model.report import Report
from factcheck.render.dict import render as as_dict

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def render(report: Report, *, indent: int | None = 2) -> str:
    """The report as JSON, ending in a newline; `indent=None` puts it on one line."""
    return dump(as_dict(report), indent=indent)


def render_many(reports: Sequence[Report], *, indent: int | None = 2) -> str:
    """Several reports as one JSON array."""
    return dump([as_dict(report) for report in reports], indent=indent)


def dump(data: object, *, indent: int | None = 2) -> str:
    """Any plain data as JSON: letters kept as they are, a lone surrogate escaped so that it can be written."""
    written = json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", written) + "\n"
