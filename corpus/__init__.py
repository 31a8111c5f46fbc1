"""Invented submissions: the sample year under data/raw, test corpora, the writers that draw them."""
