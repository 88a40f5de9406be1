"""What can go wrong in publishing, told to the user without a traceback."""


class PublishingError(RuntimeError):
    """A notebook that does not run, or a site that does not build."""
