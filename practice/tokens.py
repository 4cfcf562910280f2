"""Proof that whoever saves a draft was shown it by this server."""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64encode

_LENGTH = 32


def sign_draft(secret: bytes, learner: str, draft_id: str) -> str:
    """Return the token that lets a learner's page save one draft.

    Parameters
    ----------
    secret : bytes
        The store's key; it survives a restart, so an open page keeps its right.
    learner, draft_id : str
        What the token is bound to.
    """
    message = _bytes(f"{len(learner)}:{learner}{draft_id}")
    digest = hmac.new(secret, message, hashlib.sha256).digest()
    return urlsafe_b64encode(digest).decode()[:_LENGTH]


def sign_phone(secret: bytes) -> str:
    """Return the key that lets other machines in.

    Parameters
    ----------
    secret : bytes
        The store's key for this purpose alone; it survives a restart.
    """
    digest = hmac.new(secret, b"phone", hashlib.sha256).digest()
    return urlsafe_b64encode(digest).decode()[:_LENGTH]


def is_signed(token: str, secret: bytes, learner: str, draft_id: str) -> bool:
    """Tell whether a token is the one for this learner and draft."""
    return hmac.compare_digest(_bytes(token), _bytes(sign_draft(secret, learner, draft_id)))


def _bytes(text: str) -> bytes:
    # What comes as JSON may hold halves of characters, which plain UTF-8 refuses.
    return text.encode(errors="surrogatepass")
