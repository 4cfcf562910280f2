"""Who may come in: this computer always, others only with the key from the address."""

from __future__ import annotations

from functools import cached_property
from hmac import compare_digest
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlencode

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Receive, Scope, Send

KEY_NAME: Final = "key"
"""In the address, once; from then on the browser keeps it in a cookie."""
COOKIE: Final = "mains_practice_key"
_YEAR: Final = 365 * 24 * 3600
_REFUSAL: Final = (
    "These answers belong to somebody. Open the address that the app shows under "
    "“Open on my phone” on the computer where it runs."
)


class Doorkeeper:
    """Refuse requests from other machines that bring no key.

    Parameters
    ----------
    app : ASGIApp
    key : callable
        Returns the key; called when somebody from elsewhere comes for the first
        time, so that starting the server opens no database.
    """

    def __init__(self, app: ASGIApp, key: Callable[[], str]) -> None:
        self._app = app
        self._find_key = key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or one attempt to open a socket."""
        if scope["type"] not in ("http", "websocket") or is_from_here(scope):
            await self._app(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        if self._opens(asked.query_params.get(KEY_NAME, "")) and scope["type"] == "http":
            await _welcome(scope, self._key)(scope, receive, send)
        elif self._opens(asked.cookies.get(COOKIE, "")):
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await PlainTextResponse(_REFUSAL, status_code=403)(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008, "reason": ""})

    @cached_property
    def _key(self) -> str:
        return self._find_key()

    def _opens(self, offered: str) -> bool:
        return bool(offered) and compare_digest(offered.encode(), self._key.encode())


def is_from_here(scope: Scope) -> bool:
    """Whether a request comes from this very computer."""
    host, _ = scope.get("client") or ("", 0)
    try:
        address = ip_address(host)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def _welcome(scope: Scope, key: str) -> RedirectResponse:
    """Let the browser keep the key, and take it out of the address."""
    query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    rest = urlencode([(name, value) for name, value in query if name != KEY_NAME])
    # A path that begins with two slashes would name another server.
    path = "/" + scope["path"].lstrip("/\\")
    answer = RedirectResponse(path + (f"?{rest}" if rest else ""), status_code=303)
    answer.set_cookie(COOKIE, key, max_age=_YEAR, httponly=True, samesite="lax")
    return answer
