"""A name for a finding that stays the same when text elsewhere changes."""

import hashlib
import re

from factcheck.model.finding import Finding
from factcheck.model.relation import Story


def fingerprint(code: str, finding: Finding, story: Story) -> str:
    """Twelve hex digits over the code, the normalised sentence and the printed values."""
    sentences = [
        s.text for s in story.sentences if s.where == finding.where and s.start < finding.end and finding.start < s.end
    ]
    used = {finding.stated} | {index for r in finding.recalculations for index in (r.stated, *r.operands)}
    values = sorted(story.mentions[index].text for index in used if index is not None)
    key = "\x1f".join([code, re.sub(r"\W+", " ", " ".join(sentences)).casefold().strip(), *values])
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
