"""Outside standards, to and from: one module each, with the section of the standard that it implements."""
