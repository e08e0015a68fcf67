"""How a request is turned down."""


class Refused(Exception):
    """A request that the server answers with an error.

    `ours` tells a broken rule (the caller's mistake, a violation) from what may befall any caller (a chat that is gone).
    """

    def __init__(self, description, code=400, ours=True, **parameters):
        super().__init__(description)
        self.description = description
        self.code = code
        self.ours = ours
        self.parameters = parameters
