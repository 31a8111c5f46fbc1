"""Run it: ingest a folder into the dataset, check it, write the reports."""
