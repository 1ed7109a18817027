"""What sentences for those who have a command line advise, for those who have pages and addresses."""

from __future__ import annotations

from partnerkg.errors import N_, Message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.errors import PartnerkgError

_OTHERWISE = {  # on a page, and in the JSON API
    "`partnerkg search WORDS` finds what there is.": (
        N_("the search finds what there is."),
        N_("`/api/search?text=WORDS` finds what there is."),
    ),
}


def given(error: PartnerkgError, *, page: bool) -> PartnerkgError:
    """Return an error that advises what can be done here."""
    error.details = {name: _otherwise(value, page) for name, value in error.details.items()}
    return error


def _otherwise(value: object, page: bool) -> object:
    if isinstance(value, Message) and value.template in _OTHERWISE:
        return Message(_OTHERWISE[value.template][0 if page else 1])
    return value
