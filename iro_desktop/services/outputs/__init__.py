"""Everything that comes out again as a document: what there is, how it is made, shown and written."""
