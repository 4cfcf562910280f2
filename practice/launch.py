"""The console script ``mains-practice``: starts the app in a browser."""

from __future__ import annotations

from pathlib import Path

import click

# In a wheel the launcher lies inside the package, in a checkout beside it.
_LAUNCHERS = (
    Path(__file__).with_name("streamlit_app.py"),
    Path(__file__).parents[1] / "streamlit_app.py",
)


@click.command()
@click.option("--address", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", default=8501, show_default=True, help="The port to listen on.")
@click.option("--browser/--no-browser", default=True, help="Open a browser window.")
@click.version_option(package_name="mains-practice")
def main(address: str, port: int, *, browser: bool) -> None:
    """Start the app. Everything you write stays on this computer."""
    from streamlit.web.cli import main as streamlit

    launcher = next(path for path in _LAUNCHERS if path.exists())
    options = {
        "server.address": address,
        "server.port": port,
        "server.headless": str(not browser).lower(),
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    streamlit(["run", str(launcher), *flags], standalone_mode=False)
