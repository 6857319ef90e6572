// What a page does in the reader's hand: see docs/theme.md for the attributes that it reads.
export {};
