"""HTTP routes that save drafts, in the same process as the pages.

Every request needs the token that the page was given with its draft, and one
that changes anything must come from a page of this very server.
"""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse
from starlette.routing import Route

from practice.exchange import Answer, answer_load, answer_save, guarded, refuse
from practice.tokens import is_signed

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from practice.service import Practice

TOKEN_HEADER = "X-Draft-Token"  # noqa: S105, the name of the header, not a token
LONGEST_BODY = 2_000_000
_MOST_DIGITS = 15


def save_routes(practice: Callable[[], Practice], learner: str = "local") -> list[Route]:
    """Return the routes for the server to mount.

    Parameters
    ----------
    practice : callable
        Returns the service; called at the first request, so that importing the
        launcher opens no database.
    learner : str, optional
        Whose drafts these are.
    """
    api = _DraftApi(practice, learner)
    path = "/api/drafts/{draft_id}"
    return [
        Route(path, api.load, methods=["GET"]),
        # A beacon posts here as well, with the token in the body: it has no headers.
        Route(path, api.save, methods=["POST"]),
    ]


class _DraftApi:
    def __init__(self, practice: Callable[[], Practice], learner: str) -> None:
        self._open = practice
        self._learner = learner

    async def load(self, request: Request) -> JSONResponse:
        token = request.headers.get(TOKEN_HEADER, "")
        known_rev = _revision_in(request.query_params.get("rev", ""))
        return await self._respond(
            request, token, lambda draft_id: answer_load(self._practice, draft_id, known_rev)
        )

    async def save(self, request: Request) -> JSONResponse:
        if not _is_from_here(request):
            return _json(refuse(403, "foreign_origin", "Saves must come from this app's own page."))
        raw = await _read(request)
        if raw is None:
            return _json(refuse(413, "too_long", "The answer is too long to be saved."))
        payload = _parse(raw)
        token = request.headers.get(TOKEN_HEADER) or _token_in(payload)
        return await self._respond(
            request, token, lambda draft_id: answer_save(self._practice, draft_id, payload)
        )

    async def _respond(
        self, request: Request, token: str, act: Callable[[str], Answer]
    ) -> JSONResponse:
        draft_id = request.path_params["draft_id"]

        def work() -> Answer:
            if not is_signed(token, self._secret, self._learner, draft_id):
                return refuse(403, "bad_token", "Reload the page: its right to save has ended.")
            return act(draft_id)

        return _json(await run_in_threadpool(guarded, work))

    @cached_property
    def _practice(self) -> Practice:
        return self._open()

    @cached_property
    def _secret(self) -> bytes:
        return self._practice.secret()


def _is_from_here(request: Request) -> bool:
    # Browsers name the origin of every POST; whoever does not is no page of ours.
    origin = urlsplit(request.headers.get("origin", ""))
    return bool(origin.netloc) and origin.netloc == request.headers.get("host")


async def _read(request: Request) -> bytes | None:
    body = bytearray()
    async for chunk in request.stream():
        body.extend(chunk)
        if len(body) > LONGEST_BODY:
            return None
    return bytes(body)


def _parse(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def _revision_in(text: str) -> int | None:
    # Python refuses to read numbers of thousands of digits.
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None


def _token_in(payload: object) -> str:
    token = payload.get("token") if isinstance(payload, dict) else None
    return token if isinstance(token, str) else ""


def _json(answer: Answer) -> JSONResponse:
    return JSONResponse(
        answer.body, status_code=answer.status, headers={"Cache-Control": "no-store"}
    )
