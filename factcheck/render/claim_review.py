"""Report → schema.org ClaimReview (JSON-LD): a draft for the fact-checker who signs it.

One review a claim that something could be said of. Only the text's own arithmetic and reference
tables stand behind it, and the rating says so; nothing is published as anybody's verdict.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.model.report import Judged, Report
from factcheck.render._places import body

Json = dict[str, Any]
_RATINGS = {
    "contradicted": (1, "The numbers do not agree"),
    "misleading": (3, "The sum is right, the impression may not be"),
    "supported": (5, "The sum comes out"),
}


def render(report: Report) -> Json:
    """The reviews as one JSON-LD graph, as data."""
    return {"@context": "https://schema.org", "@graph": list(_reviews(report))}


def _reviews(report: Report) -> Iterator[Json]:
    for judged in report.claims:
        if judged.verdict in _RATINGS:
            yield _review(report, judged)


def _review(report: Report, judged: Judged) -> Json:
    value, name = _RATINGS[judged.verdict]
    claim = judged.claim
    return {
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "claimReviewed": " ".join(body(report, claim.where)[claim.start : claim.end].split()),
        "reviewBody": judged.reason,
        "author": {"@type": "Organization", "name": "factcheck (automatic draft, unsigned)"},
        "reviewRating": {
            "@type": "Rating", "ratingValue": value, "worstRating": 1, "bestRating": 5, "alternateName": name,
        },
        "itemReviewed": _claim(report, judged),
    }  # fmt: skip


def _claim(report: Report, judged: Judged) -> Json:
    article = report.article
    appearance: Json = {"@type": "NewsArticle"}
    if article.title:
        appearance["headline"] = article.title
    if article.published:
        appearance["datePublished"] = article.published.isoformat()
    if article.source and article.source.startswith(("https://", "http://")):
        appearance["url"] = article.source
    claimed: Json = {"@type": "Claim", "appearance": appearance}
    if judged.claim.speaker:
        claimed["author"] = {"@type": "Person", "name": judged.claim.speaker}
    return claimed
