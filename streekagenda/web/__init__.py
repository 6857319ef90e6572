"""The program's one door to the network. What partners write is not trusted, and neither is who answers.

Before each connection the host is looked up, and unless every address that it has is one of the public internet nothing is
sent; the connection goes to the address that was looked at, so that a second look-up cannot lead elsewhere. That holds for
every redirection too. Proxies of the environment are not used. Everything has a limit: a step, the whole, what comes back.

:func:`streekagenda.web.fetching.fetch` gets a file; ``check --online`` asks whether somebody is there, with
:mod:`streekagenda.web.requests` itself.
"""
