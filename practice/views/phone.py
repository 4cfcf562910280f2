"""Opening the app on a phone in the same home network."""

from __future__ import annotations

import streamlit as st

from practice.markup import element
from practice.network import find_own_address, listens_to_others, phone_url
from practice.sharing import shared_practice
from practice.tokens import sign_phone
from practice.views.parts.page import show, show_heading, show_nothing_yet

_COMMAND = "mains-practice --phone"


def show_page() -> None:
    """Show the address and its code, or how to let the phone in."""
    show_heading("Open on my phone", "Read and write on a phone in the same home network.")
    if not listens_to_others(st.get_option("server.address")):
        _explain()
        return
    host = find_own_address()
    if host is None:
        show_nothing_yet("No home network", "Connect this computer to it and reload this page.")
        return
    key = sign_phone(shared_practice().secret("phone"))
    _show_address(phone_url(host, int(st.get_option("server.port")), key))


def _explain() -> None:
    show(
        element(
            "p",
            "The app is closed to other machines. To let your phone in, stop it on this computer "
            "(Ctrl + C where it runs) and start it again like this:",
        )
    )
    st.code(_COMMAND, language=None)
    show(
        element(
            "p",
            "Then this page shows a code for your phone's camera. Nobody gets in without it, and "
            "your answers stay on this computer.",
            class_="mp-meta",
        )
    )


def _show_address(url: str) -> None:
    import segno  # no other page needs it

    # Black on white in the dark as well, or cameras would not read it.
    code = segno.make(url, error="m").png_data_uri(scale=6, border=4)
    show(element("img", src=code, alt="The address as a code", class_="mp-code"))
    show(element("p", "Point your phone's camera at the code, or type this address:"))
    st.code(url, language=None, wrap_lines=True)
    show(
        element(
            "p",
            "Whoever has this address can read and change your answers: show it to nobody. It is "
            "for your home network, not for a café's. Stop the app to close the door again.",
            class_="mp-caveat",
        )
    )
