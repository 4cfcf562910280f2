"""A network between page and server that can be cut."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

from tests.browser.server import free_port


class Proxy:
    """Passes bytes on to a port, until told to cut or to stay down."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.port = free_port()
        self.down = False
        self._sockets: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """Return where the app answers through this network."""
        return f"http://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """Break every connection there is; new ones work."""
        for end in list(self._sockets):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def take_down(self) -> None:
        """Break every connection, and every new one."""
        self.down = True
        self.cut()

    def bring_up(self) -> None:
        """Let new connections through again."""
        self.down = False

    def close(self) -> None:
        """Stop for good."""
        self.take_down()
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                if self.down:
                    near.close()
                else:
                    self._connect(near)

    def _connect(self, near: socket.socket) -> None:
        try:
            far = socket.create_connection(("127.0.0.1", self.target))
        except OSError:
            near.close()
            return
        self._sockets |= {near, far}
        for source, sink in ((near, far), (far, near)):
            threading.Thread(target=self._pump, args=(source, sink), daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                sink.sendall(data)
        for end in (source, sink):
            self._sockets.discard(end)
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
