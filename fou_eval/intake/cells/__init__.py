"""One cell: what it says under the declaration of its column, or why it cannot be used."""
