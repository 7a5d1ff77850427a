"""An encoder learns from unlabelled news what slovnet's networks say of every piece, and which words fit a place."""
