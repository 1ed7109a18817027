"""What is too deep or too large, told by another process."""

from __future__ import annotations

import pickle

from partnerkg.errors import Message
from partnerkg.rdf.nesting.bounds import Fault


def test_a_fault_comes_whole_from_another_process():
    found = pickle.loads(pickle.dumps(Fault(7, Message("{what} is too deep", what="it"))))
    assert (found.line, str(found.reason)) == (7, "it is too deep")
