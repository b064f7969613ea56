"""The outputs read back and held against the document, paragraph by paragraph."""
