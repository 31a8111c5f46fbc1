"""Compare the records of a submission with each other: pure functions, no files, no formats."""
