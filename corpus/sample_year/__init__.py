"""The sample year: ten invented units of an invented district, known discrepancies in four of them."""
