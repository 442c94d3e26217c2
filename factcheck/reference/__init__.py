"""Reference tables: a catalogue of data packages, claims linked to their cells, formulas over cells.

    package, descriptor, rows, table, soundness   what a package may say; read strictly; proven before use
    catalogue, corrections, draft                 a folder of packages; what a newsroom taught it; a first description
    labels, candidates, forms, shares, parts      which measures a number may be, and what it says of them
    loose, senses                                 measures that a text names in other words than the table's
    scope, groups, members, where                 which place and group it is about
    timing, periods, period_words, seasons        which period, and which other it is set against
    bind, together, formulas, compare             what the table gives for it, and does it agree
    others, followups                             what else it may be, and what goes on from it
    narrowed, explained, accuse, outcomes         whether a number that differs may be called wrong
    patterns, windows, ranks, phrases, series     superlatives, first places and trends
    linker                                        the article, number by number

A measure is found by an index of the rarest word of each label, so that the cost of a look-up hangs on the
sentence and not on the catalogue. The linker abstains, with the reason, wherever the words leave room for
another measure, place, group or period: a wrong verdict is worse than none.
"""

from factcheck.reference.catalogue import Catalogue, builtin, load_catalogue
from factcheck.reference.linker import Links, link

__all__ = ["Catalogue", "Links", "builtin", "link", "load_catalogue"]
