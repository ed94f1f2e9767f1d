"""In which languages texts are read: those that claims are drawn from. Others are held, counted and searched."""

READ = frozenset({"en"})


def is_read(language: str) -> bool:
    """Whether texts of a language (BCP 47) are read; one that is not known is tried."""
    primary = language.partition("-")[0].lower()
    return not primary or primary in READ
