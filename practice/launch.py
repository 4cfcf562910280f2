"""The console script ``mains-practice``: starts the app in a browser, and keeps answers safe."""

from __future__ import annotations

from pathlib import Path

import click

from practice.keeping import backup, export, import_, restore

_EVERYWHERE = "0.0.0.0"  # noqa: S104, only on demand, and behind the doorkeeper

# In a wheel the launcher lies inside the package, in a checkout beside it.
_LAUNCHERS = (
    Path(__file__).with_name("streamlit_app.py"),
    Path(__file__).parents[1] / "streamlit_app.py",
)


@click.group(invoke_without_command=True)
@click.option("--address", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", default=8501, show_default=True, help="The port to listen on.")
@click.option("--phone", is_flag=True, help="Let a phone in your home network in, with a key.")
@click.option("--browser/--no-browser", default=True, help="Open a browser window.")
@click.version_option(package_name="mains-practice")
@click.pass_context
def main(context: click.Context, address: str, port: int, *, phone: bool, browser: bool) -> None:
    """Start the app. Everything you write stays on this computer."""
    if context.invoked_subcommand is None:
        _start(_EVERYWHERE if phone else address, port, browser=browser)


for command in (backup, restore, export, import_):
    main.add_command(command)


def _start(address: str, port: int, *, browser: bool) -> None:
    from streamlit.web.cli import main as streamlit

    launcher = next(path for path in _LAUNCHERS if path.exists())
    options = {
        "server.address": address,
        "server.port": port,
        "server.headless": str(not browser).lower(),
        # Where this computer's own browser is sent, wherever else the server listens.
        "browser.serverAddress": "localhost" if address == _EVERYWHERE else address,
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    streamlit(["run", str(launcher), *flags], standalone_mode=False)
