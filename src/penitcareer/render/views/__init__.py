"""One module a result: `document` for people, `payload` for JSON, `rows` for CSV."""
