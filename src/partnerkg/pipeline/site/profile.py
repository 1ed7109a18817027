"""An organisation in the words of schema.org, as search engines read it in a page."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.pipeline.opened import Opened


def profiles(opened: Opened) -> Mapping[str, Mapping[str, object]]:
    """Return the description of each organisation, by IRI."""
    from partnerkg.export import schema_org

    return {str(one["@id"]): schema_org.document(one) for one in schema_org.profiles(opened.store)}
