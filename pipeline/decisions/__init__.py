"""What auditors decide of findings: read from the ledger or a small file, kept from run to run."""

from pipeline.decisions.collecting import pending
from pipeline.decisions.keeping import absorb, described, kept
from pipeline.decisions.reading import read_decisions
from pipeline.decisions.taking import take
from pipeline.decisions.telling import unsettled

__all__ = ["absorb", "described", "kept", "pending", "read_decisions", "take", "unsettled"]
