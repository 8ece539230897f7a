"""An org that Okta's SDK for Python talks to, and how its answers are read."""

import os
from itertools import count

from okta import models
from okta.client import Client

PASSWORD = "Tr0ub4dour&3"

_numbers = count(1)


def connect(url, settings):
    """A client that takes plain http and asks the org each time."""
    # The argument of the client cannot say so.
    os.environ["OKTA_TESTING_TESTINGDISABLEHTTPSCHECK"] = "true"
    return Client({"orgUrl": url, "cache": {"enabled": False}, **settings})


class Refused(Exception):
    """The org refused a call."""

    def __init__(self, error):
        super().__init__(str(error))
        self.code = getattr(error, "error_code", None)
        self.status = getattr(error, "status", None)


async def done(call):
    """The value of a call; the SDK gives value, response and error."""
    answer = await call
    if answer[-1] is not None:
        raise Refused(answer[-1])
    return answer[0]


async def refused(call):
    """Status and code of a call that the org is to refuse."""
    try:
        value = await done(call)
    except Refused as refusal:
        return refusal.status, refusal.code
    raise AssertionError(f"not refused: {value}")


async def pages(method, **parameters):
    """The items of a list, page by page; follows the link of each answer as the SDK reads it."""
    after = None
    while True:
        items, response, error = await method(after=after, **parameters)
        if error is not None:
            raise Refused(error)
        yield items
        after = _cursor(response)
        if after is None:
            return


async def everything(method, **parameters):
    """All items of a list."""
    return [item async for page in pages(method, **parameters) for item in page]


def _cursor(response):
    from okta.pagination import PaginationHelper

    return PaginationHelper.extract_next_cursor(response.headers)


def profile(first_name, **more):
    """A profile that nobody else has."""
    login = f"{first_name.lower()}.{next(_numbers)}@example.com"
    return {"login": login, "email": login, "firstName": first_name, "lastName": "Example", **more}


async def hire(client, first_name, **more):
    """An active user."""
    body = {"profile": profile(first_name, **more), "credentials": {"password": {"value": PASSWORD}}}
    return await done(client.create_user(models.CreateUserRequest.from_dict(body)))


async def create_group(client, name):
    """A group without members."""
    return await done(client.add_group(models.AddGroupRequest.from_dict({"profile": {"name": name}})))
