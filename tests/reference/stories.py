"""Stories made by hand: sentences and quantities by rule, claims that say nothing."""

import datetime
from pathlib import Path

from factcheck.model.article import Article
from factcheck.model.claim import Claim
from factcheck.model.relation import Mention, Story
from factcheck.quantities import find
from factcheck.reference import Catalogue, link, load_catalogue
from factcheck.text.sentences import split
from tests.reference.packages import Package


def story(text: str, published: str | None = None) -> Story:
    """A story whose claims are bare: the linker has the words, and nothing else."""
    date = datetime.date.fromisoformat(published) if published else None
    sentences = split(text)
    by_index = {s.index: s for s in sentences}
    mentions = tuple(
        Mention(
            index, q, Claim(index, q.start, q.end, q.kind, "level", q.sentence, by_index[q.sentence].paragraph),
            by_index[q.sentence],
        )
        for index, q in enumerate(find(sentences, date))
    )  # fmt: skip
    return Story(Article(text, published=date), sentences, mentions, ())


def verdicts(text: str, catalogue: Catalogue, published: str | None = None) -> dict[str, str]:
    """Each linked number or phrase: "holds", "differs", or the kind of the other row that it fits."""
    found = {}
    for relation in link(story(text, published), catalogue).relations:
        printed = getattr(relation, "text", None) or relation.stated.text  # type: ignore[union-attr]
        other = getattr(relation, "other", None)
        found[printed] = "holds" if relation.holds else other.kind if other else "differs"
    return found


def silence(text: str, catalogue: Catalogue, published: str | None = None) -> dict[str, str]:
    """Each number left alone, and why."""
    told = story(text, published)
    return {told.mentions[i].text: why for i, why in link(told, catalogue).abstentions.items()}


def fire_service(folder: Path, corrections: str | None = None) -> Catalogue:
    """The catalogue of the small sound package."""
    home = Package().write(folder)
    if corrections is not None:
        (home / "links.toml").write_text(corrections, "utf-8")
    return load_catalogue(home)
