"""content/ becomes a Calendar: files, front matter, YAML with lines, field by field, references."""
