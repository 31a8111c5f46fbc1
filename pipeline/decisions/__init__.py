"""What auditors decide of findings: read from the ledger or a small file, kept from run to run."""

from pipeline.decisions.collecting import pending
from pipeline.decisions.keeping import absorb, kept
from pipeline.decisions.reading import read_decisions

__all__ = ["absorb", "kept", "pending", "read_decisions"]
