"""Two reports held against each other: numbers, sentences, figures, findings."""
