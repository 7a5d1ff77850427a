"""Which tellings of an article are of one happening: the network that judges what the rules of `merging` say."""
