import json

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from practice.routes import LONGEST_BODY, TOKEN_HEADER, save_routes
from practice.saving import PaceEvent, Save
from practice.service import open_practice
from practice.storage import StorageUnavailable
from practice.tokens import is_signed, sign_draft

HERE = {"Origin": "http://testserver"}


@pytest.fixture
def practice(tmp_path):
    service = open_practice(f"sqlite:///{tmp_path / 'practice.sqlite3'}")
    yield service
    service.store.close()


@pytest.fixture
def client(practice):
    with TestClient(Starlette(routes=save_routes(lambda: practice))) as client:
        yield client


@pytest.fixture
def draft(practice):
    return practice.start("pharma-api")


@pytest.fixture
def token(practice, draft):
    return sign_draft(practice.secret(), draft.learner, draft.id)


@pytest.fixture
def post(client, draft, token):
    def send(body, *, headers=HERE, token=token, draft_id=draft.id):
        headers = headers | ({TOKEN_HEADER: token} if token else {})
        return client.post(f"/api/drafts/{draft_id}", json=body, headers=headers)

    return send


def message(text="Some words", seq=1, base_rev=0, **more):
    return {"client_id": "page", "seq": seq, "base_rev": base_rev, "text": text} | more


def test_a_save_is_stored_and_acknowledged(post, practice, draft):
    answer = post(message())
    assert answer.status_code == 200
    body = answer.json()
    assert body["rev"] == 1
    assert body["status"] == "writing"
    assert body["deadline"] == draft.deadline.timestamp()
    assert body["server_now"] == pytest.approx(practice.now().timestamp(), abs=5)
    assert "text" not in body
    assert practice.get_draft(draft.id).text == "Some words"


def test_a_splice_needs_no_whole_text(post, practice, draft):
    post(message("Some words"))
    splice = {"at": 5, "del": 0, "ins": "more ", "len": 15, "base_len": 10}
    body = {"client_id": "page", "seq": 2, "base_rev": 1, "splice": splice}
    assert post(body).json()["rev"] == 2
    assert practice.get_draft(draft.id).text == "Some more words"


def test_a_splice_that_does_not_fit_asks_for_the_whole_text(post):
    splice = {"at": 0, "del": 0, "ins": "x", "len": 90, "base_len": 89}
    answer = post({"client_id": "page", "seq": 1, "base_rev": 0, "splice": splice})
    assert (answer.status_code, answer.json()["error"]) == (409, "splice_mismatch")


def test_a_repeated_save_is_acknowledged_and_changes_nothing(post, practice, draft):
    post(message("One"))
    post(message("One two", seq=2, base_rev=1))
    again = post(message("One")).json()
    assert again["text"] == "One two"
    assert practice.get_draft(draft.id).text == "One two"


def test_the_answer_brings_what_another_page_wrote(post):
    post(message("Base"))
    post(message("Base theirs", client_id="other", base_rev=1))
    assert post(message("Base ours", seq=2, base_rev=1)).json()["text"] == "Base ours theirs"


def test_a_submission_ends_the_draft_once(post, practice, draft):
    for _ in range(2):
        assert post(message("All I know", submit=True)).json()["status"] == "submitted"
    assert [row.id for row in practice.attempts()] == [draft.id]
    assert practice.review(draft.id).attempt.final_text == "All I know"


def test_pace_is_stored_with_the_save(post, practice, draft):
    event = {"kind": "paste", "at": 12.5, "value": 34}
    assert post(message("w", pace=[event], submit=True)).status_code == 200
    assert practice.review(draft.id).time_record.events == (
        PaceEvent(kind="paste", at=12.5, value=34),
    )


def test_loading_gives_text_time_and_status(client, practice, draft, post, token):
    post(message())
    url = f"/api/drafts/{draft.id}"
    body = client.get(url, headers={TOKEN_HEADER: token}).json()
    assert (body["rev"], body["text"], body["status"]) == (1, "Some words", "writing")
    assert "text" not in client.get(f"{url}?rev=1", headers={TOKEN_HEADER: token}).json()
    assert "text" in client.get(f"{url}?rev=0", headers={TOKEN_HEADER: token}).json()


def test_only_a_draft_without_a_bell_brings_its_pauses(client, practice, draft):
    relaxed = practice.start("pharma-api", mode="relaxed")
    begun = PaceEvent(kind="pause_begun", at=3.5)
    practice.save_draft(relaxed.id, Save(client_id="p", seq=1, base_rev=0, text="", pace=(begun,)))
    told = {}
    for each in (draft, relaxed):
        token = sign_draft(practice.secret(), each.learner, each.id)
        answer = client.get(f"/api/drafts/{each.id}", headers={TOKEN_HEADER: token})
        told[each.id] = answer.json().get("paused_at", "nothing")
    assert told == {draft.id: "nothing", relaxed.id: 3.5}


def test_answers_are_never_cached(client, draft, token):
    answer = client.get(f"/api/drafts/{draft.id}", headers={TOKEN_HEADER: token})
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Origin": "https://elsewhere.example"}, id="another site"),
        pytest.param({"Origin": "http://testserver.example"}, id="a name that begins alike"),
        pytest.param({"Origin": "http://testserver:8502"}, id="another port"),
        pytest.param({"Origin": "null"}, id="a sandboxed frame"),
        pytest.param({}, id="no origin at all"),
    ],
)
def test_a_foreign_origin_is_refused(post, practice, draft, headers):
    answer = post(message(), headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (403, "foreign_origin")
    assert practice.get_draft(draft.id).text == ""


def test_half_a_character_in_a_beacons_token_is_a_bad_token(client, draft):
    raw = json.dumps(message() | {"token": "\ud800"})
    answer = client.post(f"/api/drafts/{draft.id}", content=raw, headers=HERE)
    assert (answer.status_code, answer.json()["error"]) == (403, "bad_token")


@pytest.mark.parametrize("rev", ["", "-1", "x", "9" * 5000])
def test_what_is_no_revision_brings_the_whole_draft(client, draft, token, rev):
    url = f"/api/drafts/{draft.id}?rev={rev}"
    assert client.get(url, headers={TOKEN_HEADER: token}).json()["text"] == ""


@pytest.mark.parametrize("given", ["", "x" * 32, "ümlaut-token"])
def test_a_bad_token_is_refused(client, post, practice, draft, given):
    headers = HERE | {TOKEN_HEADER: given.encode()}
    answer = post(message(), headers=headers, token=None)
    assert (answer.status_code, answer.json()["error"]) == (403, "bad_token")
    read = client.get(f"/api/drafts/{draft.id}", headers={TOKEN_HEADER: given.encode()})
    assert read.status_code == 403
    assert practice.get_draft(draft.id).text == ""


def test_the_token_of_one_draft_does_not_open_another(post, practice):
    other = practice.start("trust-overview")
    assert post(message(), draft_id=other.id).status_code == 403


def test_a_beacon_carries_its_token_in_the_body(client, practice, draft, token):
    body = json.dumps(message("Last words", token=token))
    answer = client.post(
        f"/api/drafts/{draft.id}", content=body, headers=HERE | {"Content-Type": "text/plain"}
    )
    assert answer.status_code == 200
    assert practice.get_draft(draft.id).text == "Last words"


def test_an_unknown_draft_is_named_as_such(post, practice):
    token = sign_draft(practice.secret(), "local", "nowhere")
    answer = post(message(), token=token, draft_id="nowhere")
    assert (answer.status_code, answer.json()["error"]) == (404, "unknown_draft")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param([], id="not an object"),
        pytest.param({}, id="nothing"),
        pytest.param(message(text=None), id="neither text nor splice"),
        pytest.param(message(splice={}), id="both text and splice"),
        pytest.param(message(text=7), id="text is a number"),
        pytest.param(message(seq=-1), id="negative seq"),
        pytest.param(message(seq=True), id="seq is true"),
        pytest.param(message(base_rev=2**70), id="huge base_rev"),
        pytest.param(message(base_rev="1"), id="base_rev is text"),
        pytest.param(message(client_id=""), id="empty client_id"),
        pytest.param(message(client_id="x" * 65), id="long client_id"),
        pytest.param(message(client_id="é"), id="client_id beyond ASCII"),
        pytest.param(message(written_at="noon"), id="written_at is text"),
        pytest.param(message(written_at=1e300), id="written_at far away"),
        pytest.param(message(pace=[{"kind": "keystroke", "at": 1}]), id="unknown pace"),
        pytest.param(message(pace=[{"kind": "paste", "at": "1"}]), id="pace at is text"),
        pytest.param(message(text=None, splice={"at": 0}), id="half a splice"),
    ],
)
def test_a_message_that_no_page_sends_is_refused_with_a_reason(post, body):
    answer = post(body)
    assert (answer.status_code, answer.json()["error"]) == (400, "bad_save")
    assert answer.json()["message"]


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff", b'{"seq": NaN}', b"[" * 100_000])
def test_what_is_not_json_is_refused(client, draft, token, raw):
    headers = HERE | {TOKEN_HEADER: token}
    answer = client.post(f"/api/drafts/{draft.id}", content=raw, headers=headers)
    assert answer.status_code == 400


def test_an_endless_body_is_refused(client, draft, token):
    headers = HERE | {TOKEN_HEADER: token}
    raw = b"x" * (LONGEST_BODY + 1)
    answer = client.post(f"/api/drafts/{draft.id}", content=raw, headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (413, "too_long")


def test_unstorable_characters_do_not_break_a_save(client, practice, draft, token):
    raw = json.dumps(message("nul \x00 and \ud800"))
    headers = HERE | {TOKEN_HEADER: token}
    answer = client.post(f"/api/drafts/{draft.id}", content=raw, headers=headers)
    assert answer.json()["text"] == "nul \ufffd and \ufffd"
    assert practice.get_draft(draft.id).text == "nul \ufffd and \ufffd"


def test_storage_trouble_is_told_and_temporary(draft, token):
    class FullDisk:
        def secret(self):
            raise StorageUnavailable("full")

    with TestClient(Starlette(routes=save_routes(FullDisk))) as client:
        headers = HERE | {TOKEN_HEADER: token}
        answer = client.post(f"/api/drafts/{draft.id}", json=message(), headers=headers)
    assert answer.status_code == 503
    assert "disk is full" in answer.json()["message"]


def test_tokens_are_bound_to_secret_learner_and_draft():
    token = sign_draft(b"key", "ann", "d1")
    assert is_signed(token, b"key", "ann", "d1")
    assert not is_signed(token, b"kez", "ann", "d1")
    assert not is_signed(token, b"key", "an", "nd1")
    assert not is_signed(token, b"key", "ann", "d2")
