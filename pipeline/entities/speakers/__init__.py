"""Who says what: speakers of direct speech, and speech that is only reported."""
