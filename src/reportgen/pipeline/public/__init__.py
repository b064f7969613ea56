"""The public edition of a content file: what is masked is decided on its documents, before anything is rendered."""
