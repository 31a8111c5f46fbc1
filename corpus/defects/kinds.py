"""All kinds of planted defects, by family."""

from corpus.defects import arithmetic, crossing, formal, narrating, scoring, stating, wording
from corpus.defects.kind import Kind

KINDS: tuple[Kind, ...] = (
    *arithmetic.KINDS,
    *crossing.KINDS,
    *narrating.KINDS,
    *scoring.KINDS,
    *formal.KINDS,
    *wording.KINDS,
    *stating.KINDS,
)
