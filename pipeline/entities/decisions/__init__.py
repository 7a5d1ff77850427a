"""What a user says of who is who over a run."""
