import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from practice.doorkeeper import COOKIE, Doorkeeper
from practice.network import find_own_address, listens_to_others, phone_url
from practice.tokens import sign_phone

KEY = sign_phone(b"secret")


async def page(request):
    return PlainTextResponse(f"{request.url.path}?{request.url.query}")


async def socket(websocket):
    await websocket.accept()
    await websocket.send_text("in")
    await websocket.close()


def come_from(host, **more):
    routes = [Route("/{path:path}", page, methods=["GET", "POST"]), WebSocketRoute("/ws", socket)]
    app = Starlette(routes=routes, middleware=[Middleware(Doorkeeper, key=lambda: KEY)])
    return TestClient(app, client=(host, 50000), follow_redirects=False, **more)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])
def test_this_computer_needs_no_key(host):
    client = come_from(host)
    assert client.get("/past").status_code == 200
    with client.websocket_connect("/ws") as connection:
        assert connection.receive_text() == "in"


@pytest.mark.parametrize("host", ["192.168.1.7", "10.0.0.2", "fe80::1", "::ffff:10.0.0.2", "", "x"])
@pytest.mark.parametrize(
    ("query", "cookies"),
    [
        ("", {}),
        ("?key=", {}),
        ("?key=wrong", {}),
        ("?key=é", {}),
        (f"?key={KEY[:-1]}", {}),
        ("", {COOKIE: ""}),
        ("", {COOKIE: "wrong"}),
    ],
)
def test_others_without_the_key_are_refused(host, query, cookies):
    client = come_from(host, cookies=cookies)
    for answer in (client.get(f"/past{query}"), client.post(f"/api/drafts/x{query}")):
        assert answer.status_code == 403
        assert "Open on my phone" in answer.text
        assert "set-cookie" not in answer.headers
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(f"/ws{query}"):
        pass


def test_a_header_of_the_client_opens_nothing():
    headers = {"X-Forwarded-For": "127.0.0.1", "Host": "localhost"}
    assert come_from("192.168.1.7", headers=headers).get("/past").status_code == 403


def test_the_key_moves_from_the_address_into_a_cookie():
    client = come_from("192.168.1.7")
    answer = client.get(f"/feedback?attempt=a%20b&key={KEY}")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/feedback?attempt=a+b"
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert client.get("/feedback?attempt=a").text == "/feedback?attempt=a"
    with client.websocket_connect("/ws") as connection:
        assert connection.receive_text() == "in"


def test_nobody_is_sent_to_another_server():
    answer = come_from("192.168.1.7").get(f"http://testserver//evil.example?key={KEY}")
    assert answer.headers["location"] == "/evil.example"


@pytest.mark.parametrize(
    ("address", "heard"),
    [
        ("127.0.0.1", False),
        ("localhost", False),
        ("::1", False),
        ("0.0.0.0", True),  # noqa: S104
        ("192.168.1.5", True),
        ("computer.home", True),
        (None, True),
    ],
)
def test_it_is_known_whether_others_are_heard(address, heard):
    assert listens_to_others(address) is heard


def test_the_address_for_the_phone_names_this_machine():
    host = find_own_address()
    assert host is None or not host.startswith("127.")
    assert phone_url("192.168.1.5", 8501, KEY) == f"http://192.168.1.5:8501/?key={KEY}"


def test_keys_of_different_secrets_differ():
    assert sign_phone(b"a") != sign_phone(b"b")
    assert len(KEY) == 32
