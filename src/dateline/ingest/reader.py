"""Which version of the program reads articles out of pages: kept with captured bytes, so that a better one can go over
them again. It goes up whenever the same page gives another headline, text or byline than before."""

PAGE = "text/html"
READER = "page/3"
