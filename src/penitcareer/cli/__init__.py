"""Typer commands: parse, call one function of the domain, render one result."""
