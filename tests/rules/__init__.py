"""The rules: their manual pages as tests, the registry, the findings on Nanyang's report."""
