"""What a document's figures state, made once from fields, prose and tables; what must hold between them."""
