"""Read one submitted file into records: formats and forms, no Parquet, no rules."""
