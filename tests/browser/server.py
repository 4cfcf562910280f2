"""The app as its own process, to be killed and started again."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
PRODUCT = ROOT / "streamlit_app.py"
WRITING = Path(__file__).with_name("writing_app.py")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class AppServer:
    """``streamlit run`` on a port of its own, with a database of its own."""

    def __init__(
        self,
        folder: Path,
        launcher: Path = PRODUCT,
        arguments: Sequence[str] = (),
        address: str = "127.0.0.1",
    ) -> None:
        self.folder = folder
        self.launcher = launcher
        self.arguments = arguments
        self.address = address
        self.port = free_port()
        self.database = folder / "practice.sqlite3"
        self.db_url = f"sqlite:///{self.database}"
        self._process: subprocess.Popen[bytes] | None = None
        self._times = folder / "times.json"
        self.move_clock()

    @property
    def url(self) -> str:
        """Return where the app answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """Return what the server has printed so far."""
        return (self.folder / "server.log").read_text("utf-8", errors="replace")

    def move_clock(self, *, ticks: float = 0, wall: float = 0) -> None:
        """Let the server's time (``ticks``) or its system's (``wall``) be seconds ahead."""
        self.times = {"ticks": ticks, "wall": wall}
        fresh = self._times.with_suffix(".new")
        fresh.write_text(json.dumps(self.times))
        fresh.replace(self._times)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        flags = {
            "server.address": self.address,
            "server.port": self.port,
            "server.headless": "true",
        }
        command = [sys.executable, "-m", "streamlit", "run", str(self.launcher)]
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *command,
                    *(f"--{name}={value}" for name, value in flags.items()),
                    *("--", *self.arguments),
                ],
                cwd=ROOT,
                env=self._environment(),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._wait_until_healthy()

    def kill(self) -> None:
        """End the server as a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def restart(self) -> None:
        """Crash, and start again."""
        self.kill()
        self.start()

    def cpu_seconds(self) -> float:
        """Return the processor time that the server has used."""
        assert self._process is not None
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _environment(self) -> dict[str, str]:
        paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
        return os.environ | {
            "MAINS_PRACTICE_DB": self.db_url,
            "MAINS_PRACTICE_TEST_TIMES": str(self._times),
            "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        }

    def _wait_until_healthy(self, patience: float = 60) -> None:
        give_up = time.monotonic() + patience
        while time.monotonic() < give_up:
            assert self._process is not None
            assert self._process.poll() is None, f"the server ended:\n{self.log}"
            if fetch_health(self.url):
                return
            time.sleep(0.1)
        raise AssertionError(f"the server does not answer:\n{self.log}")


def fetch_health(url: str) -> bool:
    """Tell whether the server answers."""
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:  # noqa: S310
            return bool(answer.read() == b"ok")
    except OSError:
        return False


def read_times() -> dict[str, Any]:
    """Return how far the test has moved the clocks."""
    times: dict[str, Any] = json.loads(Path(os.environ["MAINS_PRACTICE_TEST_TIMES"]).read_text())
    return times
