"""What a file says, matched with what was asked: headings with items, texts with levels, people with members."""
