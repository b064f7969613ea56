"""reportgen: budget-performance documents of Chinese public units from YAML content files."""

__version__ = "0.1.0"
