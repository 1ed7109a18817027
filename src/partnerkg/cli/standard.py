"""Sentences of Python's own that a user may read, for the message catalogue; nothing imports this module.

Those of argparse are looked up by the function that `parser.speak` gives it, the reasons of the operating
system when an error is put into words.
"""

from __future__ import annotations

from gettext import ngettext

from partnerkg.errors import N_

ARGPARSE = (
    N_("usage: "),
    N_("%(heading)s:"),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("unrecognized arguments: %s"),
    N_("the following arguments are required: %s"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
    N_("ignored explicit argument %r"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    ngettext("expected %s argument", "expected %s arguments", 1),
)
REASONS = (
    N_("Permission denied"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("No such file or directory"),
    N_("No space left on device"),
    N_("Read-only file system"),
    N_("File name too long"),
)
