"""What many papers say, put together for the office that reads them: units, totals, ranks, what is missing or late."""
