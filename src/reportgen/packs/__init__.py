"""Document types: a folder of data (`pack.yaml`, `template.docx` …) → `Pack`."""
