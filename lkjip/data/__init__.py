"""The data of a fiscal year: read as text, checked against its schemas, handed over as frames."""
