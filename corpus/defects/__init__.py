"""Defects planted in invented submissions, each with a near miss: what the rules must find, what they must leave."""
