"""What can go wrong with files, formats and stores on the disk."""

from __future__ import annotations

from partnerkg.errors.base import N_, PartnerkgError


class MissingFile(PartnerkgError):
    message = N_("No file or folder at {path}; check the path.")


class NoStatement(PartnerkgError):
    message = N_("{path} holds no statement.")


class UnreadableFile(PartnerkgError):
    message = N_("{path} cannot be read: {reason}.")


class UnwritablePath(PartnerkgError):
    message = N_(
        "{path} cannot be written: {reason}; check the path and your rights, or choose another place."
    )


class BrokenFile(PartnerkgError):
    message = N_("{path}, line {line}: {reason}.")


class UnknownFormat(PartnerkgError):
    message = N_("There is no format `{name}`; choose one of: {known}.")


class NoRdf(UnknownFormat):
    message = N_("`{name}` is no RDF; choose one of: {known}. Tables and pages are read by `partnerkg read`.")


class UnknownExport(UnknownFormat):
    message = N_("There is no format `{name}`; {suggestion} There are: {known}.")


class NoText(PartnerkgError):
    message = N_("{name} is no text for a terminal; add -o FILE.")


class UnguessableFormat(PartnerkgError):
    message = N_("The ending of {path} is that of no format; choose one of: {known}.")


class UnfitEnding(PartnerkgError):
    message = N_("{path} is no name for what {name} writes; choose one that ends in {known}.")


class WrongBase(PartnerkgError):
    message = N_("`{base}` is no base for relative IRIs: {reason}; give one such as http://host/path.")


class UnwritableValue(PartnerkgError):
    message = N_("{what} cannot be written as {format}: {reason}; choose {known}.")


class UnwritableAsAll(PartnerkgError):
    message = N_("{what} cannot be written as {format}: {reason}; mend it, for all formats are written here.")


class BrokenStore(PartnerkgError):
    message = N_("{path} is no store that can be read: {reason}; load it again with `partnerkg load`.")


class TakenPlace(PartnerkgError):
    message = N_("{path} is there already and is no store; choose another place, or remove it yourself.")


class BusyPlace(PartnerkgError):
    message = N_("Another process is loading {path}; wait until it is done, or choose another place.")


class MissingExtra(PartnerkgError):
    message = N_("{name} is not installed; `pip install 'partnerkg[{name}]'` brings it.")


class NoProject(PartnerkgError):
    message = N_(
        "{path} is no partnerkg project: it has no folder `{folder}`; `partnerkg init FOLDER` makes one."
    )


class ShippedGraph(PartnerkgError):
    message = N_(
        "The graph that comes with partnerkg is not written to; `partnerkg init FOLDER` makes a project of "
        "your own, and this command works inside it."
    )


class TakenProject(PartnerkgError):
    message = N_("{path} is a project already; go there, or choose another folder.")


class LeftOut(UserWarning):
    """What an answer lacks or how it was found, said beside it by the PartnerkgError that it is given."""
