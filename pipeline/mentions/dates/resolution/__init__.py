"""Third step: from a calendar value to the days it means."""
