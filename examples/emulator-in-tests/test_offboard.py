# Run beside `npx okta-emulator --seed org.yaml`, with the two lines that it prints in the environment: pytest
import os

import requests

URL = os.environ["OKTA_CLIENT_ORGURL"]
session = requests.Session()
session.headers["Authorization"] = f"SSWS {os.environ['OKTA_CLIENT_TOKEN']}"


def setup_function():
    session.post(f"{URL}/.emulator/reset").raise_for_status()
    session.delete(f"{URL}/.emulator/faults").raise_for_status()


def test_a_leaver_is_gone():
    user = f"{URL}/api/v1/users/ada@example.com"
    assert session.delete(user).status_code == 204
    assert session.get(user).json()["status"] == "DEPROVISIONED"
    assert session.delete(user).status_code == 204
    assert session.get(user).status_code == 404


def test_an_org_that_is_busy():
    rule = {"operation": "listUsers", "times": 1, "then": {"status": 429}}
    session.post(f"{URL}/.emulator/faults", json=rule).raise_for_status()
    assert session.get(f"{URL}/api/v1/users").status_code == 429
    assert session.get(f"{URL}/api/v1/users").status_code == 200
    asked = session.get(f"{URL}/.emulator/requests").json()
    assert [request["status"] for request in asked[-2:]] == [429, 200]
