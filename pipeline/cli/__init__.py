"""The svodka command: one file a command, a thin Typer function over a plain one."""
