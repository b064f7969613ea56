"""The door to Word's XML: a template.docx → frame and looks."""
