"""Names of bodies by their own words, before the names behind them are attached."""
