"""What the factuality network learns from."""
