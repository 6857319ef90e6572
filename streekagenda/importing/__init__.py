"""Activities that somebody keeps elsewhere become content files: readers find them, one writer writes them."""
