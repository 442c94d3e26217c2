"""Superlatives and trends."""


def phrases(reading, former, scopes, own):
    return ()
