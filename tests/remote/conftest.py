"""Real servers on this machine: Oxigraph and Virtuoso with the shipped graph, and one that misbehaves as told."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import pytest
from pyoxigraph import RdfFormat, serialize

from partnerkg.store import embedded, remote
from partnerkg.store.push import push

VIRTUOSO = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows = 4000
"""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def started(command: list[str], folder: Path, ready: str) -> subprocess.Popen[bytes]:
    with (folder / "output").open("wb") as output:
        server = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
    for _ in range(300):
        try:
            urlopen(ready, timeout=5).close()
        except OSError:
            assert server.poll() is None, (folder / "output").read_text(errors="replace")
            time.sleep(0.1)
        else:
            return server
    raise AssertionError((folder / "output").read_text(errors="replace"))


def stopped(server: subprocess.Popen[bytes]) -> None:
    server.kill()
    server.wait()


@pytest.fixture(scope="session")
def oxigraph_command(absent) -> str:
    beside = Path(sys.executable).parent / "oxigraph"
    found = str(beside) if beside.exists() else shutil.which("oxigraph")
    return found or absent("no Oxigraph server here: `make setup` installs it")


@pytest.fixture(scope="session")
def serve(oxigraph_command, tmp_path_factory):
    """Return a function that starts an Oxigraph server and returns its address without a path."""
    servers = []

    def serving(*options: str, quads=()) -> str:
        folder = tmp_path_factory.mktemp("oxigraph")
        if quads:
            (folder / "graph.nq").write_bytes(serialize(quads, format=RdfFormat.N_QUADS))
            loading = [oxigraph_command, "load", "--location", "store", "--file", "graph.nq"]
            subprocess.run(loading, cwd=folder, check=True, capture_output=True)
        host = f"127.0.0.1:{free_port()}"
        command = [oxigraph_command, "serve", "--location", "store", "--bind", host, *options]
        servers.append(started(command, folder, f"http://{host}/"))
        return f"http://{host}"

    yield serving
    for server in servers:
        stopped(server)


@pytest.fixture(scope="session")
def shipped():
    """Return the shipped graph, embedded."""
    store = embedded.read()
    store.need()
    return store


@pytest.fixture(scope="session")
def oxigraph(serve, shipped) -> str:
    """Return the endpoint of an Oxigraph server with the shipped graph."""
    return serve("--union-default-graph", quads=list(shipped.everything())) + "/query"


@pytest.fixture(scope="session")
def serve_virtuoso(absent, tmp_path_factory):
    """Return a function that starts an empty Virtuoso that anybody may update, and returns its endpoint."""
    if not shutil.which("virtuoso-t"):
        absent("no Virtuoso here: apt-get install virtuoso-opensource-7")
    servers = []

    def serving() -> str:
        folder = tmp_path_factory.mktemp("virtuoso")
        sql, http = free_port(), free_port()
        (folder / "virtuoso.ini").write_text(VIRTUOSO.format(sql=sql, http=http))
        endpoint = f"http://127.0.0.1:{http}/sparql"
        servers.append(started(["virtuoso-t", "-f", "-c", "virtuoso.ini"], folder, endpoint))
        grant = b'grant SPARQL_UPDATE to "SPARQL";\n'
        subprocess.run(
            ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba"], input=grant, check=True, capture_output=True
        )
        return endpoint

    yield serving
    for server in servers:
        stopped(server)


@pytest.fixture(scope="session")
def empty_virtuoso(serve_virtuoso) -> str:
    """Return the endpoint of a Virtuoso in which the shipped graph may be, and nothing else."""
    return serve_virtuoso()


@pytest.fixture(scope="session")
def virtuoso(empty_virtuoso, shipped) -> str:
    """Return the endpoint of a Virtuoso with the shipped graph."""
    server = remote.read(empty_virtuoso)
    assert push(shipped.everything(), server, server.endpoint.for_updates()).wrong == {}
    return empty_virtuoso


@pytest.fixture
def behaving():
    """Return a function that starts a server which answers as told, and returns its address.

    It is told a status, headers and a body, or a function that does what it wants with the request.
    """
    servers = []

    def starting(status=200, headers=None, body=b"", act=None) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.text = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                if act and act(self):
                    return
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST  # noqa: N815 - what a redirection makes of it

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/sparql"

    yield starting
    for server in servers:
        server.shutdown()
        server.server_close()
